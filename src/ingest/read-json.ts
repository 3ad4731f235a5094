import { columnFromCells } from "./cells.ts";
import { type Problem, quote, type ReadResult, refuse } from "./table.ts";
import { uniqueNames } from "./unique-names.ts";

type Record_ = Readonly<Record<string, unknown>>;
const MOST_NAMED = 3;

/** Reads a JSON array of records, an object of equally long columns, or one record per line. */
export function readJson(text: string): ReadResult {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    const lines = readLines(text);
    if (lines) return fromRecords(lines);
    const where = /line (\d+)/.exec(messageOf(error)) ?? null;
    const at = /position (\d+)/.exec(messageOf(error));
    const row = where
      ? Number(where[1])
      : at
        ? text.slice(0, Number(at[1])).split("\n").length
        : undefined;
    return refuse({ code: "not-json", row, value: quote(around(text, at && Number(at[1]))) });
  }
  if (Array.isArray(parsed)) {
    if (parsed.length === 0) return refuse({ code: "empty-file" });
    return fromRecords(parsed);
  }
  const columns = columnsOf(parsed);
  if (columns) return fromColumns(columns);
  return refuse({ code: "not-records", expected: "an array of records", value: quote(parsed) });
}

function fromRecords(records: readonly unknown[]): ReadResult {
  const problems: Problem[] = [];
  const good: Record_[] = [];
  let strays = 0;
  records.forEach((record, j) => {
    if (isRecord(record)) good.push(record);
    else if (++strays <= MOST_NAMED)
      problems.push({
        code: "not-records",
        severity: "warning",
        row: j + 1,
        expected: "a record",
        value: quote(record),
      });
  });
  if (strays > MOST_NAMED)
    problems.push({
      code: "not-records",
      severity: "warning",
      count: strays,
      expected: "a record",
    });
  if (good.length === 0)
    return { ok: false, problems: problems.map((p) => ({ ...p, severity: "error" })) };
  const keys = new Set<string>();
  for (const record of good) for (const key of Object.keys(record)) keys.add(key);
  const cells = new Map(
    [...keys].map((key) => [key, good.map((r) => (Object.hasOwn(r, key) ? r[key] : null))]),
  );
  return withColumns(cells, good.length, problems);
}

function fromColumns(columns: ReadonlyMap<string, readonly unknown[]>): ReadResult {
  const [first] = columns.values();
  return withColumns(columns, first.length, []);
}

function withColumns(
  cells: ReadonlyMap<string, readonly unknown[]>,
  rows: number,
  before: readonly Problem[],
): ReadResult {
  const problems = [...before];
  const { names } = uniqueNames([...cells.keys()]);
  const columns = [...cells.values()].map((column, i) => {
    const made = columnFromCells(names[i], column, { firstRow: 1 });
    problems.push(...made.problems);
    return made.column;
  });
  return { ok: true, format: "json", table: { rows, columns }, problems };
}

/** One record per line, or null where a line is none. */
function readLines(text: string): unknown[] | null {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length < 2) return null;
  try {
    return lines.map((line) => JSON.parse(line));
  } catch {
    return null;
  }
}

function columnsOf(parsed: unknown): ReadonlyMap<string, readonly unknown[]> | null {
  if (!isRecord(parsed)) return null;
  const entries = Object.entries(parsed).filter((e): e is [string, unknown[]] =>
    Array.isArray(e[1]),
  );
  if (entries.length === 0) return null;
  const length = entries[0][1].length;
  return length > 0 && entries.every(([, column]) => column.length === length)
    ? new Map(entries)
    : null;
}

function isRecord(value: unknown): value is Record_ {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function around(text: string, at: number | null): string {
  return at === null ? text.slice(0, 40) : text.slice(Math.max(0, at - 15), at + 25);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "";
}

import { type ByteSource, stretchesOf } from "../bytes/source.ts";
import { type Fields, isFields } from "../table/fields.ts";
import type { RawTable } from "../table/raw-table.ts";
import { type Problem, quote } from "../table/table.ts";
import { type Decoded, type DecodeOptions, refusal } from "./decoded.ts";
import { matrixTable } from "./matrix.ts";
import type { Encoding } from "./text.ts";

const MOST_NAMED = 3;
/** A longer text is more than an engine takes as one string. */
const LONGEST_TEXT = 500e6;

/** Reads a JSON document: an array of records, an object of equally long columns, one record per line, or a bare matrix. */
export async function readJson(
  source: ByteSource,
  encoding: Encoding,
  { progress, isTurned }: DecodeOptions,
): Promise<Decoded> {
  if (source.size > LONGEST_TEXT)
    return refusal({ code: "too-large-file", count: source.size, expected: "500 MB of JSON" });
  let text = "";
  const decoder = new TextDecoder(encoding);
  let bytes = 0;
  for await (const stretch of stretchesOf(source)) {
    text += decoder.decode(stretch, { stream: true });
    bytes += stretch.length;
    await progress({ bytes, rows: 0 });
  }
  return decodeJson(text + decoder.decode(), isTurned);
}

function decodeJson(text: string, isTurned: boolean): Decoded {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    const lines = readLines(text);
    if (lines) return fromRecords(lines);
    const message = error instanceof Error ? error.message : "";
    const line = /line (\d+)/.exec(message);
    const at = /position (\d+)/.exec(message);
    const row = line
      ? Number(line[1])
      : at
        ? text.slice(0, Number(at[1])).split("\n").length
        : undefined;
    return refusal({ code: "not-json", row, value: quote(around(text, at && Number(at[1]))) });
  }
  return decodeParsed(parsed, isTurned);
}

function decodeParsed(parsed: unknown, isTurned: boolean): Decoded {
  if (Array.isArray(parsed)) {
    if (parsed.length === 0) return refusal({ code: "empty-file" });
    const matrix = fromMatrix(parsed, isTurned);
    return matrix ? { ok: true, raw: matrix, problems: [] } : fromRecords(parsed);
  }
  if (isFields(parsed)) {
    const raw = fromNamedRows(parsed) ?? fromColumns(parsed);
    if (raw) return { ok: true, raw, problems: [] };
    const inner = Object.values(parsed).find((v) => Array.isArray(v) && v.some(isFields));
    if (Array.isArray(inner)) return fromRecords(inner);
  }
  return refusal({ code: "not-records", expected: "an array of records", value: quote(parsed) });
}

/** Records as rows; a key that a record lacks is missing there. */
export function fromRecords(records: readonly unknown[]): Decoded {
  const problems: Problem[] = [];
  const good: Fields[] = [];
  let strays = 0;
  records.forEach((record, j) => {
    if (isFields(record)) good.push(record);
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
  const columns = [...keys].map((name) => ({
    name,
    cells: good.map((r) => (Object.hasOwn(r, name) ? r[name] : null)),
  }));
  return { ok: true, raw: { rows: good.length, columns }, problems };
}

/** Columns of equal length beside single fields, or null. */
function fromColumns(fields: Fields): RawTable | null {
  const columns = Object.entries(fields).flatMap(([name, cells]) =>
    Array.isArray(cells) ? [{ name, cells: cells as unknown[] }] : [],
  );
  const rows = columns[0]?.cells.length ?? 0;
  if (rows === 0 || columns.some((c) => c.cells.length !== rows)) return null;
  if (columns.length === 1 && columns[0].cells.every(isFields)) return null;
  const scalars = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => !Array.isArray(value)),
  );
  return { rows, columns, scalars };
}

/** `{columns: names, data: rows}`, as W&B writes tables; null for anything else. */
function fromNamedRows({ columns, data }: Fields): RawTable | null {
  if (!Array.isArray(columns) || !Array.isArray(data) || data.length === 0) return null;
  const isTable =
    columns.every((name) => typeof name === "string") &&
    data.every((row) => Array.isArray(row) && row.length === columns.length);
  if (!isTable) return null;
  return {
    rows: data.length,
    columns: columns.map((name, i) => ({ name, cells: data.map((row) => row[i]) })),
  };
}

/** An array of equally long arrays (or of arrays of those) of numbers and gaps; null for anything else. */
function fromMatrix(rows: readonly unknown[], isTurned: boolean): RawTable | null {
  const sizes = sizesOf(rows);
  if (!sizes) return null;
  const cells = rows.flat(sizes.length - 1);
  if (!cells.every((cell) => typeof cell === "number" || cell === null)) return null;
  const numbers = Float64Array.from(cells, (cell) => cell ?? Number.NaN);
  return matrixTable(numbers, sizes, { name: "column", isFortran: false, isTurned });
}

/** Sizes of two or three nested levels of equally long arrays; null for anything else. */
function sizesOf(rows: readonly unknown[]): number[] | null {
  const [first] = rows;
  if (!Array.isArray(first) || first.length === 0) return null;
  const lists = rows.filter((row): row is unknown[] => Array.isArray(row));
  if (lists.length < rows.length || lists.some((row) => row.length !== first.length)) return null;
  if (!Array.isArray(first[0])) return [rows.length, first.length];
  const inner = sizesOf(lists.flat());
  return inner?.length === 2 ? [rows.length, first.length, inner[1]] : null;
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

function around(text: string, at: number | null): string {
  return at === null ? text.slice(0, 40) : text.slice(Math.max(0, at - 15), at + 25);
}

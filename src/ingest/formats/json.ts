import { type ByteSource, stretchesOf } from "../bytes/source.ts";
import { type Fields, isFields } from "../table/fields.ts";
import type { RawTable } from "../table/raw-table.ts";
import { type Reading, type ReadingPicks, switched } from "../table/reading.ts";
import { type Problem, quote } from "../table/table.ts";
import { type Decoded, type DecodeOptions, refusal } from "./decoded.ts";
import { type JsonText, parseJsonText } from "./dialects/json-text.ts";
import { crossTable, headedRows, namedRows, type Part, partsOf } from "./json-shapes.ts";
import { matrixTable } from "./matrix.ts";
import type { Encoding } from "./text.ts";

const MOST_NAMED = 3;
/** Other lists of a document that are offered. */
const MOST_PARTS = 4;
/** A longer text is more than an engine takes as one string. */
const LONGEST_TEXT = 500e6;

type Parsed = Extract<JsonText, { ok: true }>;
type JsonOptions = Pick<DecodeOptions, "isTurned" | "picks">;

/**
 * Reads JSON or what is close to it (see `parseJsonText`): records, records a line, an object of equally long columns, the shapes
 * that pandas writes, rows below their names, a bare matrix, or the list of records inside a document.
 */
export async function readJson(
  source: ByteSource,
  encoding: Encoding,
  { progress, ...options }: DecodeOptions,
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
  const parsed = await parseJsonText(text + decoder.decode());
  if (!parsed.ok) return refusal({ code: "not-json", row: parsed.row, value: parsed.value });
  const decoded = decodeParsed(parsed.value, options);
  if (!decoded.ok) return decoded;
  const readings = [...dialectOf(parsed), ...(decoded.readings ?? [])];
  return { ...decoded, readings, problems: [...problemsOf(parsed), ...decoded.problems] };
}

/** What a text that was no plain JSON was read as. */
function dialectOf({ dialect }: Parsed): Reading[] {
  if (dialect === null) return [];
  return [{ kind: "dialect", names: [dialect], taken: dialect, others: [] }];
}

/** Lines left out, an end that is missing, and numbers that JSON does not know. */
function problemsOf({ badLines, bareNumbers, cutAt }: Parsed): Problem[] {
  const problems = badLines
    .slice(0, MOST_NAMED)
    .map(({ row, value }): Problem => ({ code: "bad-line", severity: "warning", row, value }));
  if (badLines.length > MOST_NAMED)
    problems.push({ code: "bad-line", severity: "warning", count: badLines.length });
  if (cutAt !== null) problems.push({ code: "cut-text", severity: "warning", row: cutAt });
  if (bareNumbers > 0)
    problems.push({ code: "bare-numbers", severity: "warning", count: bareNumbers });
  return problems;
}

function decodeParsed(parsed: unknown, options: JsonOptions): Decoded {
  if (Array.isArray(parsed)) {
    if (parsed.length === 0) return refusal({ code: "empty-file" });
    const matrix = fromMatrix(parsed, options.isTurned) ?? headedRows(parsed);
    return matrix ? { ok: true, raw: matrix, problems: [] } : fromRecords(parsed);
  }
  return (
    (isFields(parsed) ? fromDocument(parsed, options.picks ?? {}) : null) ??
    refusal({ code: "not-records", expected: "an array of records", value: quote(parsed) })
  );
}

function fromDocument(parsed: Fields, picks: ReadingPicks): Decoded | null {
  const raw = namedRows(parsed) ?? fromColumns(parsed);
  if (raw) return { ok: true, raw, problems: [] };
  const crossed = crossTable(parsed);
  if (crossed) {
    const reading = switched({}, { kind: "frame", names: [crossed.by] });
    return { ok: true, raw: crossed.raw, problems: [], readings: [{ ...reading, others: [] }] };
  }
  const inner = fromPart(partsOf(parsed), picks);
  return inner ?? (hasRowOfItsOwn(parsed) ? fromRecords([parsed]) : null);
}

/** A single record with a text and a number in it: one answer, such as a log of a single sample. */
function hasRowOfItsOwn(fields: Fields): boolean {
  const cells = Object.values(fields);
  return cells.some((c) => typeof c === "string") && cells.some((c) => typeof c === "number");
}

/** One list of records of a document; the others can be chosen in its place. */
function fromPart(parts: readonly Part[], picks: ReadingPicks): Decoded | null {
  const part = parts.find(({ path }) => path === picks.part) ?? parts[0];
  if (!part) return null;
  const decoded = fromRecords(part.records);
  const others = parts.filter((other) => other !== part && other.records.length > 1);
  if (!decoded.ok || (others.length === 0 && !part.path.includes("."))) return decoded;
  const reading: Reading = {
    kind: "part",
    names: [part.path],
    count: part.records.length,
    taken: part.path,
    others: others
      .slice(0, MOST_PARTS)
      .map(({ path, records }) => ({ pick: path, names: [path], count: records.length })),
  };
  return { ...decoded, readings: [reading] };
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
  if (columns.every((c) => c.cells.every(isFields))) return null;
  const scalars = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => !Array.isArray(value)),
  );
  return { rows, columns, scalars };
}

/** An array of equally long arrays (or of arrays of those) of numbers and gaps; null for anything else. */
function fromMatrix(rows: readonly unknown[], isTurned: boolean): RawTable | null {
  const sizes = sizesOf(rows);
  if (!sizes) return null;
  const cells = rows.flat(sizes.length - 1);
  if (!cells.every((cell) => typeof cell === "number" || cell === null)) return null;
  const numbers = Float64Array.from(cells, (cell) => cell ?? Number.NaN);
  const read = matrixTable(numbers, sizes, { name: "column", isFortran: false, isTurned });
  return read && read.table;
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

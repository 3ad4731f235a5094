import { type ByteSource, stretchesOf, UnreadableFile } from "./bytes/source.ts";
import { type NamedTable, tablesTogether } from "./files-together.ts";
import type { Progress } from "./formats/decoded.ts";
import { isNoTable, leftOut, named } from "./read-archive.ts";
import { type FileOptions, readOne } from "./read-one.ts";
import type { ReadingPicks } from "./table/reading.ts";
import type { RowSample } from "./table/row-sample.ts";
import type { SummaryChoice } from "./table/summary-rows.ts";
import { type Problem, type ReadResult, refuse } from "./table/table.ts";

/** What a user may decide about the reading of files. */
export interface ReadChoices {
  /** True to read the columns as they stand, whatever layout they have. Default false. */
  readonly isPlain?: boolean;
  /** True to read an unnamed matrix the other way round than is likelier. Default false. */
  readonly isTurned?: boolean;
  /** A column by which several files are joined, row by row. Default null: as is likeliest. */
  readonly joinBy?: string | null;
  /** Keeps a uniform random sample of the rows. Default null: all. */
  readonly sample?: RowSample | null;
  /** What becomes of rows at the end that sum up the others. Default null: left out where they are labelled. */
  readonly summaries?: SummaryChoice | null;
  /** What is to become of each guess about the rows. Default none: they are read as is likeliest. */
  readonly picks?: ReadingPicks;
}

/** Settings of `readSource`. */
export interface ReadOptions extends ReadChoices {
  /** Told of every stretch; may reject to end the reading. Default nothing. */
  readonly progress?: Progress;
}

const quiet: Progress = async () => undefined;

/**
 * Reads files into one table by what their bytes are, whatever they are called: every format of `formats/registry.ts`, each also
 * gzipped or in a zip, and texts in UTF-8, UTF-16 or Windows-1252. Several files are put together as is likeliest (see
 * `tablesTogether`); one that comes twice counts once, and one that is no table is left out. Whatever is wrong comes back as
 * problems; only `progress` can make it reject.
 */
export async function readSource(
  sources: readonly ByteSource[],
  options: ReadOptions = {},
): Promise<ReadResult> {
  const { isPlain = false, isTurned = false, progress = quiet } = options;
  const { joinBy = null, sample = null, summaries = null, picks = {} } = options;
  const together = (tables: readonly NamedTable[]) =>
    tablesTogether(tables, { joinBy, sample, picks });
  const said = new Told(progress);
  const isJoined = joinBy !== null || /^join:/.test(picks.files ?? "");
  const fileOptions: FileOptions = {
    progress: said.tell,
    isPlain,
    isTurned,
    sample: isJoined ? null : sample,
    summaries,
    picks,
    together,
  };
  try {
    return await readAll(sources, fileOptions, said);
  } catch (error) {
    if (said.isStopped) throw error;
    return { ok: false, problems: [problemOf(error)] };
  }
}

async function readAll(
  sources: readonly ByteSource[],
  options: FileOptions,
  said: Told,
): Promise<ReadResult> {
  const tables: NamedTable[] = [];
  const others: { name: string; problem: Problem }[] = [];
  const repeats: ByteSource[] = [];
  const read: ByteSource[] = [];
  for (const source of sources) {
    if (await isAmong(source, read)) {
      repeats.push(source);
      continue;
    }
    read.push(source);
    const result = named(await readOne(source, options), source);
    if (result.ok) {
      tables.push({ name: source.name, read: result });
      said.goOn(source.size, result.sampledFrom ?? result.table.rows);
    } else if (sources.length > 1 && result.problems.every(isNoTable))
      others.push({ name: source.name, problem: result.problems[0] });
    else return result;
  }
  if (tables.length === 0)
    return others.length > 0
      ? { ok: false, problems: others.map(({ problem }) => problem) }
      : refuse({ code: "empty-file" });
  const together = leftOut(
    options.together(tables),
    others.map(({ name }) => name),
  );
  return together.ok && repeats.length > 0
    ? { ...together, problems: [...together.problems, sameFile(repeats)] }
    : together;
}

function sameFile(repeats: readonly ByteSource[]): Problem {
  const value = repeats[0].name;
  return { code: "same-file", severity: "warning", value, count: repeats.length };
}

/** True where an earlier source holds the same bytes. */
async function isAmong(source: ByteSource, earlier: readonly ByteSource[]): Promise<boolean> {
  for (const other of earlier)
    if (other.size === source.size && source.size > 0 && (await areEqual(source, other)))
      return true;
  return false;
}

async function areEqual(a: ByteSource, b: ByteSource): Promise<boolean> {
  let from = 0;
  for await (const part of stretchesOf(a)) {
    const other = await b.slice(from, from + part.length);
    if (other.length !== part.length || part.some((byte, j) => byte !== other[j])) return false;
    from += part.length;
  }
  return true;
}

/** Tells of all files together; a reader that is stopped by it is no file that failed. */
class Told {
  isStopped = false;
  private bytes = 0;
  private rows = 0;

  constructor(private readonly progress: Progress) {}

  readonly tell: Progress = async ({ bytes, rows }) => {
    try {
      await this.progress({ bytes: this.bytes + bytes, rows: this.rows + rows });
    } catch (error) {
      this.isStopped = true;
      throw error;
    }
  };

  goOn(bytes: number, rows: number): void {
    this.bytes += bytes;
    this.rows += rows;
  }
}

/** What an error says of a file: nothing that a reader throws goes further. */
function problemOf(error: unknown): Problem {
  const severity = "error" as const;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof UnreadableFile)
    return { code: "unreadable", severity, file: error.file, value: message };
  if (error instanceof RangeError && /call stack/.test(message))
    return { code: "too-deep", severity };
  if (error instanceof RangeError || /memory|allocation/i.test(message))
    return {
      code: "too-large-file",
      severity,
      value: "too many numbers",
      expected: "what fits in memory",
    };
  return { code: "damaged-file", severity, expected: "a table", value: message.slice(0, 120) };
}

import type { ByteSource } from "./bytes/source.ts";
import type { Progress } from "./formats/decoded.ts";
import { NUMPY } from "./formats/registry.ts";
import { named } from "./read-archive.ts";
import { type FileOptions, readOne } from "./read-one.ts";
import { joinKeys, joinTables } from "./table/join.ts";
import { appendTables, pickTable } from "./table/raw-table.ts";
import { type RowSample, sampledPlaces } from "./table/row-sample.ts";
import type { SummaryChoice } from "./table/summary-rows.ts";
import { type ReadResult, type ReadTable, refuse } from "./table/table.ts";

/** What a user may decide about the reading of files. */
export interface ReadChoices {
  /** True to read the columns as they stand, whatever layout they have. Default false. */
  readonly isPlain?: boolean;
  /** True to read an unnamed matrix the other way round than is likelier. Default false. */
  readonly isTurned?: boolean;
  /** A column by which several files are joined, row by row. Default null: they are parts of one table. */
  readonly joinBy?: string | null;
  /** Keeps a uniform random sample of the rows. Default null: all. */
  readonly sample?: RowSample | null;
  /** What becomes of rows at the end that sum up the others. Default null: left out where they are labelled. */
  readonly summaries?: SummaryChoice | null;
}

/** Settings of `readSource`. */
export interface ReadOptions extends ReadChoices {
  /** Told of every stretch; may reject to end the reading. Default nothing. */
  readonly progress?: Progress;
}

const quiet: Progress = async () => undefined;

/**
 * Reads files into one table by what their bytes are, whatever they are called: every format of `formats/registry.ts`, each also
 * gzipped or in a zip, and texts in UTF-8, UTF-16 or Windows-1252. Several files are appended as parts of one table, or joined on
 * request. Whatever is wrong comes back as problems; only `progress` can make it reject.
 */
export async function readSource(
  sources: readonly ByteSource[],
  options: ReadOptions = {},
): Promise<ReadResult> {
  const { progress = quiet, isPlain = false, isTurned = false } = options;
  const { joinBy = null, sample = null, summaries = null } = options;
  const together = (reads: readonly ReadResult[]) => combined(reads, joinBy, sample);
  const fileOptions: FileOptions = {
    progress,
    isPlain,
    isTurned,
    sample: joinBy ? null : sample,
    summaries,
    together,
  };
  const reads: ReadTable[] = [];
  let before = 0;
  let rowsBefore = 0;
  for (const source of sources) {
    const [bytesAlready, rowsAlready] = [before, rowsBefore];
    const read = await readOne(source, {
      ...fileOptions,
      progress: ({ bytes, rows }) =>
        progress({ bytes: bytesAlready + bytes, rows: rowsAlready + rows }),
    }).catch(tooDeep);
    if (!read.ok) return named(read, source);
    reads.push(named(read, source));
    before += source.size;
    rowsBefore += read.sampledFrom ?? read.table.rows;
  }
  return reads.length === 0 ? refuse({ code: "empty-file" }) : together(reads);
}

/** Cells nested beyond what the stack holds are refused; any other error is passed on. */
function tooDeep(error: unknown): ReadResult {
  if (error instanceof RangeError && /call stack/.test(error.message))
    return refuse({ code: "too-deep" });
  throw error;
}

function combined(
  reads: readonly ReadResult[],
  joinBy: string | null,
  sample: RowSample | null,
): ReadResult {
  const good = reads.flatMap((r) => (r.ok ? [r] : []));
  if (good.length === 1) return good[0];
  const keys = joinKeys(good.map((r) => r.table));
  if (joinBy === null || !keys.includes(joinBy))
    return sideBySide(good) ?? { ...appended(good, sample), keys };
  const table = joinTables(
    good.map((r) => r.table),
    joinBy,
  );
  if (!table) return refuse({ code: "no-match", column: joinBy });
  const hints = new Map(good.flatMap((r) => [...r.hints]));
  const problems = good.flatMap((r) => r.problems);
  const read = { ...good[0], table, problems, hints, keys, layout: null, sampledFrom: null };
  return sample ? drawn(read, sample) : read;
}

/** Arrays of equal length under names of their own are columns of one table, as in an npz. */
function sideBySide(good: readonly ReadTable[]): ReadResult | null {
  if (good.some((r) => r.format !== NUMPY.name)) return null;
  const [{ table }] = good;
  if (good.some((r) => r.table.rows !== table.rows)) return null;
  const columns = good.flatMap((r) => r.table.columns);
  if (new Set(columns.map((c) => c.name)).size !== columns.length) return null;
  const problems = good.flatMap((r) => r.problems);
  return { ...good[0], table: { rows: table.rows, columns }, problems };
}

/** Parts of one table. Where each is a sample of its own, one is drawn of them that is uniform over all their rows. */
function appended(good: readonly ReadTable[], sample: RowSample | null): ReadTable {
  const problems = good.flatMap((r) => r.problems);
  const wholes = good.map((r) => r.sampledFrom ?? r.table.rows);
  const all = wholes.reduce((sum, rows) => sum + rows, 0);
  const places = sample && sampledPlaces(all, sample);
  const tables = good.map((r) => r.table);
  if (!places) return { ...good[0], table: appendTables(tables), problems };
  let from = 0;
  const drawnTables = tables.map((table, k) => {
    const count = places.filter((j) => j >= from && j < from + wholes[k]).length;
    from += wholes[k];
    const own = sampledPlaces(table.rows, { rows: count, seed: sample.seed + k + 1 });
    return own ? pickTable(table, own) : table;
  });
  return { ...good[0], table: appendTables(drawnTables), problems, sampledFrom: all };
}

function drawn(read: ReadTable, sample: RowSample): ReadTable {
  const places = sampledPlaces(read.table.rows, sample);
  if (!places) return read;
  return { ...read, table: pickTable(read.table, places), sampledFrom: read.table.rows };
}

import type { Decoded } from "../formats/decoded.ts";
import { MOST_COLUMNS } from "../formats/separated.ts";
import { withoutSentinels } from "../readings/sentinels.ts";
import { understand } from "../readings/understand.ts";
import { withWrittenNumbers } from "../readings/written-numbers.ts";
import { pickRows, rawOf, tableFromRaw } from "../table/raw-table.ts";
import type { ReadingPicks } from "../table/reading.ts";
import { type RowSample, sampledPlaces } from "../table/row-sample.ts";
import { type SummaryChoice, withoutSummaries } from "../table/summary-rows.ts";
import { type ReadResult, type ReadTable, refuse, tableRead } from "../table/table.ts";
import { unusable } from "./recognise.ts";

/** How rows become a table. */
export interface LayoutOptions {
  /** True to take the columns as they stand, whatever layout they have. */
  readonly isPlain: boolean;
  readonly sample: RowSample | null;
  readonly summaries: SummaryChoice | null;
  /** What the user says of each guess; default nothing. */
  readonly picks?: ReadingPicks;
}

/** A table of the rows of a format, laid out where their layout is known. */
export async function layOutRows(
  format: string,
  decoded: Decoded,
  options: LayoutOptions,
): Promise<ReadResult> {
  if (!decoded.ok) return decoded;
  const width = decoded.raw.columns.length;
  if (width > MOST_COLUMNS)
    return refuse({ code: "too-many-columns", count: width, expected: String(MOST_COLUMNS) });
  const problem = options.isPlain ? null : unusable(decoded.raw);
  return problem ? { ok: false, problems: [problem] } : tableOf(format, decoded, options);
}

/** A table whose format has decided its columns already, laid out anew where their layout wants that. */
export async function layOutTable(table: ReadResult, options: LayoutOptions): Promise<ReadResult> {
  if (!table.ok) return table;
  const read = withoutSummaries(table, options.summaries);
  if (options.isPlain) return read;
  const raw = rawOf(read.table);
  const problem = unusable(raw);
  if (problem) return { ok: false, problems: [problem] };
  const understood = await understand(raw, options.picks ?? {});
  const readings = [...read.readings, ...understood.readings];
  const { layout, hints } = understood;
  if (understood.raw === raw) return withNumbers({ ...read, layout, hints, readings }, options);
  const { problems, sampledFrom } = read;
  const decoded = { ok: true, raw: understood.raw, problems, sampledFrom } as const;
  const laidOut = drawnTable(read.format, decoded, decoded.raw, options);
  return withNumbers({ ...laidOut, layout, hints, readings }, options);
}

async function tableOf(
  format: string,
  decoded: Extract<Decoded, { ok: true }>,
  options: LayoutOptions,
): Promise<ReadResult> {
  const understood = options.isPlain ? null : await understand(decoded.raw, options.picks ?? {});
  const whole = understood?.raw ?? decoded.raw;
  const read = {
    ...drawnTable(format, decoded, whole, options),
    ...(understood ? { layout: understood.layout, hints: understood.hints } : {}),
    readings: [...(decoded.readings ?? []), ...(understood?.readings ?? [])],
  };
  const isAsWritten = whole === decoded.raw && !whole.shape;
  const answers = isAsWritten ? withoutSummaries(read, options.summaries) : read;
  return withNumbers(answers, options);
}

/** Numbers with something beside them, and numbers that stand for gaps, are read as what they are. */
function withNumbers(read: ReadTable, { isPlain, picks = {} }: LayoutOptions): ReadTable {
  return isPlain ? read : withoutSentinels(withWrittenNumbers(read, picks), picks);
}

/** A table of rows, or of a sample of them where one is wanted. */
function drawnTable(
  format: string,
  decoded: Extract<Decoded, { ok: true }>,
  whole: Extract<Decoded, { ok: true }>["raw"],
  { sample }: LayoutOptions,
) {
  const places = sample && sampledPlaces(whole.rows, sample);
  const raw = places ? pickRows(whole, places) : whole;
  const { table, problems } = tableFromRaw(raw);
  return tableRead({
    format,
    table,
    problems: [...decoded.problems, ...problems],
    shape: raw.shape ?? null,
    sampledFrom: decoded.sampledFrom ?? (places ? whole.rows : null),
  });
}

import type { Decoded } from "../formats/decoded.ts";
import { pickRows, rawOf, tableFromRaw } from "../table/raw-table.ts";
import { type RowSample, sampledPlaces } from "../table/row-sample.ts";
import { type SummaryChoice, withoutSummaries } from "../table/summary-rows.ts";
import { type ReadResult, tableRead } from "../table/table.ts";
import { recognise, unusable } from "./recognise.ts";

/** How rows become a table. */
export interface LayoutOptions {
  /** True to take the columns as they stand, whatever layout they have. */
  readonly isPlain: boolean;
  readonly sample: RowSample | null;
  readonly summaries: SummaryChoice | null;
}

/** A table of the rows of a format, laid out where their layout is known. */
export function layOutRows(format: string, decoded: Decoded, options: LayoutOptions): ReadResult {
  if (!decoded.ok) return decoded;
  const problem = options.isPlain ? null : unusable(decoded.raw);
  return problem ? { ok: false, problems: [problem] } : tableOf(format, decoded, options);
}

/** A table whose format has decided its columns already, laid out anew where their layout wants that. */
export function layOutTable(table: ReadResult, options: LayoutOptions): ReadResult {
  if (!table.ok) return table;
  const read = withoutSummaries(table, options.summaries);
  if (options.isPlain) return read;
  const raw = rawOf(read.table);
  const problem = unusable(raw);
  if (problem) return { ok: false, problems: [problem] };
  const layout = recognise(raw);
  if (!layout) return read;
  if (layout.raw === raw) return { ...read, layout: layout.layout, hints: layout.hints };
  const { problems, sampledFrom } = read;
  return tableOf(read.format, { ok: true, raw, problems, sampledFrom }, options);
}

function tableOf(
  format: string,
  decoded: Extract<Decoded, { ok: true }>,
  { isPlain, sample, summaries }: LayoutOptions,
): ReadResult {
  const layout = isPlain ? null : recognise(decoded.raw);
  const whole = layout?.raw ?? decoded.raw;
  const places = sample && sampledPlaces(whole.rows, sample);
  const raw = places ? pickRows(whole, places) : whole;
  const { table, problems } = tableFromRaw(raw);
  const read = tableRead({
    format,
    table,
    problems: [...decoded.problems, ...problems],
    ...(layout ? { layout: layout.layout, hints: layout.hints } : {}),
    shape: raw.shape ?? null,
    sampledFrom: decoded.sampledFrom ?? (places ? whole.rows : null),
  });
  const isAsWritten = layout === null || layout.raw === decoded.raw;
  return isAsWritten && !raw.shape ? withoutSummaries(read, summaries) : read;
}

import { containerOf, SNIFFED_BYTES } from "./bytes/sniff.ts";
import { allOf, type ByteSource, stretchesOf } from "./bytes/source.ts";
import { decodeArrow } from "./formats/arrow.ts";
import { type Decoded, decodeJson, fromRecords } from "./formats/json.ts";
import { decodeNpy } from "./formats/numpy.ts";
import { decodeParquet } from "./formats/parquet.ts";
import { type Progress, readSeparatedStream } from "./formats/separated.ts";
import { decodedStretches, textHead } from "./formats/text.ts";
import { gunzipped, unzipped } from "./formats/unpack.ts";
import { recognise, unusable } from "./layouts/recognise.ts";
import { pickRows, rawOf, tableFromRaw } from "./table/raw-table.ts";
import { type RowSample, sampledPlaces } from "./table/row-sample.ts";
import { type SummaryChoice, withoutSummaries } from "./table/summary-rows.ts";
import {
  type FormatName,
  type Problem,
  quote,
  type ReadResult,
  readTable,
  refuse,
} from "./table/table.ts";

/** How a file is to be read. */
export interface Reading {
  readonly progress: Progress;
  readonly isPlain: boolean;
  readonly isTurned: boolean;
  readonly sample: RowSample | null;
  readonly summaries: SummaryChoice | null;
  /** Puts several tables together. */
  readonly together: (reads: readonly ReadResult[]) => ReadResult;
}

/** A JSON text longer than this is more than an engine takes as one string. */
const LONGEST_JSON = 500e6;
const MARKUP = /^\s*<(!doctype|html|head|body|\?xml)\b/i;
/** Packed files inside packed files. */
const MOST_LAYERS = 3;

/** Reads one file by what its bytes are; see `readSource`. */
export async function readOne(
  source: ByteSource,
  reading: Reading,
  layers = MOST_LAYERS,
): Promise<ReadResult> {
  const { progress, sample, isTurned } = reading;
  const head = await source.slice(0, Math.min(source.size, SNIFFED_BYTES));
  const container = containerOf(head);
  if (typeof container !== "string")
    return refuse({ code: "binary-file", value: container.unsupported });
  switch (container) {
    case "empty":
      return refuse({ code: "empty-file" });
    case "gzip":
    case "zip": {
      if (layers === 0) return refuse({ code: "binary-file", value: "many times packed" });
      const unpacked = await (container === "gzip" ? gunzipped(source) : unzipped(source));
      return unpacked.ok
        ? readFiles(unpacked.files, reading, layers - 1)
        : { ok: false, problems: [unpacked.problem] };
    }
    case "parquet":
      return finish("parquet", await decodeParquet(source, progress, sample), reading);
    case "arrow":
      return finish("arrow", await decodeArrow(source), reading);
    case "npy":
      return finish("npy", decodeNpy(await allOf(source), plainName(source), isTurned), reading);
    default:
      return readText(source, head, reading);
  }
}

async function readText(
  source: ByteSource,
  head: Uint8Array,
  reading: Reading,
): Promise<ReadResult> {
  const { progress, sample, isTurned } = reading;
  const text = await textHead(source, head);
  if (text === null) return refuse({ code: "binary-file", value: "binary" });
  const start = text.head.search(/[^\s\uFEFF]/);
  if (start < 0 && source.size <= head.length) return refuse({ code: "empty-file" });
  const markup = MARKUP.exec(text.head);
  if (markup) return refuse({ code: "binary-file", value: markup[1] === "?xml" ? "XML" : "HTML" });
  const first = text.head[start];
  if (first !== "[" && first !== "{")
    return separated(
      await readSeparatedStream(
        decodedStretches(source, text.encoding),
        text.head,
        progress,
        sample,
      ),
      reading,
    );
  if (source.size > LONGEST_JSON)
    return refuse({ code: "too-large-file", count: source.size, expected: "500 MB of JSON" });
  let whole = "";
  const decoder = new TextDecoder(text.encoding);
  let bytes = 0;
  for await (const stretch of stretchesOf(source)) {
    whole += decoder.decode(stretch, { stream: true });
    bytes += stretch.length;
    await progress({ bytes, rows: 0 });
  }
  return finish("json", decodeJson(whole + decoder.decode(), isTurned), reading);
}

/** The files of an archive: parts of one table, columns of one table, or the records of a log. */
async function readFiles(
  files: readonly ByteSource[],
  reading: Reading,
  layers: number,
): Promise<ReadResult> {
  if (files.some((f) => f.name === "[Content_Types].xml"))
    return refuse({ code: "binary-file", value: "spreadsheet" });
  const records = files.filter((f) => /(^|\/)samples\/[^/]+\.json$/.test(f.name));
  if (records.length > 0) {
    const parsed: unknown[] = [];
    for (const file of records) {
      const text = new TextDecoder().decode(await allOf(file));
      try {
        parsed.push(JSON.parse(text));
      } catch {
        return refuse({ code: "not-json", file: file.name, value: quote(text) });
      }
    }
    return finish("json", fromRecords(parsed), reading);
  }
  const reads: ReadResult[] = [];
  for (const file of files) {
    const read = await readOne(file, reading, layers);
    if (!read.ok) return named(read, file);
    reads.push(named(read, file));
  }
  if (reads.length === 0) return refuse({ code: "empty-file" });
  return reading.together(reads);
}

/** Separated text has decided its columns already; a layout may lay them out anew. */
function separated(found: ReadResult, reading: Reading): ReadResult {
  if (!found.ok) return found;
  const read = withoutSummaries(found, reading.summaries);
  if (reading.isPlain) return read;
  const raw = rawOf(read.table);
  const why = unusable(raw);
  if (why) return { ok: false, problems: [why] };
  const known = recognise(raw);
  if (!known) return read;
  if (known.raw === raw) return { ...read, layout: known.layout, hints: known.hints };
  const { problems, sampledFrom } = read;
  return tabled(read.format, { ok: true, raw, problems, sampledFrom }, reading);
}

function finish(format: FormatName, decoded: Decoded, reading: Reading): ReadResult {
  if (!decoded.ok) return decoded;
  const why = reading.isPlain ? null : unusable(decoded.raw);
  return why ? { ok: false, problems: [why] } : tabled(format, decoded, reading);
}

function tabled(
  format: FormatName,
  decoded: Extract<Decoded, { ok: true }>,
  { isPlain, sample, summaries }: Reading,
): ReadResult {
  const known = isPlain ? null : recognise(decoded.raw);
  const whole = known?.raw ?? decoded.raw;
  const places = sample && sampledPlaces(whole.rows, sample);
  const raw = places ? pickRows(whole, places) : whole;
  const { table, problems } = tableFromRaw(raw);
  const read = readTable({
    format,
    table,
    problems: [...decoded.problems, ...problems],
    ...(known ? { layout: known.layout, hints: known.hints } : {}),
    shape: raw.shape ?? null,
    sampledFrom: decoded.sampledFrom ?? (places ? whole.rows : null),
  });
  const isAsWritten = (known === null || known.raw === decoded.raw) && format !== "csv";
  return isAsWritten && !raw.shape ? withoutSummaries(read, summaries) : read;
}

/** Says in which file each problem lies. */
export function named<R extends ReadResult>(read: R, { name }: ByteSource): R {
  const problems = read.problems.map((p): Problem => ({ file: name, ...p }));
  return { ...read, problems };
}

function plainName({ name }: ByteSource): string {
  return name.replace(/^.*\//, "").replace(/\.np[yz]$/i, "");
}

import { decodeArrow } from "./formats/arrow.ts";
import { type Decoded, decodeJson, fromRecords } from "./formats/json.ts";
import { decodeNpy } from "./formats/numpy.ts";
import { decodeParquet } from "./formats/parquet.ts";
import { type Progress, readSeparatedStream } from "./formats/separated.ts";
import { decodedStretches, textHead } from "./formats/text.ts";
import { gunzipped, unzipped } from "./formats/unpack.ts";
import { appendTables, readOf } from "./raw-table.ts";
import { containerOf, SNIFFED_BYTES } from "./sniff.ts";
import { allOf, type ByteSource, stretchesOf } from "./source.ts";
import { type FormatName, type Problem, type ReadResult, refuse } from "./table.ts";

/** Settings of `readSource`. */
export interface ReadOptions {
  /** Told of every stretch; may reject to end the reading. Default nothing. */
  readonly progress?: Progress;
}

/** A JSON text longer than this is more than an engine takes as one string. */
const LONGEST_JSON = 500 << 20;
/** Packed files inside packed files. */
const MOST_LAYERS = 3;
const quiet: Progress = async () => undefined;

/**
 * Reads files into one table by what their bytes are, whatever they are called: separated text and JSON in UTF-8, UTF-16 or
 * Windows-1252, Parquet, Arrow, NumPy, each also gzipped or in a zip. Several files are appended as parts of one table.
 * Whatever is wrong comes back as problems; only `progress` can make it reject.
 */
export async function readSource(
  sources: readonly ByteSource[],
  { progress = quiet }: ReadOptions = {},
): Promise<ReadResult> {
  const reads: ReadResult[] = [];
  let before = 0;
  for (const source of sources) {
    const read = await readOne(source, MOST_LAYERS, ({ bytes, rows }) =>
      progress({ bytes: before + bytes, rows }),
    );
    if (!read.ok) return named(read, source, sources.length > 1);
    reads.push(read);
    before += source.size;
  }
  return reads.length === 0 ? refuse({ code: "empty-file" }) : appended(reads);
}

async function readOne(
  source: ByteSource,
  layers: number,
  progress: Progress,
): Promise<ReadResult> {
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
        ? readFiles(unpacked.files, layers - 1, progress)
        : { ok: false, problems: [unpacked.problem] };
    }
    case "parquet":
      return finish("parquet", await decodeParquet(source, progress));
    case "arrow":
      return finish("arrow", await decodeArrow(source));
    case "npy":
      return finish("npy", decodeNpy(await allOf(source), plainName(source)));
    default:
      return readText(source, head, progress);
  }
}

async function readText(
  source: ByteSource,
  head: Uint8Array,
  progress: Progress,
): Promise<ReadResult> {
  const text = await textHead(source, head);
  if (text === null) return refuse({ code: "binary-file", value: "binary" });
  const start = text.head.search(/[^\s\uFEFF]/);
  if (start < 0 && source.size <= head.length) return refuse({ code: "empty-file" });
  const first = text.head[start];
  if (first !== "[" && first !== "{")
    return readSeparatedStream(decodedStretches(source, text.encoding), text.head, progress);
  if (source.size > LONGEST_JSON)
    return refuse({ code: "too-large-file", value: source.name, count: source.size });
  let whole = "";
  const decoder = new TextDecoder(text.encoding);
  let bytes = 0;
  for await (const stretch of stretchesOf(source)) {
    whole += decoder.decode(stretch, { stream: true });
    bytes += stretch.length;
    await progress({ bytes, rows: 0 });
  }
  return finish("json", decodeJson(whole + decoder.decode()));
}

/** The files of an archive: parts of one table, columns of one table, or the records of a log. */
async function readFiles(
  files: readonly ByteSource[],
  layers: number,
  progress: Progress,
): Promise<ReadResult> {
  if (files.some((f) => f.name === "[Content_Types].xml"))
    return refuse({ code: "binary-file", value: "spreadsheet" });
  const records = files.filter((f) => /(^|\/)samples\/[^/]+\.json$/.test(f.name));
  if (records.length > 0) {
    const parsed: unknown[] = [];
    for (const file of records)
      try {
        parsed.push(JSON.parse(new TextDecoder().decode(await allOf(file))));
      } catch {
        return refuse({ code: "not-json", value: file.name });
      }
    return finish("json", fromRecords(parsed));
  }
  const reads: ReadResult[] = [];
  for (const file of files) {
    const read = await readOne(file, layers, progress);
    if (!read.ok) return named(read, file, true);
    reads.push(read);
  }
  if (reads.length === 0) return refuse({ code: "empty-file" });
  return sideBySide(reads) ?? appended(reads);
}

/** Arrays of equal length under names of their own are columns of one table, as in an npz. */
function sideBySide(reads: readonly ReadResult[]): ReadResult | null {
  const good = reads.flatMap((r) => (r.ok ? [r] : []));
  if (good.length < 2 || good.some((r) => r.format !== "npy")) return null;
  const [{ table }] = good;
  if (good.some((r) => r.table.rows !== table.rows)) return null;
  const columns = good.flatMap((r) => r.table.columns);
  if (new Set(columns.map((c) => c.name)).size !== columns.length) return null;
  return {
    ok: true,
    format: "npz",
    table: { rows: table.rows, columns },
    problems: good.flatMap((r) => r.problems),
  };
}

function appended(reads: readonly ReadResult[]): ReadResult {
  const good = reads.flatMap((r) => (r.ok ? [r] : []));
  const { format } = good[0];
  const table = appendTables(good.map((r) => r.table));
  return { ok: true, format, table, problems: good.flatMap((r) => r.problems) };
}

function finish(format: FormatName, decoded: Decoded): ReadResult {
  return decoded.ok ? readOf(format, decoded.raw, decoded.problems) : decoded;
}

/** Says in which of several files a problem lies. */
function named(read: ReadResult, source: ByteSource, isOneOfMany: boolean): ReadResult {
  if (read.ok || !isOneOfMany) return read;
  const problems = read.problems.map((p): Problem => ({ file: source.name, ...p }));
  return { ok: false, problems };
}

function plainName({ name }: ByteSource): string {
  return name.replace(/^.*\//, "").replace(/\.np[yz]$/i, "");
}

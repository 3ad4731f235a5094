import { arraysTogether } from "./arrays-together.ts";
import { beginsWith } from "./bytes/sniff.ts";
import { allOf, type ByteSource } from "./bytes/source.ts";
import type { NamedTable } from "./files-together.ts";
import type { Decoded } from "./formats/decoded.ts";
import { fromRecords } from "./formats/json.ts";
import { JSON_FORMAT } from "./formats/registry.ts";
import { gunzipped, type Unpacked, unzipped } from "./formats/unpack.ts";
import { type LayoutOptions, layOutRows } from "./layouts/lay-out-rows.ts";
import { ON, type Reading, type ReadingPicks } from "./table/reading.ts";
import { type Problem, quote, type ReadResult, refuse } from "./table/table.ts";

/** A kind of packed files. */
export interface Archive {
  readonly signature: readonly number[];
  readonly unpack: (source: ByteSource) => Promise<Unpacked>;
}

const ARCHIVES: readonly Archive[] = [
  { signature: [0x50, 0x4b, 0x03, 0x04], unpack: unzipped },
  { signature: [0x1f, 0x8b], unpack: gunzipped },
];

/** Reads one file of an archive, and puts the tables of several together. */
export interface ArchiveReader {
  readonly readFile: (file: ByteSource) => Promise<ReadResult>;
  readonly together: (tables: readonly NamedTable[]) => ReadResult;
}

/** What stands beside the tables of a data set and is none of them. */
const BESIDE =
  /(^|\/)(readme|licen[sc]e|copying|notice|citation|changelog|authors|contributing|dataset_?infos?|metadata\.ya?ml|config)[^/]*$|\.(md|rst|bib|py|r|sh|ipynb|ya?ml|toml|cfg|ini|html?|css|js|png|jpe?g|gif|svg|webp|pdf|mp[34]|wav|docx?|pptx?|lock|gitattributes)$/i;

/** The kind of archive that begins like this; undefined for anything else. */
export function archiveOf(head: Uint8Array): Archive | undefined {
  return ARCHIVES.find(({ signature }) => beginsWith(head, [signature]));
}

/** The files of an archive: parts of one table, columns of one table, or the records of a log. */
export async function readArchive(
  archive: Archive,
  source: ByteSource,
  options: LayoutOptions,
  { readFile, together }: ArchiveReader,
): Promise<ReadResult> {
  const unpacked = await archive.unpack(source);
  if (!unpacked.ok) return { ok: false, problems: [unpacked.problem] };
  const { files } = unpacked;
  if (files.some((f) => f.name === "[Content_Types].xml"))
    return files.some((f) => /^xl\//.test(f.name))
      ? layOutRows("Excel", await readSheets(source, options.picks ?? {}), options)
      : refuse({ code: "binary-file", value: "document" });
  if (files.some((f) => /(^|\/)data\.pkl$/.test(f.name)))
    return refuse({ code: "pickle", value: source.name });
  const records = files.filter((f) => /(^|\/)samples\/[^/]+\.json$/.test(f.name));
  if (records.length > 0) return readRecords(records, options);
  const usual = files.filter((f) => !BESIDE.test(f.name));
  return readTables(usual.length > 0 ? usual : files, files, { readFile, together });
}

async function readSheets(source: ByteSource, picks: ReadingPicks): Promise<Decoded> {
  const { decodeXlsx } = await import("./formats/xlsx.ts");
  return decodeXlsx(await allOf(source), picks);
}

/** The tables among some files of an archive; the others of them all are named. */
async function readTables(
  files: readonly ByteSource[],
  all: readonly ByteSource[],
  { readFile, together }: ArchiveReader,
): Promise<ReadResult> {
  const tables: NamedTable[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const read = named(await readFile(file), file);
    if (read.ok) tables.push({ name: file.name, read });
    else if (read.problems.every(isNoTable)) problems.push(...read.problems);
    else return read;
  }
  if (tables.length === 0)
    return problems.length > 0 ? { ok: false, problems } : refuse({ code: "empty-file" });
  const numeric = tables.filter(({ read }) => read.table.columns.some((c) => c.kind === "number"));
  const areArrays = tables.every(({ read }) => read.format === "NumPy");
  const used = areArrays ? arraysTogether(tables) : numeric.length > 0 ? numeric : tables;
  const names = new Set(used.map(({ name }) => name));
  return leftOut(
    together(used),
    all.flatMap(({ name }) => (names.has(name) ? [] : name)),
  );
}

/** True for a problem of a file that was never meant as a table, beside others that are. */
export function isNoTable({ code }: Problem): boolean {
  return (
    code === "prose" ||
    code === "not-records" ||
    code === "binary-file" ||
    code === "lfs-pointer" ||
    code === "unsupported-file"
  );
}

/** Names the files that are no part of a table. */
export function leftOut(result: ReadResult, names: readonly string[]): ReadResult {
  if (!result.ok || names.length === 0) return result;
  const reading: Reading = { kind: "archive", names, count: names.length, taken: ON, others: [] };
  return { ...result, readings: [...result.readings, reading] };
}

/** Files of one record each, as the rows of one table. */
async function readRecords(
  files: readonly ByteSource[],
  options: LayoutOptions,
): Promise<ReadResult> {
  const records: unknown[] = [];
  for (const file of files) {
    const text = new TextDecoder().decode(await allOf(file));
    try {
      records.push(JSON.parse(text));
    } catch {
      return refuse({ code: "not-json", file: file.name, value: quote(text) });
    }
  }
  return layOutRows(JSON_FORMAT.name, fromRecords(records), options);
}

/** Says in which file each problem lies. */
export function named<R extends ReadResult>(read: R, { name }: ByteSource): R {
  const problems = read.problems.map((p): Problem => ({ file: name, ...p }));
  return { ...read, problems };
}

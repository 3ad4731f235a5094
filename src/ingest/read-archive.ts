import { beginsWith } from "./bytes/sniff.ts";
import { allOf, type ByteSource } from "./bytes/source.ts";
import { fromRecords } from "./formats/json.ts";
import { JSON_FORMAT } from "./formats/registry.ts";
import { gunzipped, type Unpacked, unzipped } from "./formats/unpack.ts";
import { type LayoutOptions, layOutRows } from "./layouts/lay-out-rows.ts";
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
  readonly together: (reads: readonly ReadResult[]) => ReadResult;
}

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
    return refuse({ code: "binary-file", value: "spreadsheet" });
  const records = files.filter((f) => /(^|\/)samples\/[^/]+\.json$/.test(f.name));
  if (records.length > 0) return readRecords(records, options);
  const reads: ReadResult[] = [];
  for (const file of files) {
    const read = named(await readFile(file), file);
    if (!read.ok) return read;
    reads.push(read);
  }
  return reads.length === 0 ? refuse({ code: "empty-file" }) : together(reads);
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

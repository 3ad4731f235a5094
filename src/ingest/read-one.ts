import { SNIFFED_BYTES, unreadableKind } from "./bytes/sniff.ts";
import type { ByteSource } from "./bytes/source.ts";
import type { NamedTable } from "./files-together.ts";
import type { DecodeOptions } from "./formats/decoded.ts";
import { binaryFormatOf, textFormatOf } from "./formats/registry.ts";
import { textHead } from "./formats/text.ts";
import { type LayoutOptions, layOutRows, layOutTable } from "./layouts/lay-out-rows.ts";
import { archiveOf, readArchive } from "./read-archive.ts";
import { type ReadResult, refuse } from "./table/table.ts";

/** How a file is to be read. */
export interface FileOptions extends DecodeOptions, LayoutOptions {
  /** Puts several tables together. */
  readonly together: (tables: readonly NamedTable[]) => ReadResult;
}

/** What Git leaves in the place of a large file until it is fetched. */
const LFS_POINTER = /^version https:\/\/git-lfs\.github\.com\//;
const MARKUP = /^\s*<(!doctype|html|head|body|\?xml)\b/i;
/** Packed files inside packed files. */
const MOST_LAYERS = 3;

/** Reads one file by what its bytes are; see `readSource`. */
export async function readOne(
  source: ByteSource,
  options: FileOptions,
  layers = MOST_LAYERS,
): Promise<ReadResult> {
  if (source.size === 0) return refuse({ code: "empty-file" });
  const head = await source.slice(0, Math.min(source.size, SNIFFED_BYTES));
  const archive = archiveOf(head);
  if (archive && layers === 0) return refuse({ code: "binary-file", value: "many times packed" });
  if (archive) {
    const readFile = (file: ByteSource) => readOne(file, options, layers - 1);
    return readArchive(archive, source, options, { readFile, together: options.together });
  }
  const format = binaryFormatOf(head);
  if (format) return layOutRows(format.name, await format.read(source, options), options);
  const kind = unreadableKind(head);
  if (kind === "Python pickle") return refuse({ code: "pickle", value: source.name });
  if (kind === "encrypted Parquet") return refuse({ code: "encrypted" });
  return kind === null
    ? readText(source, head, options)
    : refuse({ code: "binary-file", value: kind });
}

async function readText(
  source: ByteSource,
  head: Uint8Array,
  options: FileOptions,
): Promise<ReadResult> {
  const text = await textHead(source, head);
  if (text === null) return refuse({ code: "binary-file", value: "binary" });
  const start = text.head.search(/[^\s\uFEFF]/);
  if (start < 0 && source.size <= head.length) return refuse({ code: "empty-file" });
  const markup = MARKUP.exec(text.head);
  if (markup) return refuse({ code: "binary-file", value: markup[1] === "?xml" ? "XML" : "HTML" });
  if (LFS_POINTER.test(text.head)) return refuse({ code: "lfs-pointer" });
  const format = textFormatOf(text.head.charAt(start));
  const rows = await format.read(source, text, options);
  if (!rows.ok) return rows;
  return "table" in rows ? layOutTable(rows, options) : layOutRows(format.name, rows, options);
}

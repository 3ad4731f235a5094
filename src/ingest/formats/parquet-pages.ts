import type { FileMetaData } from "hyparquet";
import { parquetHeader } from "hyparquet/src/column.js";

type Chunk = FileMetaData["row_groups"][number]["columns"][number];

/** Values that one byte of a page may stand for. */
const MOST_PER_BYTE = 1 << 20;
const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

/** Checks the pages of column chunks as their bytes are read; chunks are known by where they begin. */
export function pageCheck(metadata: FileMetaData): (from: number, bytes: ArrayBuffer) => void {
  const chunks = new Map<number, Chunk>();
  for (const { columns } of metadata.row_groups)
    for (const column of columns) chunks.set(startOf(column), column);
  return (from, bytes) => {
    const chunk = chunks.get(from);
    if (chunk) checkPages(chunk, bytes);
  };
}

/** True where a column of a file needs a key. */
export function isEncrypted({ row_groups }: FileMetaData): boolean {
  return row_groups.some(({ columns }) =>
    columns.some((column) => "crypto_metadata" in column && column.crypto_metadata !== undefined),
  );
}

function startOf({ meta_data }: Chunk): number {
  const { dictionary_page_offset: dictionary, data_page_offset: data = 0n } = meta_data ?? {};
  return Number(dictionary && dictionary < data ? dictionary : data);
}

/**
 * Walks the pages of a chunk: each lies within it and stands for no more values than it can hold, and its bytes are those that its
 * checksum was made of, where it has one. Errors: throws where one of these is not so.
 */
function checkPages({ meta_data }: Chunk, bytes: ArrayBuffer): void {
  const size = Math.min(bytes.byteLength, Number(meta_data?.total_compressed_size ?? 0));
  const reader = { view: new DataView(bytes, 0, size), offset: 0 };
  while (reader.offset < size - 1) {
    const header = parquetHeader(reader);
    const length = header.compressed_page_size;
    const end = reader.offset + length;
    if (!(length >= 0 && end <= size)) throw new Error("a page is longer than its column");
    const { num_values: values = 0 } =
      header.data_page_header ?? header.data_page_header_v2 ?? header.dictionary_page_header ?? {};
    if (!(values >= 0 && values <= MOST_PER_BYTE * (length + 1)))
      throw new Error(`${values} values in a page of ${length} bytes`);
    if (header.crc !== undefined && header.crc >>> 0 !== crc32(bytes, reader.offset, length))
      throw new Error("the checksum of a page is wrong");
    reader.offset = end;
  }
}

function crc32(buffer: ArrayBuffer, from: number, length: number): number {
  const bytes = new Uint8Array(buffer, from, length);
  let c = 0xffffffff;
  for (const byte of bytes) c = TABLE[(c ^ byte) & 255] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

import {
  type AsyncBuffer,
  type Compressors,
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
} from "hyparquet";
import { type ByteSource, UnreadableFile } from "../bytes/source.ts";
import type { RawColumn } from "../table/raw-table.ts";
import { sampledPlaces } from "../table/row-sample.ts";
import { type Decoded, type DecodeOptions, damaged, refusal } from "./decoded.ts";
import { isEncrypted, pageCheck } from "./parquet-pages.ts";

/** Beyond so many rows a table does not fit a page. */
const MOST_ROWS = 100_000_000;
/** Rows that one byte may stand for; more than that, and the count is wrong. */
const MOST_ROWS_PER_BYTE = 1000;
const BUILT_IN = new Set(["UNCOMPRESSED", "SNAPPY"]);

/**
 * Reads a Parquet file, row group by row group; decoders of other codecs than snappy are fetched when the file names them. Pages are
 * held against their checksums, where they have any.
 */
export async function decodeParquet(
  source: ByteSource,
  options: Pick<DecodeOptions, "progress" | "sample">,
): Promise<Decoded> {
  try {
    let check: ReturnType<typeof pageCheck> | null = null;
    const file: AsyncBuffer = {
      byteLength: source.size,
      slice: async (from, to = source.size) => {
        const bytes = await source.slice(from, to);
        const { buffer, byteOffset, byteLength } = bytes;
        const own = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
        check?.(from, own);
        return own;
      },
    };
    const metadata = await parquetMetadataAsync(file);
    if (isEncrypted(metadata)) return refusal({ code: "encrypted" });
    const rows = Number(metadata.num_rows);
    if (rows === 0) return refusal({ code: "empty-file" });
    if (!(rows > 0 && rows <= MOST_ROWS_PER_BYTE * source.size)) throw new Error(`${rows} rows`);
    checkColumns(metadata);
    if (rows > MOST_ROWS)
      return refusal({ code: "too-many-rows", value: String(rows), expected: String(MOST_ROWS) });
    check = pageCheck(metadata);
    return await readGroups(file, metadata, rows, options);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    return damaged("Parquet", error);
  }
}

async function compressorsFor(metadata: FileMetaData): Promise<Compressors | undefined> {
  const codecs = metadata.row_groups.flatMap((group) =>
    group.columns.map((c) => c.meta_data?.codec ?? ""),
  );
  if (codecs.every((codec) => BUILT_IN.has(codec))) return undefined;
  return (await import("hyparquet-compressors")).compressors;
}

async function readGroups(
  file: AsyncBuffer,
  metadata: FileMetaData,
  rows: number,
  { progress, sample }: Pick<DecodeOptions, "progress" | "sample">,
): Promise<Decoded> {
  const compressors = await compressorsFor(metadata);
  const places = sample && sampledPlaces(rows, sample);
  const rowsKept = places ? places.length : rows;
  const columns = new Map<string, Float64Array | unknown[]>();
  let failure: unknown;
  let done = 0;
  for (const group of metadata.row_groups) {
    const count = Number(group.num_rows);
    await parquetRead({
      file,
      metadata,
      compressors,
      rowStart: done,
      rowEnd: done + count,
      onChunk: ({ columnName, columnData, rowStart }) => {
        // What is thrown here would be heard by nobody.
        try {
          const part = places && partOf(places, columnData, rowStart);
          place(columns, columnName, part?.data ?? columnData, part?.from ?? rowStart, rowsKept);
        } catch (error) {
          failure ??= error;
        }
      },
    });
    if (failure !== undefined) throw failure;
    done += count;
    await progress({ bytes: Math.round((file.byteLength * done) / rows), rows: done });
  }
  const raw = [...columns].map(([name, cells]): RawColumn => ({ name, cells }));
  const sampledFrom = places ? rows : null;
  return { ok: true, raw: { rows: rowsKept, columns: raw }, problems: [], sampledFrom };
}

/** A column that the schema does not name, or names twice, would be read and its failure never be noticed. */
function checkColumns(metadata: FileMetaData): void {
  const names = parquetSchema(metadata).children.map((child) => child.element.name);
  if (new Set(names).size !== names.length) throw new Error("two columns of one name");
  for (const { columns } of metadata.row_groups) {
    const paths = new Set<string>();
    for (const { meta_data } of columns) {
      const path = meta_data?.path_in_schema ?? [];
      if (!names.includes(path[0])) throw new Error(`column ${path[0]} is not in the schema`);
      const key = path.join(".");
      if (paths.has(key)) throw new Error(`column ${key} stands there twice`);
      paths.add(key);
    }
  }
}

/** The cells of a chunk that a sample takes, and where they go; `places` are ascending. */
function partOf(
  places: Int32Array,
  data: ArrayLike<unknown>,
  start: number,
): { data: unknown[]; from: number } {
  const from = firstFrom(places, start);
  const to = firstFrom(places, start + data.length);
  return { data: Array.from(places.subarray(from, to), (j) => data[j - start]), from };
}

function firstFrom(places: Int32Array, row: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle] < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A cell with its whole numbers as numbers, also inside lists and records. */
function plainCell(cell: unknown): unknown {
  if (typeof cell === "bigint") return Number(cell);
  if (Array.isArray(cell)) return cell.map(plainCell);
  if (typeof cell !== "object" || cell === null || Object.getPrototypeOf(cell) !== Object.prototype)
    return cell;
  return Object.fromEntries(Object.entries(cell).map(([key, inner]) => [key, plainCell(inner)]));
}

/** Numbers go to a typed column at once; a cell of another kind turns the column into one of any cells. */
function place(
  columns: Map<string, Float64Array | unknown[]>,
  name: string,
  data: ArrayLike<unknown>,
  from: number,
  rows: number,
): void {
  let column = columns.get(name);
  if (!column) {
    column = new Float64Array(rows).fill(Number.NaN);
    columns.set(name, column);
  }
  if (column instanceof Float64Array) {
    const end = Math.min(data.length, rows - from);
    if (fillNumbers(column, data, from, end) === end) return;
    column = Array.from(column, (x) => (Number.isNaN(x) ? null : x));
    columns.set(name, column);
  }
  for (let j = 0; j < data.length && from + j < rows; j++) column[from + j] = plainCell(data[j]);
}

/** Puts `end` cells into a column of numbers, but for a first one of another kind; returns how many it put. */
function fillNumbers(
  column: Float64Array,
  data: ArrayLike<unknown>,
  from: number,
  end: number,
): number {
  for (let j = 0; j < end; j++) {
    const cell = data[j];
    if (typeof cell === "number") column[from + j] = cell;
    else if (typeof cell === "bigint" || typeof cell === "boolean") column[from + j] = Number(cell);
    else if (cell !== null && cell !== undefined) return j;
  }
  return end;
}

import { allOf, type ByteSource } from "../bytes/source.ts";
import type { RawColumn } from "../table/raw-table.ts";
import { checkArrow } from "./arrow-check.ts";
import { type Decoded, damaged, refusal } from "./decoded.ts";
import { decodeLz4Frame } from "./lz4-frame.ts";

/** Reads an Arrow file (Feather) or stream, its buffers plain, LZ4-framed or zstd-compressed. */
export async function decodeArrow(source: ByteSource): Promise<Decoded> {
  try {
    const { CompressionType, setCompressionCodec, tableFromIPC } = await import(
      "@uwdata/flechette"
    );
    const { decompressZstd } = await import("hyparquet-compressors");
    const encode = () => {
      throw new Error("invalid use: only read");
    };
    setCompressionCodec(CompressionType.LZ4_FRAME, { decode: decodeLz4Frame, encode });
    setCompressionCodec(CompressionType.ZSTD, { decode: (b) => decompressZstd(b), encode });
    const bytes = await allOf(source);
    checkArrow(bytes);
    const table = tableFromIPC(bytes.slice(), { useBigInt: false });
    if (table.numRows === 0 || table.names.length === 0) return refusal({ code: "empty-file" });
    const columns = table.names.map((name, i): RawColumn => {
      const cells: ArrayLike<unknown> = table.getChildAt(i).toArray();
      return { name: String(name), cells: numbersOf(cells) ?? plainCells(cells) };
    });
    const odd = columns.find(({ cells }) => cells.length !== table.numRows);
    if (odd) throw new Error(`${odd.name}: ${odd.cells.length} of ${table.numRows} rows`);
    return { ok: true, raw: { rows: table.numRows, columns }, problems: [] };
  } catch (error) {
    return damaged("Arrow", error);
  }
}

function numbersOf(cells: ArrayLike<unknown>): Float64Array | null {
  if (cells instanceof BigInt64Array || cells instanceof BigUint64Array)
    return Float64Array.from(cells, Number);
  return ArrayBuffer.isView(cells) ? Float64Array.from(cells as ArrayLike<number>) : null;
}

/** Lists become arrays, so that they read like JSON. */
function plainCells(cells: ArrayLike<unknown>): unknown[] {
  return Array.from(cells, (cell) =>
    ArrayBuffer.isView(cell) ? Array.from(cell as unknown as ArrayLike<number>) : cell,
  );
}

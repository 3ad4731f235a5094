import { parse } from "npyjs";
import type { RawTable } from "../table/raw-table.ts";
import { type RowSample, sampledPlaces } from "../table/row-sample.ts";
import { type Decoded, damaged, refusal } from "./decoded.ts";
import { matrixTable } from "./matrix.ts";

/** More numbers than this do not fit a page beside what is made of them. */
const MOST_CELLS = 64_000_000;
const TOO_MANY = "64 million numbers in a NumPy file";

/** Settings of `decodeNpy`. */
export interface NpyOptions {
  /** Reads the matrix the other way round than is likelier. Default false. */
  readonly isTurned?: boolean;
  /** Keeps a random sample of the rows, which may then be any number. Default null: all. */
  readonly sample?: RowSample | null;
}

/** Reads an npy array: n × m or m × n (see `matrixTable`), prompts × answers × m, a single column, or a list of texts. */
export function decodeNpy(
  bytes: Uint8Array,
  name: string,
  { isTurned = false, sample = null }: NpyOptions = {},
): Decoded {
  try {
    const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, 192));
    if (/'descr':\s*'>/.test(head))
      return refusal({ code: "unsupported-file", value: "big-endian NumPy" });
    if (/'descr':\s*'\|O'/.test(head)) return refusal({ code: "pickle", value: `${name}.npy` });
    const texts = textsOf(bytes, head);
    if (texts) return { ok: true, raw: columnOf(name, texts), problems: [] };
    const { data, shape, fortranOrder, dtype } = parse(bufferOf(bytes));
    if (/^c/.test(dtype)) return refusal({ code: "unsupported-file", value: `NumPy ${dtype}` });
    const cells = data as unknown as ArrayLike<number | bigint | boolean>;
    if (cells.length === 0) return refusal({ code: "empty-file" });
    if (cells.length > MOST_CELLS && !sample)
      return refusal({
        code: "too-large-file",
        value: `${Math.round(cells.length / 1e6)} million numbers`,
        expected: TOO_MANY,
      });
    const takes = sample && ((rows: number) => sampledPlaces(rows, sample));
    const options = { name, isFortran: fortranOrder, isTurned, takes };
    const raw = matrixTable(cells, shape, options);
    if (!raw)
      return refusal({ code: "unsupported-file", value: `NumPy, shape (${shape.join(", ")})` });
    return { ok: true, raw: raw.table, problems: [], sampledFrom: raw.sampledFrom };
  } catch (error) {
    return damaged("NumPy", error);
  }
}

/** The bytes as a buffer of their own; copied only where they are a part of one. */
function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): ArrayBuffer {
  const isWhole = byteOffset === 0 && byteLength === buffer.byteLength;
  return (isWhole ? buffer : buffer.slice(byteOffset, byteOffset + byteLength)) as ArrayBuffer;
}

function columnOf(name: string, cells: readonly string[]): RawTable {
  return { rows: cells.length, columns: [{ name, cells }] };
}

/** The texts of a one-dimensional array of texts (U) or bytes (S); null for any other array. */
function textsOf(bytes: Uint8Array, head: string): string[] | null {
  const [, kind, size] = /'descr':\s*'[<|=](U|S)(\d+)'/.exec(head) ?? [];
  const [, count] = /'shape':\s*\((\d+),\s*\)/.exec(head) ?? [];
  if (kind === undefined || count === undefined) return null;
  const start = bytes[6] <= 1 ? 10 : 12;
  const from = start + (bytes[8] | (bytes[9] << 8));
  const width = Number(size) * (kind === "U" ? 4 : 1);
  const decoder = new TextDecoder();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Number(count) }, (_, j) => {
    const at = from + j * width;
    if (kind === "S") return decoder.decode(bytes.subarray(at, at + width)).replace(/\0+$/, "");
    let text = "";
    for (let k = at; k < at + width; k += 4) {
      const point = view.getUint32(k, true);
      if (point !== 0) text += String.fromCodePoint(point);
    }
    return text;
  });
}

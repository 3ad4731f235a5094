import { parse } from "npyjs";
import type { RawTable } from "../raw-table.ts";
import { type Decoded, refusal } from "./json.ts";

/** Most values that a matrix is taken to have; a wider one is taken to lie the other way. */
const MOST_VALUES = 64;

/** Reads an npy array: n × m, m × n (turned), prompts × answers × m, or a single column. */
export function decodeNpy(bytes: Uint8Array, name: string): Decoded {
  try {
    const head = new TextDecoder("windows-1252").decode(bytes.subarray(10, 138));
    if (/'descr':\s*'>/.test(head))
      return refusal({ code: "unsupported-file", value: "big-endian NumPy" });
    const { data, shape, fortranOrder, dtype } = parse(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
    );
    if (/^c|^U/.test(dtype)) return refusal({ code: "unsupported-file", value: `NumPy ${dtype}` });
    const numbers = Float64Array.from(data as unknown as ArrayLike<number | bigint>, Number);
    const raw = matrixOf(numbers, shape, fortranOrder, name);
    if (!raw)
      return refusal({
        code: "unsupported-file",
        value: `NumPy, shape (${shape.join(", ")})`,
      });
    return raw.rows === 0 ? refusal({ code: "empty-file" }) : { ok: true, raw, problems: [] };
  } catch (error) {
    return refusal({
      code: "damaged-file",
      expected: "NumPy",
      value: error instanceof Error ? error.message.slice(0, 120) : "",
    });
  }
}

function matrixOf(
  numbers: Float64Array,
  shape: readonly number[],
  isFortran: boolean,
  name: string,
): RawTable | null {
  if (shape.length === 1) return { rows: shape[0], columns: [{ name, cells: numbers }] };
  if (shape.length === 2) {
    const [n, m] = shape;
    const isWide = m > n && m > MOST_VALUES;
    const [rows, size] = isWide ? [m, n] : [n, m];
    if (size > MOST_VALUES * MOST_VALUES) return null;
    const at = (i: number, k: number) => (isFortran ? k * n + i : i * m + k);
    const columns = Array.from({ length: size }, (_, k) => ({
      name: `${name} ${k + 1}`,
      cells: Float64Array.from({ length: rows }, (_, j) => numbers[isWide ? at(k, j) : at(j, k)]),
    }));
    return { rows, columns };
  }
  if (shape.length === 3 && !isFortran) {
    const [prompts, answers, size] = shape;
    const rows = prompts * answers;
    const columns = Array.from({ length: size }, (_, k) => ({
      name: `${name} ${k + 1}`,
      cells: Float64Array.from({ length: rows }, (_, j) => numbers[j * size + k]),
    }));
    const prompt = Array.from({ length: rows }, (_, j) => `prompt ${Math.floor(j / answers) + 1}`);
    return { rows, columns: [{ name: "prompt", cells: prompt }, ...columns] };
  }
  return null;
}

import { parse } from "npyjs";
import { type Decoded, damaged, refusal } from "./decoded.ts";
import { matrixTable } from "./matrix.ts";

/** Reads an npy array: n × m or m × n (see `matrixTable`), prompts × answers × m, or a single column. */
export function decodeNpy(bytes: Uint8Array, name: string, isTurned = false): Decoded {
  try {
    const head = new TextDecoder("windows-1252").decode(bytes.subarray(10, 138));
    if (/'descr':\s*'>/.test(head))
      return refusal({ code: "unsupported-file", value: "big-endian NumPy" });
    const { data, shape, fortranOrder, dtype } = parse(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
    );
    if (/^c|^U/.test(dtype)) return refusal({ code: "unsupported-file", value: `NumPy ${dtype}` });
    if (data.byteLength === 0) return refusal({ code: "empty-file" });
    const numbers = Float64Array.from(data as unknown as ArrayLike<number | bigint>, Number);
    const raw = matrixTable(numbers, shape, { name, isFortran: fortranOrder, isTurned });
    if (!raw)
      return refusal({
        code: "unsupported-file",
        value: `NumPy, shape (${shape.join(", ")})`,
      });
    return { ok: true, raw, problems: [] };
  } catch (error) {
    return damaged("NumPy", error);
  }
}

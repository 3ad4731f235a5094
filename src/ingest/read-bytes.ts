import { readCsv } from "./read-csv.ts";
import { readJson } from "./read-json.ts";
import { type ReadResult, refuse } from "./table.ts";

const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ["Parquet", [0x50, 0x41, 0x52, 0x31]],
  ["zip or spreadsheet", [0x50, 0x4b, 0x03, 0x04]],
  ["gzip", [0x1f, 0x8b]],
  ["NumPy", [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]],
  ["Arrow", [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31]],
  ["xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ["PDF", [0x25, 0x50, 0x44, 0x46]],
  ["PNG", [0x89, 0x50, 0x4e, 0x47]],
  ["old spreadsheet", [0xd0, 0xcf, 0x11, 0xe0]],
];

/**
 * Reads the bytes of a file into a table, by what they are and not by what the file is called: JSON or separated text in
 * UTF-8, UTF-16 or Windows-1252. Never throws: whatever is wrong comes back as problems.
 */
export function readBytes(bytes: Uint8Array): ReadResult {
  const known = SIGNATURES.find(([, magic]) => magic.every((byte, i) => bytes[i] === byte));
  if (known) return refuse({ code: "binary-file", value: known[0] });
  const text = decode(bytes);
  if (text === null) return refuse({ code: "binary-file" });
  const start = text.search(/\S/);
  if (start < 0) return refuse({ code: "empty-file" });
  return text[start] === "[" || text[start] === "{" ? readJson(text) : readCsv(text);
}

function decode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.subarray(0, 65_536).includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder("windows-1252").decode(bytes);
    const controls = [...text.slice(0, 4096)].filter(
      (c) => c < " " && !"\t\n\r\f".includes(c),
    ).length;
    return controls > 0.01 * Math.min(4096, text.length) ? null : text;
  }
}

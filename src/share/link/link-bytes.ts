import { deflateSync, Inflate, strFromU8, strToU8 } from "fflate";
import { packNumbers, unpackNumbers } from "./number-bits.ts";

/** What the bytes of a link held. */
export interface LinkLines {
  readonly letters: string;
  /** One JSON value for each letter, fewer where the bytes end early. */
  readonly lines: readonly unknown[];
  /** False where something was cut off or changed on the way. */
  readonly isWhole: boolean;
}

/** Begins every text, unseen, so that what is in nearly every link costs next to nothing. Part of the format. */
const PRELUDE = strToU8(
  '"reward","score","quality","accuracy","safety","honesty","helpfulness","harmlessness",.csv"answers.jsonl"' +
    '"train.parquet","opt-1.3b",0,0]"tradeOffs""sequential""pairs""distributions""mixes""trust""answers"' +
    '"free""per-prompt""all-60""all-70""all-80""alone-"hhh-50""hhh-60""hhh-80""hhh-90""hhh-70"' +
    '[["A",["aaaaaa",[0,0,0,0,0,0]]],["B",["aaaaaaaaaaaa",[0,0,0,0,0,0,0,0,0,0,0,0]]],["C",["aaaeee",' +
    '["D",["E",["F",["G",["H",["I",["J",["K",["L",["svpcrmdaon' +
    '\n["---eee",[0,0,0],["humor","gpt2-helpful","gpt2-harmless","diversity","coherence","perplexity"]]\n',
);
const CHECK_BYTES = 2;
const CHUNK = 256;
const MOST_TEXT = 1_000_000;

/**
 * Letters and one JSON value for each as bytes: a check sum, the length of the text, the text deflated with a 0 for every
 * number, and the numbers, which float64 keeps exactly.
 */
export function packLines(letters: string, lines: readonly unknown[]): Uint8Array {
  const numbers: number[] = [];
  const withoutNumbers = (_: string, value: unknown) => {
    if (typeof value !== "number") return value;
    numbers.push(value);
    return 0;
  };
  const text = [letters, ...lines.map((line) => JSON.stringify(line, withoutNumbers))]
    .map((line) => `${line}\n`)
    .join("");
  const packed = deflateSync(strToU8(text), { level: 9, dictionary: PRELUDE });
  const body = [...lengthBytes(packed.length), ...packed, ...packNumbers(numbers)];
  return Uint8Array.from([...checkSum(body), ...body]);
}

/** The lines again, as far as the bytes go. Errors: throws where not even the letters can be read. */
export function unpackLines(bytes: Uint8Array): LinkLines {
  const body = bytes.subarray(CHECK_BYTES);
  const { length, start } = readLength(body);
  const text = inflated(body.subarray(start, start + length));
  const [letters, ...whole] = text.split("\n").slice(0, -1);
  if (letters === undefined) throw new Error("invalid link: no fields");
  const lines: unknown[] = [];
  for (const line of whole.slice(0, letters.length)) {
    const json = parsed(line);
    if (json === undefined) break;
    lines.push(json);
  }
  const numbers = unpackNumbers(body.subarray(start + length), countNumbers(lines));
  const isWhole = checkSum(body).every((byte, k) => byte === bytes[k]);
  let next = 0;
  return { letters, lines: lines.map((line) => filled(line, () => numbers[next++])), isWhole };
}

/** Whatever of a deflated text is there, up to a million characters: a stream can blow up a thousandfold. */
function inflated(packed: Uint8Array): string {
  let bytes = new Uint8Array(0);
  const stream = new Inflate({ dictionary: PRELUDE }, (chunk) => {
    const longer = new Uint8Array(bytes.length + chunk.length);
    longer.set(bytes);
    longer.set(chunk, bytes.length);
    bytes = longer;
  });
  try {
    for (let at = 0; at < packed.length && bytes.length < MOST_TEXT; at += CHUNK)
      stream.push(packed.subarray(at, at + CHUNK));
  } catch {
    // What came before the fault is kept.
  }
  return strFromU8(bytes);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function countNumbers(json: unknown): number {
  if (Array.isArray(json)) return json.reduce((sum: number, part) => sum + countNumbers(part), 0);
  if (typeof json === "object" && json !== null) return countNumbers(Object.values(json));
  return typeof json === "number" ? 1 : 0;
}

function filled(json: unknown, next: () => number | undefined): unknown {
  if (typeof json === "number") return next();
  if (Array.isArray(json)) return json.map((part) => filled(part, next));
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([key, part]) => [key, filled(part, next)]));
}

/** Seven bits a byte, lowest first; the highest bit says that more follow. */
function lengthBytes(length: number): number[] {
  return length < 128 ? [length] : [128 + (length % 128), ...lengthBytes(Math.floor(length / 128))];
}

function readLength(bytes: Uint8Array): { readonly length: number; readonly start: number } {
  let length = 0;
  for (let k = 0; k < 4; k++) {
    length += (bytes[k] & 127) * 128 ** k;
    if (!(bytes[k] & 128)) return { length, start: k + 1 };
  }
  throw new Error("invalid link: length");
}

/** Fletcher's sum of the bytes, which notices a change and most swaps. */
function checkSum(bytes: ArrayLike<number>): number[] {
  let a = 1;
  let b = 0;
  for (let k = 0; k < bytes.length; k++) {
    a = (a + bytes[k]) % 255;
    b = (b + a) % 255;
  }
  return [a, b];
}

import { type ByteSource, stretchesOf } from "../bytes/source.ts";

/** Encodings that texts come in. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** How a text is encoded and how it begins. */
export interface TextHead {
  readonly encoding: Encoding;
  /** The first megabyte, cut at the end of a line. */
  readonly head: string;
}

const HEAD_BYTES = 1 << 20;
const MOST_CONTROLS = 0.01;

/** Reads the beginning of a text; null where it is none. A text that is no UTF-8 is read as Windows-1252. */
export async function textHead(source: ByteSource, sniffed: Uint8Array): Promise<TextHead | null> {
  const bytes =
    source.size <= sniffed.length
      ? sniffed
      : await source.slice(0, Math.min(source.size, HEAD_BYTES));
  const isWhole = bytes.length >= source.size;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return headIn("utf-16le", bytes, isWhole);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return headIn("utf-16be", bytes, isWhole);
  const cut = isWhole ? bytes : bytes.subarray(0, bytes.lastIndexOf(10) + 1 || bytes.length);
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(cut);
    return headIn("utf-8", bytes, isWhole);
  } catch {
    const text = headIn("windows-1252", bytes, isWhole);
    const start = text.head.slice(0, 4096);
    const controls = [...start].filter((c) => c < " " && !"\t\n\r\f".includes(c)).length;
    return controls > MOST_CONTROLS * start.length ? null : text;
  }
}

function headIn(encoding: Encoding, bytes: Uint8Array, isWhole: boolean): TextHead {
  const text = new TextDecoder(encoding).decode(bytes);
  const end = text.lastIndexOf("\n") + 1;
  return { encoding, head: isWhole || end === 0 ? text : text.slice(0, end) };
}

/** The bytes of a text as UTF-8, whatever it is encoded in. */
export async function* decodedStretches(
  source: ByteSource,
  encoding: Encoding,
): AsyncGenerator<Uint8Array> {
  if (encoding === "utf-8") {
    yield* stretchesOf(source);
    return;
  }
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for await (const stretch of stretchesOf(source))
    yield encoder.encode(decoder.decode(stretch, { stream: true }));
  const rest = decoder.decode();
  if (rest) yield encoder.encode(rest);
}

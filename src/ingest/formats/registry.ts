import { beginsWith, type Signature } from "../bytes/sniff.ts";
import { allOf, type ByteSource } from "../bytes/source.ts";
import type { ReadResult } from "../table/table.ts";
import type { Decoded, DecodeOptions } from "./decoded.ts";
import { readJson } from "./json.ts";
import { readSeparatedStream } from "./separated.ts";
import { decodedStretches, type TextHead } from "./text.ts";

/** A format that is known by the bytes it begins with. */
export interface BinaryFormat {
  /** What it is called, in every language; listed in ui/text/format-names.ts too. */
  readonly name: string;
  readonly signatures: readonly Signature[];
  /** Fetches the reader and reads. */
  readonly read: (source: ByteSource, options: DecodeOptions) => Promise<Decoded>;
}

/** A format of texts. */
export interface TextFormat {
  readonly name: string;
  /** True where a text may be of it, by its first sign that is no blank. */
  readonly fits: (firstSign: string) => boolean;
  /** Rows to make a table of, or a table where the format decides what its columns are. */
  readonly read: (
    source: ByteSource,
    text: TextHead,
    options: DecodeOptions,
  ) => Promise<Decoded | ReadResult>;
}

const parquet: BinaryFormat = {
  name: "Parquet",
  signatures: [[0x50, 0x41, 0x52, 0x31]],
  read: async (source, options) => (await import("./parquet.ts")).decodeParquet(source, options),
};

const arrow: BinaryFormat = {
  name: "Arrow",
  signatures: [
    [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31],
    // A stream begins with a continuation mark and the length of its schema.
    [0xff, 0xff, 0xff, 0xff],
  ],
  read: async (source) => (await import("./arrow.ts")).decodeArrow(source),
};

/** Single arrays, and those in an archive. */
const NUMPY: BinaryFormat = {
  name: "NumPy",
  signatures: [[0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]],
  async read(source, { isTurned, sample }) {
    const { decodeNpy } = await import("./numpy.ts");
    const name = source.name.replace(/^.*\//, "").replace(/\.np[yz]$/i, "");
    return decodeNpy(await allOf(source), name, { isTurned, sample });
  },
};

/** The format of JSON, and of the logs of records that come as archives of it. */
export const JSON_FORMAT: TextFormat = {
  name: "JSON",
  fits: (firstSign) => firstSign === "[" || firstSign === "{",
  read: (source, { encoding }, options) => readJson(source, encoding, options),
};

const separated: TextFormat = {
  name: "CSV",
  fits: () => true,
  read: (source, { encoding, head }, { progress, sample }) =>
    readSeparatedStream(decodedStretches(source, encoding), head, progress, sample),
};

/** Every format that is known by its bytes: a new one is a row here and a reader. */
export const BINARY_FORMATS: readonly BinaryFormat[] = [parquet, arrow, NUMPY];

/** Every format of texts; the first that fits is taken, and the last one fits all. */
export const TEXT_FORMATS = [JSON_FORMAT, separated] as const;

/** The format of bytes that begin like this; undefined for a text and for what is not read. */
export function binaryFormatOf(head: Uint8Array): BinaryFormat | undefined {
  return BINARY_FORMATS.find(({ signatures }) => beginsWith(head, signatures));
}

/** The format of a text that begins with this sign. */
export function textFormatOf(firstSign: string): TextFormat {
  return TEXT_FORMATS.find(({ fits }) => fits(firstSign)) ?? separated;
}

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeLz4Frame } from "../testing/arrow-codecs.ts";
import { decodeLz4Frame } from "./lz4-frame.ts";

const MAGIC = [0x04, 0x22, 0x4d, 0x18];
const END = [0, 0, 0, 0];
const UNCOMPRESSED = 0x80;

/** A block with its size in front, its highest bit set where it is stored as it is. */
function block(bytes: readonly number[], mark = 0): number[] {
  return [bytes.length & 255, bytes.length >> 8, 0, mark, ...bytes];
}

/** A frame of blocks behind a header with these flags and further fields. */
function frame(blocks: readonly number[][], flags = 0x60, fields: readonly number[] = []) {
  return Uint8Array.from([...MAGIC, flags, 0x70, ...fields, 0, ...blocks.flat(), ...END]);
}

const decoded = (bytes: Uint8Array) => [...decodeLz4Frame(bytes)];

describe("an LZ4 frame", () => {
  test("gives back whatever was compressed", () =>
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.nat(255), fc.constantFrom(0, 1)), { maxLength: 2000 }),
        fc.integer({ min: 1, max: 5 }),
        (bytes, times) => {
          const input = Uint8Array.from(Array.from({ length: times }, () => bytes).flat());
          expect(decoded(encodeLz4Frame(input))).toEqual([...input]);
        },
      ),
      { numRuns: 200 },
    ));

  test("holds blocks that are stored as they are, alone and beside compressed ones", () => {
    const stored = Array.from({ length: 5000 }, (_, k) => (k * k * 7 + k) % 256);
    const compressed = [0x35, 1, 2, 3, 3, 0, 0x10, 9];
    const run = [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 9];
    expect(decoded(frame([block(stored, UNCOMPRESSED)]))).toEqual(stored);
    expect(
      decoded(frame([block(compressed), block(stored, UNCOMPRESSED), block(compressed)])),
    ).toEqual([...run, ...stored, ...run]);
  });

  test("has matches that reach into blocks before, and ones that overlap themselves", () => {
    expect(decoded(frame([block([7, 8], UNCOMPRESSED), block([0x00, 2, 0, 0x10, 5])]))).toEqual([
      7, 8, 7, 8, 7, 8, 5,
    ]);
    expect(decoded(frame([block([0x1f, 6, 1, 0, 3, 0x00])]))).toEqual(new Array(23).fill(6));
  });

  test.each([14, 15, 16, 269, 270, 271, 524, 525, 526])("has runs of %i literals", (length) => {
    const literals = Array.from({ length }, (_, k) => k % 256);
    const more: number[] = [];
    for (let left = length - 15; left >= 0; left -= 255) more.push(Math.min(255, left));
    const token = Math.min(15, length) << 4;
    expect(decoded(frame([block([token, ...more, ...literals])]))).toEqual(literals);
  });

  test.each([
    ["nothing more", 0x60, []],
    ["the size of its content", 0x68, [4, 0, 0, 0, 0, 0, 0, 0]],
    ["a dictionary's number", 0x61, [1, 2, 3, 4]],
    ["both", 0x69, [4, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4]],
  ])("may say %s in its header", (_, flags, fields) => {
    expect(decoded(frame([block([1, 2, 3, 4], UNCOMPRESSED)], flags, fields))).toEqual([
      1, 2, 3, 4,
    ]);
  });

  test("may have a check sum behind every block", () => {
    const summed = [1, 2].map((n) => [...block([n, n], UNCOMPRESSED), 9, 9, 9, 9]);
    expect(decoded(frame(summed, 0x70))).toEqual([1, 1, 2, 2]);
  });

  test("may be empty", () => {
    expect(decoded(frame([]))).toEqual([]);
  });

  test("grows beyond four times its size", () => {
    const zeros = [0x1f, 0, 1, 0, ...new Array<number>(200).fill(255), 0, 0x00];
    expect(decodeLz4Frame(frame([block(zeros)])).length).toBe(1 + 4 + 15 + 200 * 255);
  });

  test.each<[string, number[] | Uint8Array, string]>([
    ["another magic number", [1, 2, 3, 4, 0x60, 0x70, 0, ...END], "invalid LZ4: magic"],
    ["no header", [...MAGIC, 0x60, 0x70], "invalid LZ4: magic"],
    [
      "a block cut short",
      [...MAGIC, 0x60, 0x70, 0, 9, 0, 0, 0, 1, 2],
      "invalid LZ4: block too long",
    ],
    ["too few literals", frame([block([0x40, 1, 2])]), "invalid LZ4: cut short"],
    ["a length that does not end", frame([block([0xf0, 255, 255])]), "invalid LZ4: cut short"],
    [
      "a match of no distance",
      frame([block([0x10, 1, 0, 0])]),
      "invalid LZ4: match before the start",
    ],
    [
      "a match before the start",
      frame([block([0x10, 1, 2, 0])]),
      "invalid LZ4: match before the start",
    ],
  ])("with %s is refused", (_, bytes, message) => {
    expect(() => decodeLz4Frame(Uint8Array.from(bytes))).toThrow(message);
  });

  test("without its end mark is refused", () => {
    expect(() => decodeLz4Frame(frame([block([1], UNCOMPRESSED)]).subarray(0, -4))).toThrow();
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packNumbers, unpackNumbers } from "./number-bits.ts";

const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0);
const typed = fc.integer({ min: -1e7, max: 1e7 }).map((n) => n / 1000);

describe("numbers as bits", () => {
  test("come back exactly, whatever they are", () =>
    fc.assert(
      fc.property(fc.array(fc.oneof(finite, typed, fc.integer())), (numbers) => {
        expect(unpackNumbers(packNumbers(numbers), numbers.length)).toEqual(numbers);
      }),
      { numRuns: 1000 },
    ));

  test.each([
    [[0], 2],
    [[1.5], 2],
    [[2312, 5], 5],
    [[Math.PI], 8],
    [[Math.PI, Math.PI, Math.PI], 8],
    [[Number.MAX_VALUE, 5e-324, -Number.MAX_SAFE_INTEGER], 28],
  ])("%j takes %d bytes", (numbers, bytes) => {
    const packed = packNumbers(numbers);
    expect(packed.length).toBe(bytes);
    expect(unpackNumbers(packed, numbers.length)).toEqual(numbers);
  });

  test("that were cut off are those before the cut", () => {
    const packed = packNumbers([1.5, Math.PI, Math.E]);
    expect(unpackNumbers(packed.subarray(0, packed.length - 1), 3)).toEqual([1.5, Math.PI]);
    expect(unpackNumbers(new Uint8Array(0), 3)).toEqual([]);
  });
});

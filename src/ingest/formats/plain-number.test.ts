import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "../../core/numerics/random.ts";
import { plainNumber } from "./plain-number.ts";

const POINT = 46;
const read = (text: string, point = POINT) =>
  plainNumber(new TextEncoder().encode(text), text, 0, text.length, point);

test("every double written in full comes back to the last bit", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
      expect(read(String(x))).toBe(x === 0 ? 0 : x);
    }),
    { numRuns: 20_000 },
  );
});

test("half a million numbers of 1 to 24 digits are what Number makes of them", () => {
  const random = seededRandom(3);
  const digit = () => Math.floor(random.uniform() * 10);
  for (let k = 0; k < 500_000; k++) {
    const length = 1 + (k % 24);
    const digits = Array.from({ length }, digit);
    digits.splice(Math.floor(random.uniform() * (length + 1)), 0, -1);
    const text = (k % 3 === 0 ? "-" : "") + digits.map((d) => (d < 0 ? "." : d)).join("");
    if (!Object.is(read(text), Number(text))) expect.fail(`${text}: ${read(text)}`);
  }
});

test("halfway between two doubles, a hair above and a hair below", () => {
  for (const text of ["9007199254740993", "9007199254740993.0000001", "9007199254740992.9999999"])
    expect(read(text)).toBe(Number(text));
  for (let k = 0; k < 40; k++) {
    const half = (2n ** 53n + BigInt(2 * k + 1)).toString();
    expect(read(`${half.slice(0, 6)}.${half.slice(6)}`)).toBe(
      Number(`${half.slice(0, 6)}.${half.slice(6)}`),
    );
  }
});

test("a decimal comma reads the same, and what is no number is none", () => {
  expect(read("-12,5", 44)).toBe(-12.5);
  expect(read("0,1234567890123456", 44)).toBe(0.1234567890123456);
  for (const text of ["", ".", "-", "1.2.3", "1,5", "x", "1e", "0x10", "1 2"])
    expect(read(text), text).toBeUndefined();
  expect([read(" 7"), read("+7"), read("1e3"), read("-0")]).toEqual([7, 7, 1000, -0]);
});

import fc from "fast-check";
import { deflateSync, strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { packLines, unpackLines } from "./link-bytes.ts";

/** A link's bytes around any text, as somebody else might make them; their check sum is wrong. */
function bytesOf(text: string, after: readonly number[] = []): Uint8Array {
  const packed = deflateSync(strToU8(text), { level: 9 });
  const length: number[] = [];
  for (let rest = packed.length; length.length === 0 || rest > 0; rest = Math.floor(rest / 128))
    length.push(rest < 128 ? rest : 128 + (rest % 128));
  return Uint8Array.from([0, 0, ...length, ...packed, ...after]);
}

describe("the bytes of a link", () => {
  test("give back letters and any JSON, numbers to the last bit", () =>
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 8 }), (values) => {
        const lines: unknown[] = JSON.parse(JSON.stringify(values).replaceAll("-0,", "0,"));
        const letters = "abcdefgh".slice(0, lines.length);
        const read = unpackLines(packLines(letters, lines));
        expect(read.isWhole).toBe(true);
        expect(read.letters).toBe(letters);
        expect(JSON.stringify(read.lines)).toBe(JSON.stringify(lines));
      }),
    ));

  test("count numbers in records as in lists", () => {
    const lines = [{ a: 1.5, b: [2, { c: 3 }], d: null }, "x", 4, [true, 5]];
    expect(unpackLines(packLines("abcd", lines)).lines).toEqual(lines);
  });

  test("of more lines than letters are read as far as there are letters", () => {
    expect(unpackLines(packLines("a", ["one", 7, "three"]))).toEqual({
      letters: "a",
      lines: ["one"],
      isWhole: true,
    });
  });

  test("end at the first line that is no JSON", () => {
    expect(unpackLines(bytesOf('abc\n"one"\n{broken\n"three"\n')).lines).toEqual(["one"]);
  });

  test("whose last line does not end are read up to it", () => {
    expect(unpackLines(bytesOf('ab\n"one"\n"two"')).lines).toEqual(["one"]);
    expect(unpackLines(bytesOf("ab\n"))).toEqual({ letters: "ab", lines: [], isWhole: false });
    expect(() => unpackLines(bytesOf("ab"))).toThrow("invalid link: no fields");
  });

  test("past the end of the numbers give none for those that are missing", () => {
    const { lines } = unpackLines(bytesOf("a\n[0,0]\n"));
    expect(lines).toEqual([[undefined, undefined]]);
  });

  test.each([0, 1, 2, 3])("that are no more than %i bytes hold nothing", (length) => {
    const whole = packLines("a", ["b"]);
    expect(() => unpackLines(whole.subarray(0, length))).toThrow();
  });

  test("of a length that does not end are refused", () => {
    const endless = Uint8Array.of(0, 0, 255, 255, 255, 255, 1, 2, 3);
    expect(() => unpackLines(endless)).toThrow("invalid link: length");
  });

  test.each([100, 127, 128, 129, 5000, 40_000])("of %i random letters are whole", (length) => {
    const text = Array.from({ length }, (_, k) => String.fromCharCode(97 + ((k * k * 31) % 26)));
    const lines = [text.join(""), length];
    expect(unpackLines(packLines("ab", lines))).toEqual({ letters: "ab", lines, isWhole: true });
  });
});

describe("a text that blows up when it is unpacked", () => {
  const padded = (length: number) => `ab\n${" ".repeat(length)}"one"\n"two"\n`;

  test("is read up to about a million characters and no further", () => {
    expect(unpackLines(bytesOf(padded(900_000))).lines).toEqual(["one", "two"]);
    expect(unpackLines(bytesOf(padded(4_000_000))).lines).toEqual([]);
    expect(unpackLines(packLines("ab", ["x".repeat(4_000_000), "two"])).lines).toEqual([]);
  });

  test("keeps what came before a fault in the stream", () => {
    const noise = Array.from({ length: 3000 }, (_, k) => (k * k * 31 + k) % 251).join(" ");
    const bytes = bytesOf(`ab\n"one"\n"${noise}"\n`);
    const cut = unpackLines(bytes.subarray(0, bytes.length - 200));
    expect(cut).toEqual({ letters: "ab", lines: ["one"], isWhole: false });
    const spoiled = bytes.slice();
    spoiled.fill(255, 1500);
    expect(unpackLines(spoiled).letters).toBe("ab");
  });
});

describe("the check sum of a link", () => {
  const good = packLines("abc", [["humor", 0.25], "per-prompt", -1.5]);

  test("notices every single change of a byte but one between 0 and 255, and every swap of unequal neighbours", () => {
    for (let at = 2; at < good.length; at++) {
      const changed = good.slice();
      changed[at] = (changed[at] + 17) % 255;
      expect(isWhole(changed), `byte ${at}`).toBe(false);
    }
    const swaps = [...good.keys()].filter((at) => at > 2 && good[at] !== good[at - 1]);
    for (const at of swaps) {
      const swapped = good.slice();
      [swapped[at], swapped[at - 1]] = [swapped[at - 1], swapped[at]];
      expect(isWhole(swapped), `bytes ${at - 1} and ${at}`).toBe(false);
    }
  });

  test("lies in the first two bytes, both of which count", () => {
    expect(isWhole(good)).toBe(true);
    expect(isWhole(Uint8Array.from(good, (byte, k) => (k === 0 ? byte ^ 1 : byte)))).toBe(false);
    expect(isWhole(Uint8Array.from(good, (byte, k) => (k === 1 ? byte ^ 1 : byte)))).toBe(false);
  });
});

/** False too where nothing can be read. */
function isWhole(bytes: Uint8Array): boolean {
  try {
    return unpackLines(bytes).isWhole;
  } catch {
    return false;
  }
}

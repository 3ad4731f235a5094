import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { csvCell, csvTable, withoutNoise } from "./csv.ts";

const read = (text: string) => Papa.parse<string[]>(text.slice(1), { skipEmptyLines: false }).data;

/** What a cell of a file means where `cell` was written: words without the mark of words, or a number; no number is infinite. */
function meaningOf(text: string, cell: string | number): string | number {
  if (typeof cell === "string") return text === `'${cell}` ? cell : text;
  if (text === "") return Number.isFinite(cell) ? Number.NaN : cell;
  return Number(text);
}

describe("separated text", () => {
  test("gives back any words, and any number to fifteen digits", () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.oneof(fc.string({ unit: "binary" }), fc.double({ noNaN: true })), {
            minLength: 3,
            maxLength: 3,
          }),
          { minLength: 1, maxLength: 6 },
        ),
        (rows) => {
          const table = read(csvTable(["a", "b", "c"], rows));
          expect(table.slice(1, -1)).toHaveLength(rows.length);
          const cells = table.slice(1, -1).flat();
          rows.flat().forEach((cell, k) => {
            const kept = typeof cell === "number" ? withoutNoise(cell) : cell;
            expect(meaningOf(cells[k], cell)).toEqual(kept === 0 ? 0 : kept);
          });
        },
      ),
    ));

  test("a table for people has no noise of doubles behind its digits", () => {
    const noisy = [0.1 + 0.2, 0.38392999999999994, -1.1 * 3, 1e22 / 3, 5e-324, 1 / 3];
    const [, row] = read(csvTable(noisy.map(String), [noisy]));
    expect(row.slice(0, 3)).toEqual(["0.3", "0.38393", "-3.3"]);
    noisy.forEach((x, k) => {
      expect(Math.abs(Number(row[k]) / x - 1)).toBeLessThan(1e-14);
    });
  });

  test.each([
    ["=cmd|' /C calc'!A0", `"'=cmd|' /C calc'!A0"`],
    ["+1+1", `"'+1+1"`],
    ["-2+3", `"'-2+3"`],
    ["@SUM(A1)", `"'@SUM(A1)"`],
    ["\tx", `"'\tx"`],
    ['say "=1"', '"say ""=1"""'],
    ["a,b", '"a,b"'],
    ["two\nlines", '"two\nlines"'],
    ["plain", "plain"],
  ])("%j stays words", (cell, written) => {
    expect(csvCell(cell)).toBe(written);
  });

  test("numbers are never touched: signs, exponents and all digits stay", () => {
    expect([-1.25, 1e-7, 0.1 + 0.2, -0, 1e21].map(csvCell)).toEqual([
      "-1.25",
      "1e-7",
      "0.30000000000000004",
      "0",
      "1e+21",
    ]);
    expect([Number.NaN, Number.POSITIVE_INFINITY, null].map(csvCell)).toEqual(["", "", ""]);
  });
});

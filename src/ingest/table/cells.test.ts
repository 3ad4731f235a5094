import { describe, expect, test } from "vitest";
import { type Cell, columnFromCells, NumberColumn, readCell } from "./cells.ts";

const number = (value: number): Cell => ({ kind: "number", value });
const MISSING: Cell = { kind: "missing" };
const INFINITE: Cell = { kind: "infinite" };
const OTHER: Cell = { kind: "other" };

describe("a cell", () => {
  test.each<[unknown, Cell]>([
    [1.5, number(1.5)],
    [true, number(1)],
    [false, number(0)],
    ["TRUE", number(1)],
    ["false", number(0)],
    [null, MISSING],
    [undefined, MISSING],
    [Number.NaN, MISSING],
    [Number.POSITIVE_INFINITY, INFINITE],
    [{}, OTHER],
    [[1], OTHER],
    [" 7 ", number(7)],
    ["+7.", number(7)],
    ["-.5", number(-0.5)],
    ["−2", number(-2)],
    ["1e3", number(1000)],
    ["1E-2", number(0.01)],
    ['"3"', number(3)],
    ["1e999", INFINITE],
    ["inf", INFINITE],
    ["-Infinity", INFINITE],
    ["infinite", OTHER],
    ["xinf", OTHER],
    ["1.2.3", OTHER],
    ["1e", OTHER],
    ["e5", OTHER],
    ["5 apples", OTHER],
    ["", MISSING],
    ["  ", MISSING],
    ["NA", MISSING],
    ["n/a", MISSING],
    ["#N/A", MISSING],
    ["#DIV/0!", { kind: "error" }],
    ["#BEZUG!", { kind: "error" }],
    ["#1", { kind: "other" }],
    ["NaN", MISSING],
    ["NULL", MISSING],
    ["None", MISSING],
    ["nil", MISSING],
    ["-", MISSING],
    ["–", MISSING],
    ["?", MISSING],
    ["nan!", OTHER],
    ["1 234", number(1234)],
    ["1'234'567", number(1234567)],
    ["1’234.5", number(1234.5)],
    ["1\u00a0234,5", number(1234.5)],
    ["1\u202f234", number(1234)],
    ["1,234,567", number(1234567)],
    ["1,234.5", number(1234.5)],
    ["1.234,5", number(1234.5)],
    ["1.234.567", number(1234567)],
    ["-1,234.5", number(-1234.5)],
    ["12 34", OTHER],
    ["1,234", OTHER],
    ["1,23.4", OTHER],
    ["1234,567.8", OTHER],
    ["1 234 56", OTHER],
  ])("%j is %j", (cell, expected) => {
    expect(readCell(cell, false)).toEqual(expected);
  });

  test("may be a whole number beyond what a double holds", () => {
    expect(readCell(12n, false)).toEqual(number(12));
    expect(readCell(2n ** 1100n, false)).toEqual(INFINITE);
  });

  test.each<[string, Cell]>([
    ["1,5", number(1.5)],
    ["-,5", number(-0.5)],
    ["1,5e2", number(150)],
    ["1.5", number(1.5)],
    ["1,5,6", OTHER],
    ["1.234,5", number(1234.5)],
  ])("%j with a decimal comma is %j", (cell, expected) => {
    expect(readCell(cell, true)).toEqual(expected);
  });
});

describe("a column of cells", () => {
  const kindOf = (cells: readonly unknown[]) =>
    columnFromCells("a", cells, { firstRow: 1 }).column.kind;

  test("is numeric where four fifths of what is there are numbers", () => {
    expect(kindOf(["1", "2", "3", "4", "x"])).toBe("number");
    expect(kindOf(["1", "2", "3", "x"])).toBe("text");
    expect(kindOf(["1", "2", "3", "4", "x", "", null, "NA"])).toBe("number");
    expect(kindOf(["inf", "inf", "inf", "inf", "x"])).toBe("number");
    expect(kindOf(["", null])).toBe("text");
    expect(kindOf([])).toBe("text");
  });

  test("of words keeps texts as they are and writes out anything else", () => {
    expect(columnFromCells("a", [" x ", null, undefined, 3, { b: [1] }], { firstRow: 1 })).toEqual({
      column: { name: "a", kind: "text", texts: [" x ", "", "", "3", '{"b":[1]}'] },
      problems: [],
    });
  });

  test("of numbers names what is none, and where it stands", () => {
    const cells = [1, 2, "three", 4, 5, 6, 7, 8, 9, null, 11, "1e200", 13, 14, "inf", 16, 17];
    const { column, problems } = columnFromCells("a", cells, { firstRow: 10 });
    if (column.kind !== "number") throw new Error("text");
    expect([...column.numbers].map(Number.isNaN)).toEqual(
      cells.map((cell) => typeof cell !== "number"),
    );
    expect([column.missing, column.bad]).toEqual([1, 3]);
    expect(column.strays).toEqual([{ at: 2, text: "three" }]);
    expect(problems.map(({ code, row, value }) => [code, row, value])).toEqual([
      ["not-a-number", 12, "three"],
      ["too-large-number", 21, "1e200"],
      ["not-finite", 24, "inf"],
    ]);
    expect(problems.every((p) => p.severity === "warning" && p.column === "a")).toBe(true);
  });

  test.each([
    [3, undefined],
    [4, 2],
    [9, 7],
  ])("of %i odd cells names three, the last with a count of %s", (odd, count) => {
    const cells = [...new Array<number>(50).fill(1), ...new Array<string>(odd).fill("x")];
    const { problems } = columnFromCells("a", cells, { firstRow: 1 });
    expect(problems.map((p) => p.count)).toEqual([undefined, undefined, count]);
  });

  test("takes numbers up to 1e150 in size", () => {
    const column = new NumberColumn("a");
    for (const value of [1e150, -1e150, 1.1e150, -1.1e150]) column.add(number(value), 1, value);
    const made = column.finish();
    expect(made.column).toMatchObject({ bad: 2, missing: 0 });
    expect(made.problems.map(({ code }) => code)).toEqual(["too-large-number", "too-large-number"]);
  });

  test("grows as long as it must, and holds no more than was put in", () => {
    const column = new NumberColumn("a", 1);
    for (let k = 0; k < 1025; k++) column.push(k);
    const made = column.finish().column;
    if (made.kind !== "number") throw new Error("text");
    expect([...made.numbers]).toEqual(Array.from({ length: 1025 }, (_, k) => k));
    expect(made).not.toHaveProperty("strays");
  });

  test("keeps the last twelve of its odd cells", () => {
    const column = new NumberColumn("a");
    for (let k = 0; k < 20; k++) column.add(OTHER, k, `x${k}`);
    const made = column.finish().column;
    expect(made.kind === "number" && made.strays?.map(({ at, text }) => [at, text])).toEqual(
      Array.from({ length: 12 }, (_, k) => [k + 8, `x${k + 8}`]),
    );
  });

  test("that is thinned counts anew what is missing and what is bad", () => {
    const column = new NumberColumn("a");
    column.push(1);
    column.add(MISSING, 2, "");
    column.add(OTHER, 3, "x");
    column.push(4);
    column.add(MISSING, 5, "");
    column.keep(Int32Array.of(0, 1, 3, 4));
    const made = column.finish().column;
    if (made.kind !== "number") throw new Error("text");
    expect([...made.numbers]).toEqual([1, Number.NaN, 4, Number.NaN]);
    expect(made.missing + made.bad).toBe(2);
    expect(made.strays).toEqual(made.bad > 0 ? [] : undefined);
  });
});

import { describe, expect, test } from "vitest";
import type { Table, TableColumn } from "../table/table.ts";
import { tableRead } from "../table/table.ts";
import { checkTable } from "./check-table.ts";
import { previewColumn, previewOf } from "./preview.ts";
import { easedByTexts, previewScores, withScores } from "./scored-table.ts";

const numbers = (name: string, ...cells: number[]): TableColumn => ({
  name,
  kind: "number",
  numbers: Float64Array.from(cells),
  missing: cells.filter(Number.isNaN).length,
  bad: 0,
});
const texts = (name: string, ...cells: string[]): TableColumn => ({
  name,
  kind: "text",
  texts: cells,
});
const tableOf = (...columns: TableColumn[]): Table => {
  const [first] = columns;
  return { rows: (first.kind === "text" ? first.texts : first.numbers).length, columns };
};
const told = (...columns: TableColumn[]) =>
  checkTable(tableOf(...columns)).map(({ code, severity, column }) =>
    `${severity} ${code} ${column ?? ""}`.trim(),
  );

describe("a table as a whole", () => {
  test("needs two rows", () => {
    expect(checkTable({ rows: 0, columns: [] })).toEqual([
      { code: "too-few-rows", severity: "error", count: 0, expected: "2" },
    ]);
    expect(told(numbers("a", 1))).toEqual(["error too-few-rows"]);
    expect(told(texts("a", "x"))).toEqual(["error no-numeric-columns a"]);
    expect(told(numbers("a", 1, 2))).toEqual([]);
  });

  test("needs a number per answer; the first text is quoted", () => {
    expect(checkTable(tableOf(texts("a", " ", ""), texts("b", "", " some words ")))).toEqual([
      {
        code: "no-numeric-columns",
        severity: "error",
        column: "b",
        expected: "a number per answer",
        value: "some words",
      },
    ]);
    expect(checkTable(tableOf(texts("a", "", "")))).toMatchObject([{ column: "a", value: "" }]);
  });

  test("may have constant columns beside others, but not alone", () => {
    expect(told(numbers("a", 1, 2), numbers("b", 3, Number.NaN))).toEqual([
      "warning constant-column b",
    ]);
    expect(told(numbers("b", 3, 3))).toEqual(["error constant-column b"]);
    expect(checkTable(tableOf(numbers("b", Number.NaN, 3)))[0]).toMatchObject({ value: "3" });
  });

  test.each([
    "$3.50",
    "80 %",
    "4/5",
    "3 stars",
    "1,234",
    "≈ 5",
    "<7",
    "12€",
    "1’000",
    "5.",
    "+3 kg",
  ])("says that %j is almost a number", (cell) => {
    expect(told(numbers("a", 1, 2), texts("b", cell, cell))).toEqual(["warning almost-numbers b"]);
    expect(told(texts("b", cell, cell))[0]).toBe("error almost-numbers b");
  });

  test.each(["five", "a1", "3 very good stars", "1 of 5 things", "v2.0", "2024-01-01"])(
    "says nothing of %j",
    (cell) => {
      expect(told(numbers("a", 1, 2), texts("b", cell, cell))).toEqual([]);
    },
  );

  test("of almost numbers looks at four fifths of what is filled, in columns that nothing else is known of", () => {
    const almost = (words: number) =>
      texts(
        "b",
        ...new Array<string>(10 - words).fill("5 %"),
        ...new Array<string>(words).fill("x"),
        "",
        " ",
      );
    const rest = numbers("a", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    expect(told(rest, almost(2))).toEqual(["warning almost-numbers b"]);
    expect(told(rest, almost(3))).toEqual([]);
    expect(told(numbers("a", 1, 2), texts("prompt", "5 %", "6 %"))).toEqual([]);
    expect(told(numbers("a", 1, 2), texts("time", "5 s", "6 s"))).toEqual([]);
    expect(told(numbers("a", 1, 2), texts("b", "", ""))).toEqual([]);
  });
});

describe("what is shown of a column", () => {
  test("is its figures and the shares of twenty-four equal bins", () => {
    const cells = Array.from({ length: 48 }, (_, k) => k / 2);
    const shown = previewColumn(numbers("a", ...cells, Number.NaN));
    expect(shown).toMatchObject({ name: "a", kind: "number", examples: [] });
    expect(shown.sparkline).toHaveLength(24);
    expect(shown.sparkline.reduce((sum, share) => sum + share)).toBeCloseTo(1, 12);
    expect(shown.sparkline[23]).toBe(2 / 48);
    const flat = previewColumn(numbers("a", 3, 3)).sparkline;
    expect([flat[0], flat[1]]).toEqual([1, 0]);
    expect(previewColumn(numbers("a", Number.NaN)).sparkline.every((share) => share === 0)).toBe(
      true,
    );
  });

  test("is its first two texts, shortened", () => {
    expect(previewColumn(texts("t", "x", "y".repeat(60), "z"))).toEqual({
      name: "t",
      kind: "text",
      summary: null,
      sparkline: [],
      words: null,
      wordScores: null,
      examples: ["x", `${"y".repeat(39)}…`],
    });
  });

  test("goes with what the layout leaves open", () => {
    const hints = new Map([
      ["a", { isDirectionOpen: true }],
      ["b", { lowerIsBetter: true }],
    ]);
    const table = tableOf(numbers("a", 1, 2), numbers("b", 1, 3));
    const shown = previewOf(tableRead({ format: "JSON", table, problems: [], hints }), []);
    expect(shown).toMatchObject({
      format: "JSON",
      rows: 2,
      openDirections: ["a"],
      layout: null,
      keys: [],
    });
    expect(shown.mapping.map((m) => m.lowerIsBetter)).toEqual([false, true]);
  });
});

describe("scores beside a table", () => {
  const score = (name: string, ...scores: number[]) => ({
    name,
    kind: "measure" as const,
    lowerIsBetter: name === "cost",
    scores: Float64Array.from(scores),
  });
  const table = tableOf(texts("t", "x", "y"), numbers("a", 1, 2));

  test("get names of their own and count their gaps", () => {
    const scored = withScores(table, [score("a", 5, Number.NaN), score("cost", 1, 2)]);
    expect(scored.columns.map(({ name }) => name)).toEqual(["t", "a", "a (2)", "cost"]);
    expect(scored.columns[2]).toMatchObject({ kind: "number", missing: 1, bad: 0 });
  });

  test("are proposed as values where they vary", () => {
    const scores = [score("flat", 3, 3), score("cost", 1, 2)];
    const shown = previewScores(withScores(table, scores), scores);
    expect(shown.mapping).toEqual([
      { column: "flat", id: "flat", use: "ignore", lowerIsBetter: false },
      { column: "cost", id: "cost", use: "value", lowerIsBetter: true },
    ]);
    expect(shown.problems).toMatchObject([
      { code: "constant-column", severity: "warning", column: "flat" },
    ]);
    expect(shown.columns.map(({ scoredBy }) => scoredBy)).toEqual(["measure", "measure"]);
  });

  test("make errors of a table with texts into warnings, but not of one row or without texts", () => {
    const problems = [{ code: "no-numeric-columns", severity: "error" }] as const;
    const severities = (of: Table) => easedByTexts(of, problems).map(({ severity }) => severity);
    expect(severities(tableOf(texts("t", "x", "")))).toEqual(["warning"]);
    expect(severities(tableOf(texts("t", "x")))).toEqual(["error"]);
    expect(severities(tableOf(texts("t", " ", "")))).toEqual(["error"]);
    expect(severities(tableOf(numbers("a", 1, 1)))).toEqual(["error"]);
  });
});

import { describe, expect, test } from "vitest";
import { joinKeys, joinTables } from "./join.ts";
import { appendTables, pickRows, pickTable, rawOf, tableFromRaw } from "./raw-table.ts";
import { jsonOf, quote, type Table, type TableColumn } from "./table.ts";
import { uniqueNames } from "./unique-names.ts";

const GAP = Number.NaN;
const numbers = (name: string, ...cells: number[]): Extract<TableColumn, { kind: "number" }> => ({
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
/** Columns as plain lists by name. */
const listsOf = ({ columns }: Table) =>
  Object.fromEntries(columns.map((c) => [c.name, [...(c.kind === "text" ? c.texts : c.numbers)]]));

describe("tables one below the other", () => {
  test("match their columns by name; what one lacks is missing there", () => {
    const table = appendTables([
      tableOf(numbers("a", 1, 2), texts("t", "x", "y")),
      tableOf(numbers("b", 5), numbers("a", 3)),
      tableOf(texts("t", "z")),
    ]);
    expect(table.rows).toBe(4);
    expect(listsOf(table)).toEqual({
      a: [1, 2, 3, GAP],
      t: ["x", "y", "", "z"],
      b: [GAP, GAP, 5, GAP],
    });
    const [a, , b] = table.columns;
    expect([a, b].map((c) => c.kind === "number" && c.missing)).toEqual([1, 3]);
  });

  test("make words of numbers where one of them has words", () => {
    const table = appendTables([tableOf(numbers("a", 1, 2.5)), tableOf(texts("a", "x"))]);
    expect(listsOf(table)).toEqual({ a: ["1", "2.5", "x"] });
  });

  test("add up what is missing and bad", () => {
    const part: TableColumn = { ...numbers("a", 1, GAP), missing: 0, bad: 1 };
    const table = appendTables([tableOf(part), tableOf(part), tableOf(numbers("a", GAP))]);
    expect(table.columns[0]).toMatchObject({ missing: 1, bad: 2 });
  });

  test("are the table itself where there is one", () => {
    const table = tableOf(numbers("a", 1));
    expect(appendTables([table])).toBe(table);
  });
});

describe("some rows of a table", () => {
  test("keep their cells together and count their own gaps", () => {
    const table = tableOf(
      { ...numbers("a", 1, GAP, GAP, 4), missing: 1, bad: 1 },
      texts("t", "w", "x", "y", "z"),
    );
    const picked = pickTable(table, Int32Array.of(1, 3));
    expect(listsOf(picked)).toEqual({ a: [GAP, 4], t: ["x", "z"] });
    expect(picked.columns[0]).toMatchObject({ missing: 0, bad: 1 });
    expect(pickTable(table, Int32Array.of(1, 2)).columns[0]).toMatchObject({ missing: 1, bad: 1 });
    expect(pickTable(table, Int32Array.of(0)).columns[0]).toMatchObject({ missing: 0, bad: 0 });
  });

  test("can be taken before it is known what they are", () => {
    const raw = pickRows(
      {
        rows: 3,
        columns: [
          { name: "a", cells: Float64Array.of(1, 2, 3) },
          { name: "t", cells: ["x", null, { y: 1 }] },
        ],
      },
      Int32Array.of(0, 2),
    );
    expect(raw.rows).toBe(2);
    expect(raw.columns[0].cells).toEqual(Float64Array.of(1, 3));
    expect(raw.columns[1].cells).toEqual(["x", { y: 1 }]);
  });
});

describe("a table of cells", () => {
  test("says what is wrong with typed numbers: the first one, and how many", () => {
    const { table, problems } = tableFromRaw({
      rows: 5,
      firstRow: 10,
      columns: [
        { name: "a", cells: Float64Array.of(1, GAP, Number.POSITIVE_INFINITY, -1e200, 5) },
        { name: "b", cells: Float64Array.of(1, 1e200, 3, 4, 5) },
        { name: "c", cells: Float64Array.of(1e150, -1e150, 3, 4, 5) },
      ],
    });
    expect(problems).toEqual([
      {
        code: "not-finite",
        severity: "warning",
        row: 12,
        column: "a",
        expected: "a finite number",
        value: "Infinity",
        count: 2,
      },
      {
        code: "too-large-number",
        severity: "warning",
        row: 11,
        column: "b",
        expected: "a finite number",
        value: "1e+200",
      },
    ]);
    expect(listsOf(table)).toMatchObject({ a: [1, GAP, GAP, GAP, 5], c: [1e150, -1e150, 3, 4, 5] });
    expect(table.columns[0]).toMatchObject({ missing: 1, bad: 2 });
    expect(table.lastRow).toBe(14);
  });

  test("can be laid out anew", () => {
    const table = tableOf(numbers("a", 1, 2), texts("t", "x", "y"));
    const again = tableFromRaw(rawOf(table)).table;
    expect(listsOf(again)).toEqual(listsOf(table));
    expect(again.lastRow).toBe(2);
  });
});

describe("tables side by side", () => {
  const scores = tableOf(texts("id", "x", "y", "z"), numbers("a", 1, 2, 3), numbers("n", 1, 1, 2));
  const others = tableOf(numbers("b", 7, 8), texts("id", "z", "x"), numbers("n", 1, 2));

  test("can be joined by what is in all of them and different in every row", () => {
    expect(joinKeys([scores, others])).toEqual(["id"]);
    expect(joinKeys([scores])).toEqual([]);
    expect(joinKeys([])).toEqual([]);
  });

  test("are parts of one table where one has no column of its own", () => {
    expect(joinKeys([scores, scores])).toEqual([]);
    expect(joinKeys([scores, tableOf(texts("id", "x"))])).toEqual([]);
  });

  test("keep the rows that all have, in the order of the first, and number equal names", () => {
    const table = joinTables([scores, others], "id");
    expect(table && listsOf(table)).toEqual({
      id: ["x", "z"],
      a: [1, 3],
      n: [1, 2],
      b: [8, 7],
      "n (2)": [2, 1],
    });
    expect(table?.rows).toBe(2);
  });

  test("without a row in common are none", () => {
    expect(joinTables([scores, tableOf(texts("id", "q"), numbers("b", 1))], "id")).toBeNull();
    expect(joinTables([scores, tableOf(numbers("b", 1))], "id")).toBeNull();
  });
});

test("names of columns are made unique, and changes are told", () => {
  const { names, problems } = uniqueNames(["a", " a ", "", "a (2)", "a", "column 3"]);
  expect(names).toEqual(["a", "a (2)", "column 3", "a (2) (2)", "a (3)", "column 3 (2)"]);
  expect(problems.map(({ column, value }) => [column, value])).toEqual([
    ["a", "a (2)"],
    ["a (2)", "a (2) (2)"],
    ["a", "a (3)"],
    ["a", "column 3 (2)"],
  ]);
  expect(problems[3].count).toBe(4);
});

test("fifty thousand columns of one name are numbered as fast as fifty thousand others", () => {
  const { names, problems } = uniqueNames(new Array<string>(50_000).fill("a"));
  expect(names[49_999]).toBe("a (50000)");
  expect(problems.length).toBe(4);
});

test("what is quoted is at most forty characters long", () => {
  expect(quote("x".repeat(40))).toBe("x".repeat(40));
  expect(quote("x".repeat(41))).toBe(`${"x".repeat(39)}…`);
  expect(quote({ a: [1] })).toBe('{"a":[1]}');
  expect(quote(undefined)).toBe("undefined");
  expect([jsonOf(1n), jsonOf([1n])]).toEqual(["{…}", "[…]"]);
});

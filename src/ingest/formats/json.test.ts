import { describe, expect, test } from "vitest";
import { sourceOfBytes } from "../bytes/source.ts";
import type { Decoded } from "./decoded.ts";
import { fromRecords, readJson } from "./json.ts";
import { matrixTable } from "./matrix.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const options = { progress: async () => undefined, sample: null, isTurned: false };
const read = (text: string, isTurned = false) =>
  readJson(sourceOfBytes(bytesOf(text)), "utf-8", { ...options, isTurned });
/** Columns as plain lists, or the codes of the problems. */
const shown = (decoded: Decoded) =>
  decoded.ok
    ? Object.fromEntries(decoded.raw.columns.map(({ name, cells }) => [name, [...cells]]))
    : decoded.problems.map(({ code }) => code);

describe("JSON", () => {
  test.each<[string, string, unknown]>([
    ["records", '[{"a":1},{"a":2,"b":"x"}]', { a: [1, 2], b: [null, "x"] }],
    ["one record", '[{"a":1}]', { a: [1] }],
    ["columns", '{"a":[1,2],"b":["x","y"],"c":5}', { a: [1, 2], b: ["x", "y"] }],
    ["a column of records", '{"rows":[{"a":1},{"a":2}]}', { a: [1, 2] }],
    ["records beside other fields", '{"n":2,"rows":[{"a":1},3],"x":[1,2,3]}', { a: [1] }],
    ["columns of unequal length", '{"a":[1,2],"b":[1]}', ["not-records"]],
    [
      "names and rows",
      '{"columns":["a","b"],"data":[[1,"x"],[2,"y"]]}',
      { a: [1, 2], b: ["x", "y"] },
    ],
    [
      "names and rows of another length",
      '{"columns":["a","b"],"data":[[1],[2,3]]}',
      { columns: ["a", "b"], data: [[1], [2, 3]] },
    ],
    [
      "names that are none",
      '{"columns":["a",1],"data":[[1,2],[2,3]]}',
      {
        columns: ["a", 1],
        data: [
          [1, 2],
          [2, 3],
        ],
      },
    ],
    ["lines", '{"a":1}\n\n{"a":2}\n', { a: [1, 2] }],
    ["one line", '{"a":1', ["not-json"]],
    [
      "a matrix",
      "[[1,2],[3,null],[5,6]]",
      { "column 1": [1, 3, 5], "column 2": [2, Number.NaN, 6] },
    ],
    ["a matrix of words", '[["x",2],[3,4]]', { "column 1": ["x", 3], "column 2": [2, 4] }],
    ["a matrix of unequal rows", "[[1,2],[3]]", ["not-records", "not-records"]],
    [
      "blocks",
      "[[[1,2],[3,4]],[[5,6],[7,8]]]",
      {
        prompt: ["prompt 1", "prompt 1", "prompt 2", "prompt 2"],
        "column 1": [1, 3, 5, 7],
        "column 2": [2, 4, 6, 8],
      },
    ],
    ["four levels", "[[[[1]]]]", ["not-records"]],
    ["nothing", "[]", ["empty-file"]],
    ["a number", "[5]", ["not-records"]],
    ["no table", '{"a":{"b":1}}', ["not-records"]],
  ])("of %s", async (_, text, expected) => {
    expect(shown(await read(text))).toEqual(expected);
  });

  test("that is broken says in which row, and what stands there", async () => {
    const broken = await read('[\n{"a": 1},\n{"a": 2 oops},\n{"a": 3}]');
    expect(shown(broken)).toEqual({ a: [1, 3] });
    expect(broken.problems).toMatchObject([{ code: "bad-line", severity: "warning", row: 3 }]);
    expect(broken.problems[0].value).toContain("oops");
    const whole = await read('{"a": [1, 2,\n oops 3]}');
    expect(whole).toMatchObject({ ok: false, problems: [{ code: "not-json" }] });
  });

  test("of more than half a billion bytes is refused before it is read", async () => {
    const source = { name: "big", size: 500e6 + 1, slice: () => Promise.reject(new Error("read")) };
    expect(await readJson(source, "utf-8", options)).toMatchObject({
      ok: false,
      problems: [{ code: "too-large-file", count: 500e6 + 1, expected: "500 MB of JSON" }],
    });
  });

  test("tells how many bytes were read", async () => {
    const seen: number[] = [];
    await readJson(sourceOfBytes(bytesOf('[{"a":1}]')), "utf-8", {
      ...options,
      progress: async ({ bytes }) => void seen.push(bytes),
    });
    expect(seen).toEqual([9]);
  });

  test("names three records that are none and counts the others", () => {
    const decoded = fromRecords([{ a: 1 }, 2, "x", null, [], { a: 5 }]);
    expect(decoded.ok && decoded.raw.rows).toBe(2);
    expect(
      decoded.problems.map(({ row, value, count, severity }) => [row, value, count, severity]),
    ).toEqual([
      [2, "2", undefined, "warning"],
      [3, "x", undefined, "warning"],
      [4, "null", undefined, "warning"],
      [undefined, undefined, 4, "warning"],
    ]);
    expect(fromRecords([1, 2, 3]).problems.map(({ severity }) => severity)).toEqual([
      "error",
      "error",
      "error",
    ]);
  });

  test("never reads what a record only inherits", () => {
    const decoded = fromRecords([JSON.parse('{"toString":1}'), { a: 2 }]);
    expect(shown(decoded)).toEqual({ toString: [1, null], a: [null, 2] });
  });
});

describe("an unnamed matrix", () => {
  const count = (n: number) => Float64Array.from({ length: n }, (_, k) => k);
  const laid = (sizes: number[], more: { isFortran?: boolean; isTurned?: boolean } = {}) =>
    matrixTable(count(sizes.reduce((a, b) => a * b, 1)), sizes, {
      name: "x",
      isFortran: false,
      isTurned: false,
      ...more,
    })?.table ?? null;

  test.each([
    [[40, 3], 40, 3, false, false],
    [[3, 40], 40, 3, true, false],
    [[3, 30], 3, 30, false, true],
    [[3, 31], 31, 3, true, false],
    [[30, 30], 30, 30, false, true],
    [[31, 31], 31, 31, false, true],
    [[31, 40], 40, 31, true, true],
    [[2, 5], 2, 5, false, true],
  ])("of %j has %i rows and %i columns", (sizes, rows, columns, isWide, isOpen) => {
    const table = laid(sizes);
    expect([table?.rows, table?.columns.length]).toEqual([rows, columns]);
    expect(table?.shape).toEqual({ sizes, isWide, isOpen });
    const turned = laid(sizes, { isTurned: true });
    expect([turned?.rows, turned?.columns.length]).toEqual([columns, rows]);
    expect(turned?.shape?.isWide).toBe(!isWide);
  });

  test("keeps rows together, by rows or by columns, upright or turned", () => {
    const cells = (table: ReturnType<typeof laid>) => table?.columns.map((c) => [...c.cells]);
    expect(cells(laid([3, 2]))).toEqual([
      [0, 2, 4],
      [1, 3, 5],
    ]);
    expect(cells(laid([3, 2], { isFortran: true }))).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
    expect(cells(laid([3, 2], { isTurned: true }))).toEqual([
      [0, 1],
      [2, 3],
      [4, 5],
    ]);
    expect(cells(laid([3, 2], { isTurned: true, isFortran: true }))).toEqual([
      [0, 3],
      [1, 4],
      [2, 5],
    ]);
    expect(laid([3, 2])?.columns.map((c) => c.name)).toEqual(["x 1", "x 2"]);
  });

  test("of one dimension is a column, of four it is none", () => {
    expect(laid([7])?.columns.map(({ name, cells }) => [name, cells.length])).toEqual([["x", 7]]);
    expect(laid([1, 1, 1, 7])).toBeNull();
    expect(laid([2, 2, 2], { isFortran: true })).toBeNull();
  });

  test("of more than 4,096 columns has no values", () => {
    expect(laid([2, 4096], { isTurned: true })?.columns.length).toBe(4096);
    expect(laid([2, 4097], { isTurned: true })).toBeNull();
    expect(laid([1, 2, 4096])?.columns.length).toBe(4097);
    expect(laid([1, 2, 4097])).toBeNull();
  });

  test("whose sizes do not fit its cells is none", () => {
    const layOut = (sizes: number[]) =>
      matrixTable(count(6), sizes, { name: "x", isFortran: false, isTurned: false })?.table ?? null;
    expect(
      [layOut([2, 3]), layOut([2, 2]), layOut([-2, -3]), layOut([1.5, 4]), layOut([6, 0])].map(
        (t) => t !== null,
      ),
    ).toEqual([true, false, false, false, false]);
  });
});

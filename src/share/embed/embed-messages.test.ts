import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EMBED_PROTOCOL, readFrameMessage, readPageMessage, sealed } from "./embed-messages.ts";
import { tableProblem } from "./embed-table.ts";

const asked = (message: object) => readPageMessage({ protocol: EMBED_PROTOCOL, id: 7, ...message });

describe("what a page asks", () => {
  test.each([
    { type: "set-palette", palette: { humor: 2.1, kind: "q80", safe: "hold", odd: "out" } },
    { type: "set-palette", palette: "#p=1.abc" },
    { type: "read-report" },
    { type: "subscribe", to: ["change", "report"] },
    { type: "subscribe", to: [] },
    { type: "set-theme", theme: "dark" },
  ])("$type is read as it was sent", (message) => {
    expect(asked(message)).toEqual({ ok: true, message: { id: 7, ...message } });
  });

  test("a table of columns comes over with its arrays", () => {
    const columns = [{ id: "a", rewards: Float64Array.of(1, 2), lowerIsBetter: true }];
    const read = asked({ type: "load-data", table: { name: "mine", columns } });
    expect(read).toMatchObject({ ok: true, message: { table: { name: "mine", columns } } });
  });

  test.each([
    [{ type: "set-palette", palette: { humor: Number.NaN } }, "palette: expected a link's hash"],
    [{ type: "set-palette", palette: { humor: "q101" } }, "palette: expected a link's hash"],
    [{ type: "set-palette", palette: [] }, "palette: expected"],
    [{ type: "load-data", table: { name: "x", columns: [] } }, "table.columns: expected >=1"],
    [
      { type: "load-data", table: { name: "x", columns: [{ id: "a", rewards: [1] }] } },
      "table.columns.0.rewards: expected (Float64Array | Float32Array), found Array",
    ],
    [{ type: "subscribe", to: ["everything"] }, "to.0: expected"],
    [{ type: "fetch", url: "https://a.example" }, "type: expected"],
  ])("%j is answered with what was expected", (message, problem) => {
    const read = asked(message);
    expect(read).toMatchObject({ ok: false, id: 7 });
    expect(read && !read.ok && read.problem).toContain(problem);
  });

  test("another version is named, other messages are none of ours", () => {
    expect(readPageMessage({ protocol: "value-palette/2", id: 1, type: "read-report" })).toEqual({
      ok: false,
      id: 1,
      problem: "protocol: expected value-palette/1, found value-palette/2",
    });
    for (const other of [null, "hello", 3, [], {}, { type: "read-report", id: 1 }])
      expect(readPageMessage(other)).toBeNull();
  });

  test.each([
    [{ type: "set-palette", palette: "x".repeat(10_000_000) }, "palette: expected a length"],
    [{ type: "subscribe", to: Array(1_000_000).fill("change") }, "to: expected a length"],
    [
      { type: "load-data", table: { name: "x", columns: Array(1e6).fill(0) } },
      "table.columns: exp",
    ],
    [{ type: "y".repeat(10_000_000) }, "type: expected"],
    [{ type: "set-theme", theme: "z".repeat(10_000_000) }, "theme: expected"],
  ])("huge parts are refused in a short sentence", (message, problem) => {
    const read = asked(message);
    const said = read && !read.ok ? read.problem : "";
    expect(said).toContain(problem);
    expect(said.length).toBeLessThan(300);
  });

  test("a mark of the protocol that is no text is none of ours", () => {
    for (const protocol of [{ toString: 1 }, Object.create(null), ["value-palette/1"]])
      expect(readPageMessage({ protocol, id: 1, type: "read-report" })).toBeNull();
  });

  test("never is an exception, whatever is sent", () =>
    fc.assert(
      fc.property(fc.object(), fc.anything(), (message, palette) => {
        readPageMessage(message);
        asked({ type: "set-palette", palette });
        asked({ type: "load-data", table: message });
      }),
    ));
});

test("what a frame tells is read back; the rest is not", () => {
  const message = { type: "height", height: 640 } as const;
  expect(readFrameMessage(structuredClone(sealed(message)))).toMatchObject(message);
  expect(readFrameMessage(message)).toBeNull();
});

test.each([
  "",
  "#p=2.AA",
  { humor: 1 },
  { humor: "hold" },
  { humor: "out" },
  { humor: "q0" },
  { humor: "q100" },
  {},
])("%j is a palette", (palette) => {
  expect(asked({ type: "set-palette", palette })).toMatchObject({ ok: true });
});

test.each([
  null,
  undefined,
  5,
  [1],
  { humor: "80" },
  { humor: "q" },
  { humor: "q80x" },
  { humor: "q100.1" },
  { humor: null },
  { humor: Infinity },
  { humor: "held" },
])("%j is no palette", (palette) => {
  expect(asked({ type: "set-palette", palette })).toMatchObject({ ok: false, id: 7 });
});

test.each([[1.5], ["7"], [null], [undefined]])(
  "a request that bears %j as its number is answered without one",
  (id) => {
    expect(asked({ id, type: "read-report" })).toMatchObject({ ok: false, id: null });
  },
);

test("names and columns of a table have limits", () => {
  const columns = (count: number, id = "a") =>
    Array.from({ length: count }, (_, k) => ({ id: `${id}${k}`, rewards: Float32Array.of(1) }));
  const load = (table: object) => asked({ type: "load-data", table })?.ok;
  expect(load({ name: "x".repeat(300), columns: columns(64) })).toBe(true);
  expect(load({ name: "x".repeat(301), columns: columns(1) })).toBe(false);
  expect(load({ name: "", columns: columns(1) })).toBe(false);
  expect(load({ name: "x", columns: columns(65) })).toBe(false);
  expect(load({ name: "x", columns: columns(1, "i".repeat(199)) })).toBe(true);
  expect(load({ name: "x", columns: columns(1, "i".repeat(200)) })).toBe(false);
  expect(load({ name: "x", columns: columns(1), weights: [1] })).toBe(false);
  expect(load({ name: "x", columns: columns(1), prompts: Float64Array.of(1) })).toBe(false);
});

describe("a table", () => {
  const column = (id: string, ...rewards: number[]) => ({
    id,
    rewards: Float64Array.from(rewards),
  });

  test.each([
    [[column("a", 1, 2), column("a", 1, 2)], "columns: a is there twice"],
    [[column("a", 1, 2), column("b", 1)], "column b: expected 2 rows, found 1"],
    [[column("a")], "column a: expected some rows, found 0"],
    [
      [column("a", 1, 2), column("b", 1, Number.NaN)],
      "row 2, column b: expected a finite number, found NaN",
    ],
    [
      [column("a", 1, 2), column("b", Number.POSITIVE_INFINITY, 2)],
      "row 1, column b: expected a finite number, found Infinity",
    ],
    [[column("a", 1, 2), column("b", 3, 1)], null],
  ])("%# says what is wrong with it", (columns, problem) => {
    expect(tableProblem({ name: "x", columns })).toBe(problem);
  });

  test("weights and prompts are as many as its rows", () => {
    const columns = [column("a", 1, 2)];
    expect(tableProblem({ name: "x", columns, weights: Float64Array.of(1) })).toBe(
      "weights: expected 2 rows, found 1",
    );
    expect(tableProblem({ name: "x", columns, prompts: Int32Array.of(5, 5) })).toBeNull();
    expect(tableProblem({ name: "x", columns, prompts: Int32Array.of(5, 5, 5) })).toBe(
      "prompts: expected 2 rows, found 3",
    );
  });
});

test.each([
  [{ type: "click" }, null],
  [
    { type: "height", height: 1e9 },
    { type: "height", height: 100_000 },
  ],
  [{ type: "height", height: -5 }, null],
  [{ type: "height", height: "tall" }, null],
  [
    { type: "height", height: 480.5 },
    { type: "height", height: 480.5 },
  ],
])("of a frame only what the protocol has is heard: %j", (message, heard) => {
  expect(readFrameMessage({ protocol: EMBED_PROTOCOL, ...message })).toEqual(heard);
});

test.each([
  [[1, 1e300], [1, 1], "row 2, column a: expected a number from -1e+100 to 1e+100, found 1e+300"],
  [[1, 2], [1, 1e308], "row 2, weights: expected a number from 0 to 1e+100, found 1e+308"],
  [[1, 2], [1, -1], "row 2, weights: expected a number from 0 to 1e+100, found -1"],
  [[1, 2], [0, 0], "weights: expected some above 0, found none"],
  [[1, 2], [0, 1], null],
])("rows of %j with weights %j", (rewards, weights, problem) => {
  const columns = [{ id: "a", rewards: Float64Array.from(rewards) }];
  expect(tableProblem({ name: "x", columns, weights: Float64Array.from(weights) })).toBe(problem);
});

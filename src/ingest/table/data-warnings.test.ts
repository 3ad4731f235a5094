import { describe, expect, test } from "vitest";
import { seededRandom } from "../../core/numerics/random.ts";
import { dataWarnings } from "./data-warnings.ts";

const random = seededRandom(9);
const normals = (rows: number) => Float64Array.from({ length: rows }, () => random.normal());
const column = (id: string, rewards: ArrayLike<number>) => ({
  id,
  rewards: Float64Array.from(rewards),
});
const codes = (...columns: ReturnType<typeof column>[]) =>
  dataWarnings(columns).map(({ code }) => code);

describe("a word about samples", () => {
  test("of fewer than two hundred answers", () => {
    expect(dataWarnings([column("a", normals(199))])).toEqual([
      { code: "few-rows", severity: "warning", count: 199 },
    ]);
    expect(codes(column("a", normals(200)))).toEqual([]);
    expect(dataWarnings([])).toMatchObject([{ code: "few-rows", count: 0 }]);
  });

  test("of two values that say the same, whatever their scale and sign", () => {
    const a = normals(300);
    const b = normals(300);
    const [turned, near, far] = [-5, 0.01, 0.2].map((share) =>
      share < 0 ? a.map((x) => share * x + 3) : a.map((x, j) => x + share * b[j]),
    );
    expect(dataWarnings([column("a", a), column("b", b), column("c", turned)])).toEqual([
      { code: "near-collinear", severity: "warning", column: "a", value: "c" },
    ]);
    expect(codes(column("a", a), column("c", near))).toEqual(["near-collinear"]);
    expect(codes(column("a", a), column("c", far))).toEqual([]);
    expect(codes(column("a", a), column("c", new Float64Array(300).fill(7)))).not.toContain(
      "near-collinear",
    );
  });

  test("names every pair, but says nothing of fewer than ten rows", () => {
    const a = normals(10);
    const same = ["a", "b", "c"].map((id) => column(id, a));
    expect(codes(...same).filter((code) => code === "near-collinear")).toHaveLength(3);
    const short = ["a", "b"].map((id) => column(id, a.subarray(0, 9)));
    expect(codes(...short)).toEqual(["few-rows"]);
  });

  test("of rows that repeat, from one in a hundred, unless the values are steps", () => {
    const repeating = (rows: number, again: number) => {
      const fresh = normals(rows - again);
      return column("a", [...fresh, ...fresh.subarray(0, again)]);
    };
    expect(dataWarnings([repeating(1000, 10)])).toEqual([
      { code: "duplicate-rows", severity: "warning", count: 10, expected: "1000" },
    ]);
    expect(codes(repeating(1000, 9))).toEqual([]);
    const steps = (levels: number) =>
      column(
        "a",
        Array.from({ length: 1000 }, (_, j) => j % levels),
      );
    expect(codes(steps(50))).toEqual([]);
    expect(codes(steps(51))).toEqual(["duplicate-rows"]);
  });

  test("of no repetition where another column differs", () => {
    const steps = Array.from({ length: 1000 }, (_, j) => j % 60);
    expect(codes(column("a", steps), column("b", normals(1000)))).toEqual([]);
    expect(
      codes(
        column("a", steps),
        column(
          "b",
          steps.map((x) => -x),
        ),
      ),
    ).toEqual(["near-collinear", "duplicate-rows"]);
  });

  test("of ranges more than a thousand times apart, the widest named", () => {
    const spread = (id: string, range: number, rows = 300) =>
      column(
        id,
        normals(rows).map((_, j) => (range * ((j * 7919) % rows)) / (rows - 1)),
      );
    expect(codes(spread("a", 1), spread("b", 1000))).not.toContain("mixed-scales");
    const warnings = dataWarnings([spread("a", 1), column("b", normals(300)), spread("c", 1234.5)]);
    expect(warnings.filter(({ code }) => code === "mixed-scales")).toEqual([
      { code: "mixed-scales", severity: "warning", column: "c", value: "1230", expected: "1" },
    ]);
  });
});

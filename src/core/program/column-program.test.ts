import { describe, expect, test } from "vitest";
import { columnsOf, draws, REWARD_KINDS } from "../testing/draws.ts";
import { counting, problemOf } from "../testing/problem.ts";
import {
  type ColumnProgram,
  PointCache,
  pointColumn,
  slackColumn,
  solveColumnProgram,
} from "./column-program.ts";
import { furthest, reachableMaximum, reachMargin, scaleBackShare } from "./reachable-set.ts";

const NONE = Number.NEGATIVE_INFINITY;
const triangle = problemOf([
  [0, 4, 0],
  [0, 0, 4],
]);
const [x, y] = triangle.samples.values;
const inSd = (a: number, b: number) => Float64Array.of((a - x.mean) / x.sd, (b - y.mean) / y.sd);

describe("a linear program over the rows", () => {
  const program: ColumnProgram = {
    index: [1],
    bound: inSd(0, 1).subarray(1),
    objective: Float64Array.of(1, 0),
    scalar: null,
  };
  const start = [slackColumn(0), pointColumn(new Float64Array(2))];

  test("finds the vertex, what carries it, and the price of its bound", async () => {
    const found = await solveColumnProgram(triangle.oracle, program, start, new PointCache());
    expect([...found.point]).toEqual([...inSd(3, 1)].map((z) => expect.closeTo(z, 10)));
    expect(found.value).toBeCloseTo(inSd(3, 1)[0], 10);
    expect(found.support).toBe(2);
    expect(found.scalar).toBe(0);
    const tighter = { ...program, bound: program.bound.map((b) => b + 1e-3) };
    const next = await solveColumnProgram(triangle.oracle, tighter, start, new PointCache());
    expect(found.value - next.value).toBeCloseTo(1e-3 * found.prices[0], 9);
    expect(found.prices[0]).toBeGreaterThan(0);
  });

  test("asks the rows only for what the points found before do not tell", async () => {
    const counted = counting(triangle.oracle);
    const cache = new PointCache();
    const first = await solveColumnProgram(counted, program, start, cache);
    expect(first.passes).toBe(counted.passes());
    const again = await solveColumnProgram(counted, program, start, cache);
    expect(again.passes).toBe(1);
    const warm = await solveColumnProgram(counted, program, first.basis, new PointCache());
    expect(warm.passes).toBe(1);
    expect(warm.value).toBeCloseTo(first.value, 12);
  });

  test("refuses a basis that is no basis", async () => {
    const twice = [slackColumn(0), slackColumn(0)];
    await expect(
      solveColumnProgram(triangle.oracle, program, twice, new PointCache()),
    ).rejects.toThrow("invalid basis: singular");
  });

  test("a cache forgets its oldest point first", () => {
    const cache = new PointCache(2);
    const [a, b, c] = [1, 2, 3].map((z) => Float64Array.of(z));
    for (const point of [a, b, c]) cache.add(point);
    expect(new Set(cache.points)).toEqual(new Set([b, c]));
    expect(new PointCache().points).toEqual([]);
  });
});

describe("what can be reached", () => {
  test("nothing asked has no margin, and nothing above the baseline no edge", async () => {
    const free = Float64Array.of(NONE, NONE);
    expect(await reachMargin(triangle.oracle, free)).toMatchObject({
      margin: Number.POSITIVE_INFINITY,
      passes: 0,
    });
    expect(await scaleBackShare(triangle.oracle, Float64Array.of(-0.1, NONE))).toMatchObject({
      rho: Number.POSITIVE_INFINITY,
      support: 3,
      passes: 0,
    });
  });

  test("the margin falls as the palette rises, by exactly as much", async () => {
    const at = async (rise: number) =>
      (
        await reachMargin(
          triangle.oracle,
          inSd(1, 1).map((c) => c + rise),
        )
      ).margin;
    const base = await at(0);
    for (const rise of [-0.3, 0.1, 2]) expect(await at(rise)).toBeCloseTo(base - rise, 10);
  });

  test("a mix of two rows carries the edge, and a corner is one row", async () => {
    expect((await scaleBackShare(triangle.oracle, inSd(4, 4))).support).toBe(2);
    const corner = await reachableMaximum(triangle.oracle, Float64Array.of(NONE, NONE), 1);
    expect([...(corner?.point ?? [])]).toEqual([...inSd(0, 4)].map((z) => expect.closeTo(z, 12)));
  });

  test("the furthest point meets every bound, along any direction, as no mix of rows does better", async () => {
    const d = draws(12);
    const { oracle, samples } = problemOf(columnsOf(REWARD_KINDS.Gaussian, 80, 3, d));
    for (let k = 0; k < 25; k++) {
      const bounds = Float64Array.of(0.8 * d.uniform(), NONE, 0.8 * d.uniform() - 0.2);
      const direction = Float64Array.from({ length: 3 }, () => d.uniform());
      const found = await furthest(oracle, bounds, direction);
      if (!found) throw new Error("out of reach");
      bounds.forEach((b, i) => {
        expect(found.point[i]).toBeGreaterThanOrEqual(b - 1e-9);
      });
      // Weak duality: at the prices of the bounds no single row gains more.
      const [p, r] = found.prices;
      const most = Math.max(
        ...Array.from({ length: 80 }, (_, j) =>
          samples.columns.reduce((s, c, i) => s + (direction[i] + [p, 0, r][i]) * c[j], 0),
        ),
      );
      expect(found.value).toBeCloseTo(most - p * bounds[0] - r * bounds[2], 8);
      expect(Math.min(p, r)).toBeGreaterThanOrEqual(0);
    }
  });

  test("per prompt a mix takes one answer's place within each prompt only", async () => {
    const prompts = Int32Array.of(0, 0, 1, 1);
    const { oracle, samples } = problemOf([[0, 1, 10, 11]], { prompts });
    const targets = Float64Array.of(NONE);
    const pooled = await reachableMaximum(oracle, targets, 0);
    const grouped = await reachableMaximum(oracle, targets, 0, { view: { mode: "per-prompt" } });
    const raw = (z: number) => samples.values[0].mean + z * samples.values[0].sd;
    expect(raw(pooled?.level ?? 0)).toBeCloseTo(11, 10);
    expect(raw(grouped?.level ?? 0)).toBeCloseTo(6, 10);
  });
});

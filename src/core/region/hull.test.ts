import { describe, expect, test } from "vitest";
import { solveDual } from "../solve/dual.ts";
import { SolveCache } from "../solve/solve-cache.ts";
import { columnsOf, draws, REWARD_KINDS } from "../testing/draws.ts";
import { problemOf } from "../testing/problem.ts";
import { frontAlong } from "./front.ts";
import { type PlanePoint, upperRightHull } from "./hull.ts";
import { directionOf, regionPicture } from "./region.ts";

/** The furthest of some points. */
function among(points: readonly PlanePoint[]) {
  return async (a: number, b: number) =>
    points.reduce((best, p) => (a * p[0] + b * p[1] > a * best[0] + b * best[1] ? p : best));
}

describe("the upper right hull", () => {
  test("runs from the greatest y to the greatest x, inner points left out", async () => {
    const points: PlanePoint[] = [
      [0, 4],
      [3, 3],
      [4, 0],
      [1, 1],
      [2, 3.5],
      [1.9, 2],
      [-1, -1],
    ];
    expect(await upperRightHull(among(points))).toEqual([
      [0, 4],
      [2, 3.5],
      [3, 3],
      [4, 0],
    ]);
  });

  test("a point that is best in both is the whole of it, and what it beats is dropped", async () => {
    expect(
      await upperRightHull(
        among([
          [0, 0],
          [5, 5],
          [5, 1],
          [1, 5],
        ]),
      ),
    ).toEqual([[5, 5]]);
    expect(await upperRightHull(among([[2, 3]]))).toEqual([[2, 3]]);
  });

  test("points on an edge are no vertices, unless they stand out by more than the tolerance", async () => {
    const edge: PlanePoint[] = [
      [0, 2],
      [1, 1],
      [2, 0],
    ];
    expect(await upperRightHull(among(edge))).toEqual([
      [0, 2],
      [2, 0],
    ]);
    const out: PlanePoint[] = [
      [0, 2],
      [1.05, 1],
      [2, 0],
    ];
    expect(await upperRightHull(among(out), 0.1)).toEqual([
      [0, 2],
      [2, 0],
    ]);
    expect((await upperRightHull(among(out), 0.01))?.length).toBe(3);
  });

  test("of an empty set is none; the number of vertices is bounded", async () => {
    expect(await upperRightHull(async () => null)).toBeNull();
    const circle = async (a: number, b: number): Promise<PlanePoint> => [
      a / Math.hypot(a, b),
      b / Math.hypot(a, b),
    ];
    const limited = await upperRightHull(circle, 1e-9, 20);
    expect(limited?.length).toBe(20);
    for (const [x, y] of limited ?? []) expect(Math.hypot(x, y)).toBeCloseTo(1, 12);
  });
});

describe("a front", () => {
  const { samples, oracle } = problemOf(columnsOf(REWARD_KINDS.Gaussian, 400, 3, draws(33)));
  const u = directionOf(3, [0, 1], Math.PI / 5);
  const FREE = new Float64Array(3).fill(Number.NEGATIVE_INFINITY);

  test("with the others free is the tilt along its direction, spending each budget", async () => {
    const points = await frontAlong(oracle, u, [0.05, 0.4, 1.5]);
    let last = Number.NEGATIVE_INFINITY;
    for (const [b, point] of points.entries()) {
      expect(point?.kl).toBeCloseTo([0.05, 0.4, 1.5][b], 9);
      const strength = (point?.lambda?.[0] ?? 0) / u[0];
      expect((point?.lambda?.[1] ?? 0) / u[1]).toBeCloseTo(strength, 9);
      expect(point?.lambda?.[2]).toBe(0);
      expect(strength).toBeGreaterThan(last);
      last = strength;
      const { mean } = await oracle.tilt(point?.lambda ?? u);
      expect([...mean]).toEqual([...(point?.levels ?? [])].map((z) => expect.closeTo(z, 10)));
    }
  });

  test("with another value at its target keeps it there and pays for it", async () => {
    const others = FREE.slice();
    others[2] = 0.8;
    const least = (await solveDual(oracle, others)).kl;
    const [none, point] = await frontAlong(oracle, u, [0.9 * least, 3 * least], { others });
    expect(none).toBeNull();
    expect(point?.levels[2]).toBeCloseTo(0.8, 8);
    expect(point?.kl).toBeCloseTo(3 * least, 8);
    const [free] = await frontAlong(oracle, u, [3 * least]);
    const along = (levels: Float64Array | undefined) =>
      u.reduce((s, x, i) => s + x * (levels?.[i] ?? 0), 0);
    expect(along(point?.levels)).toBeLessThan(along(free?.levels));
    const moved = await solveDual(
      oracle,
      others.map((c, i) => (i === 2 ? c : (point?.levels[i] ?? 0))),
    );
    expect(moved.kl).toBeCloseTo(3 * least, 7);
  });

  test("runs exactly along the axes at its ends", () => {
    expect([...directionOf(3, [0, 2], 0)]).toEqual([1, 0, 0]);
    expect([...directionOf(3, [0, 2], Math.PI / 2)]).toEqual([0, 0, 1]);
    const [a, , b] = directionOf(3, [0, 2], 0.3);
    expect([a, b]).toEqual([Math.cos(0.3), Math.sin(0.3)]);
  });

  const palette = { targets: [0.5, 0.4, 0.3], held: [false, false, false] };

  test("a picture shows where each of the pair goes alone, its contours rise, and free others reach further", async () => {
    const solveCache = new SolveCache(oracle);
    const picture = await regionPicture(oracle, samples, palette, [0, 1], solveCache);
    expect(picture.fronts.map((f) => f.budget)).toEqual([0.1, 0.5, 1, 2, 4]);
    expect(picture.fronts[2].points.length).toBe(17);
    expect(picture.alone[0]?.[0]).toBeCloseTo(0.5, 8);
    expect(picture.alone[1]?.[1]).toBeCloseTo(0.4, 8);
    expect(Math.abs(picture.alone[0]?.[1] ?? 9)).toBeLessThan(0.2);
    const right = picture.fronts.map((f) => f.points[f.points.length - 1][0]);
    expect(right).toEqual([...right].sort((a, b) => a - b));
    const free = await regionPicture(oracle, samples, palette, [0, 1], solveCache, {
      others: "free",
    });
    expect(free.hull).toEqual(free.hullFree);
    const freeRight = free.fronts[2].points[16][0];
    expect(freeRight).toBeGreaterThan(right[2]);
  });

  test("a picture of the same others keeps its contours and asks only for the pair's own places", async () => {
    const solveCache = new SolveCache(oracle);
    const same = await regionPicture(oracle, samples, palette, [0, 1], solveCache, { angles: 3 });
    const moved = { ...palette, targets: [0.9, null, 0.3] };
    const next = await regionPicture(oracle, samples, moved, [0, 1], solveCache, { same });
    expect(next.fronts).toBe(same.fronts);
    expect(next.alone[0]?.[0]).toBeCloseTo(0.9, 8);
    expect(next.alone[1]).toBeNull();
    const out = { ...palette, targets: [9, 0.1, 0.3] };
    expect(
      (await regionPicture(oracle, samples, out, [0, 1], solveCache, { same })).alone[0],
    ).toBeNull();
  });
});

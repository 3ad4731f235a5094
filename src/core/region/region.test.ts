import { describe, expect, test } from "vitest";
import { SolveCache } from "../solve/solve-cache.ts";
import { solvePalette, targetsInSd } from "../solve/solve-palette.ts";
import { columnsOf, draws, REWARD_KINDS } from "../testing/draws.ts";
import { golden, goldenProblem } from "../testing/golden.ts";
import { problemOf } from "../testing/problem.ts";
import { frontAlong } from "./front.ts";
import { directionOf, regionPicture } from "./region.ts";

interface GoldenPair {
  readonly x: string;
  readonly y: string;
  readonly hull_upper_right_vertices: [number, number][];
  readonly fronts: { budget_nats: number; points: [number, number][] }[];
}

const FREE = { targets: [null, null, null], held: [false, false, false] };

describe("hulls and fronts of the paper's samples, the third value free", () => {
  test("every vertex and every front point", async () => {
    const { values, pairs } = golden<{ values: string[]; pairs: GoldenPair[] }>("analysis.json");
    const { samples, oracle } = goldenProblem(values);
    let points = 0;
    for (const pair of pairs) {
      const picture = await regionPicture(
        oracle,
        samples,
        FREE,
        [values.indexOf(pair.x), values.indexOf(pair.y)],
        new SolveCache(oracle),
        { budgets: pair.fronts.map((f) => f.budget_nats), angles: 9, tolerance: 1e-11 },
      );
      expect(picture.hull?.length).toBe(pair.hull_upper_right_vertices.length);
      picture.hull?.forEach((vertex, k) => {
        expect(vertex[0]).toBeCloseTo(pair.hull_upper_right_vertices[k][0], 7);
        expect(vertex[1]).toBeCloseTo(pair.hull_upper_right_vertices[k][1], 7);
      });
      picture.fronts.forEach((front, b) => {
        const exact = [...pair.fronts[b].points].reverse();
        front.points.forEach((point, k) => {
          expect(Math.abs(point[0] - exact[k][0])).toBeLessThanOrEqual(1e-5);
          expect(Math.abs(point[1] - exact[k][1])).toBeLessThanOrEqual(1e-5);
          points++;
        });
      });
    }
    expect(points).toBe(pairs.reduce((n, p) => n + p.fronts.length * 9, 0));
  });
});

describe("the region with the others at their targets", () => {
  const { samples, oracle } = problemOf(columnsOf(REWARD_KINDS.Gaussian, 600, 4, draws(3)));
  const palette = {
    targets: samples.values.map((v, i) => v.mean + [0, 0, 0.5, 0.3][i] * v.sd),
    held: [false, false, false, false],
  };

  test("asking for a front point as a palette costs exactly its budget", async () => {
    const picture = await regionPicture(oracle, samples, palette, [0, 1], new SolveCache(oracle), {
      budgets: [0.3, 1],
      angles: 5,
      tolerance: 1e-11,
    });
    for (const { budget, points } of picture.fronts)
      for (const [x, y] of points.slice(1, -1)) {
        const report = await solvePalette(oracle, samples, [
          x,
          y,
          palette.targets[2],
          palette.targets[3],
        ]);
        expect(report.status).toBe("aligned");
        expect(report.kl).toBeCloseTo(budget, 7);
      }
  });

  test("just inside the hull is reachable, just outside is not", async () => {
    const { hull } = await regionPicture(oracle, samples, palette, [0, 1], new SolveCache(oracle), {
      budgets: [1],
      angles: 2,
    });
    expect(hull?.length).toBeGreaterThan(2);
    for (const [x, y] of hull ?? []) {
      const ask = (shift: number) =>
        solvePalette(oracle, samples, [
          x + shift,
          y + shift,
          palette.targets[2],
          palette.targets[3],
        ]);
      expect((await ask(-1e-4)).status).toMatch(/aligned|already-met/);
      expect((await ask(1e-4)).status).toBe("infeasible");
    }
  });

  test("the hull lies within the hull with the others free", async () => {
    const { hull, hullFree } = await regionPicture(
      oracle,
      samples,
      palette,
      [0, 1],
      new SolveCache(oracle),
      { budgets: [1], angles: 2 },
    );
    const greatest = (line: readonly (readonly [number, number])[], k: 0 | 1) =>
      Math.max(...line.map((p) => p[k]));
    for (const k of [0, 1] as const)
      expect(greatest(hull ?? [], k)).toBeLessThanOrEqual(greatest(hullFree, k) + 1e-9);
  });

  test("a contour is absent where the others alone cost more, and the hull is where they conflict", async () => {
    const dear = {
      ...palette,
      targets: [null, null, samples.values[2].mean + 1.5 * samples.values[2].sd, null],
    };
    const picture = await regionPicture(oracle, samples, dear, [0, 1], new SolveCache(oracle), {
      budgets: [0.1, 4],
      angles: 3,
    });
    expect(picture.fronts.map((f) => f.budget)).toEqual([4]);
    const beyond = { ...palette, targets: [null, null, 9, null] };
    const none = await regionPicture(oracle, samples, beyond, [0, 1], new SolveCache(oracle), {
      budgets: [1],
      angles: 3,
    });
    expect(none.hull).toBeNull();
    expect(none.fronts).toEqual([]);
  });

  test("a budget that no tilt reaches gives the hull point", async () => {
    const tied = problemOf([
      [0, 1, 1, 0],
      [0, 0, 1, 1],
    ]);
    const [point] = await frontAlong(tied.oracle, directionOf(2, [0, 1], 0), [5]);
    expect(point?.lambda).toBeNull();
    expect(point?.levels[0]).toBeCloseTo(targetsInSd(tied.samples, [1, null])[0], 12);
  });
});

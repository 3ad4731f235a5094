import { describe, expect, test } from "vitest";
import { norm } from "../numerics/linear-algebra.ts";
import { reachMargin } from "../program/reachable-set.ts";
import { fromSd } from "../rows/samples.ts";
import { SolveCache } from "../solve/solve-cache.ts";
import { solvePalette, targetsInSd } from "../solve/solve-palette.ts";
import { columnsOf, draws, REWARD_KINDS } from "../testing/draws.ts";
import { golden, goldenProblem } from "../testing/golden.ts";
import { problemOf } from "../testing/problem.ts";
import { greedyPalette, relaxedPalette } from "./greedy.ts";
import { nearestPalette } from "./nearest-palette.ts";
import { nearestWithin } from "./nearest-within.ts";
import { repairPalette } from "./repairs.ts";

interface Hhh90 {
  readonly palette: number[];
  readonly nearest_in_sd: number[];
  readonly nearest_distance_sd: number;
  readonly greedy_priority_humor_harmless_helpful: number[];
}

describe("HHH-90 % on the paper's samples", () => {
  const { values, hhh90 } = golden<{ values: string[]; hhh90: Hhh90 }>("analysis.json");

  test("the nearest palette and its distance", async () => {
    const { samples, oracle } = goldenProblem(values);
    const found = await nearestPalette(oracle, targetsInSd(samples, hhh90.palette));
    samples.values.forEach((v, i) => {
      expect(Math.abs(fromSd(v, found.targets[i]) - hhh90.nearest_in_sd[i])).toBeLessThanOrEqual(
        1e-6,
      );
    });
    expect(Math.abs(found.distance - hhh90.nearest_distance_sd)).toBeLessThanOrEqual(1e-6);
  });

  test("greedy, Humor before Harmlessness before Helpfulness", async () => {
    const { samples, oracle } = goldenProblem(values);
    const placed = await greedyPalette(oracle, targetsInSd(samples, hhh90.palette), [0, 2, 1]);
    samples.values.forEach((v, i) => {
      expect(
        Math.abs(fromSd(v, placed[i]) - hhh90.greedy_priority_humor_harmless_helpful[i]),
      ).toBeLessThanOrEqual(1e-6);
    });
  });
});

describe("repairs of a small problem", () => {
  const triangle = problemOf([
    [0, 4, 0],
    [0, 0, 4],
  ]);
  const inSd = (palette: number[]) => targetsInSd(triangle.samples, palette);
  const level = (targets: Float64Array, i: number) =>
    fromSd(triangle.samples.values[i], targets[i]);

  test("nearest to a point beyond the long side is its foot, and beyond a corner the corner", async () => {
    const foot = await nearestPalette(triangle.oracle, inSd([3, 2]));
    expect(level(foot.targets, 0)).toBeCloseTo(2.5, 9);
    expect(level(foot.targets, 1)).toBeCloseTo(1.5, 9);
    const corner = await nearestPalette(triangle.oracle, inSd([7, 0]));
    expect(level(corner.targets, 0)).toBeCloseTo(4, 9);
    expect(level(corner.targets, 1)).toBeCloseTo(0, 9);
  });

  test("nearest never raises a target, and a reachable palette is its own nearest", async () => {
    const low = await nearestPalette(triangle.oracle, inSd([5, -3]));
    expect(level(low.targets, 0)).toBeCloseTo(4, 9);
    expect(level(low.targets, 1)).toBeCloseTo(-3, 9);
    expect((await nearestPalette(triangle.oracle, inSd([1, 1]))).distance).toBeCloseTo(0, 9);
  });

  test("greedy gives the first all it wants and the second what is left", async () => {
    const placed = await greedyPalette(triangle.oracle, inSd([2, 3]), [1, 0]);
    expect(level(placed, 1)).toBeCloseTo(2 + 2 / 3, 9);
    expect(level(placed, 0)).toBeCloseTo(4 / 3, 9);
  });

  test("relaxing one leaves the others where they are", async () => {
    const relaxed = await relaxedPalette(triangle.oracle, inSd([3, 2]), 0);
    expect(level(relaxed ?? inSd([0, 0]), 0)).toBeCloseTo(2, 9);
    expect(await relaxedPalette(triangle.oracle, inSd([3, 5]), 0)).toBeNull();
  });

  const { samples, oracle } = problemOf(columnsOf(REWARD_KINDS.Gaussian, 500, 4, draws(5)));
  const beyond = targetsInSd(samples, [3, 2.5, 2, 1]);

  test("the nearest palette lies on the edge, and no other reachable one is nearer", async () => {
    const found = await nearestPalette(oracle, beyond);
    expect(Math.abs((await reachMargin(oracle, found.targets)).margin)).toBeLessThan(1e-6);
    const d = draws(9);
    for (let k = 0; k < 30; k++) {
      const shift = Float64Array.from({ length: 4 }, () => 0.1 * d.normal());
      const other = found.targets.map((z, i) => Math.min(beyond[i], z + shift[i]));
      const { margin } = await reachMargin(oracle, other);
      if (margin < 0) continue;
      expect(norm(other.map((z, i) => beyond[i] - z))).toBeGreaterThanOrEqual(
        found.distance - 1e-9,
      );
    }
  });

  test("the nearest within a budget spends it, asks no more than was asked, and tends to the nearest of all", async () => {
    const nearest = await nearestPalette(oracle, beyond);
    let last = Number.POSITIVE_INFINITY;
    for (const klBudget of [0.5, 1, 2, 4]) {
      const found = await nearestWithin(oracle, beyond, { klBudget });
      if (!found) throw new Error("nothing within the budget");
      expect(found.solution.kl).toBeCloseTo(klBudget, 7);
      const report = await solvePalette(
        oracle,
        samples,
        samples.values.map((v, i) => fromSd(v, found.targets[i])),
      );
      expect(report.kl).toBeCloseTo(klBudget, 6);
      expect(found.distance).toBeLessThan(last);
      expect(found.distance).toBeGreaterThan(nearest.distance);
      last = found.distance;
    }
  });
});

describe("all repairs of a palette out of reach", () => {
  const { samples, oracle } = problemOf(columnsOf(REWARD_KINDS.Gaussian, 1500, 4, draws(6)));
  const palette = {
    targets: [2, 1.8, 1.6, samples.values[3].mean],
    held: [false, false, false, true],
  };

  test("each lands on the edge at the cost it names, its safe version inside, and none raises a target", async () => {
    const repairs = await repairPalette(oracle, samples, palette, new SolveCache(oracle), {
      order: [1, 0, 2],
    });
    expect(repairs.map((r) => r.kind)).toEqual(["scale-back", "nearest", "relax", "greedy"]);
    expect(repairs.find((r) => r.kind === "relax")?.relaxed).toBe(2);
    expect(repairs.map((r) => r.recommended)).toEqual([true, false, false, false]);
    const nearest = repairs.find((r) => r.kind === "nearest");
    for (const repair of repairs) {
      expect(repair.status).toBe("boundary");
      expect(
        Math.hypot(...repair.change.map((x, i) => (x ?? 0) / samples.values[i].sd)),
      ).toBeCloseTo(repair.distance, 9);
      expect(repair.distance).toBeGreaterThanOrEqual((nearest?.distance ?? 0) - 1e-9);
      repair.targets.forEach((t, i) => {
        expect(t ?? 0).toBeLessThanOrEqual((palette.targets[i] ?? 0) + 1e-12);
      });
      expect(
        Math.abs((await reachMargin(oracle, targetsInSd(samples, repair.targets))).margin),
      ).toBeLessThan(1e-6);
      expect(repair.targets[3]).toBeCloseTo(samples.values[3].mean, 9);
      if (!repair.safe) throw new Error(`${repair.kind} has no safe version`);
      expect(repair.safe.status).toBe("aligned");
      const report = await solvePalette(oracle, samples, repair.safe.targets);
      expect(report.status).toBe("aligned");
      expect(report.ess).toBeGreaterThanOrEqual(199.99);
      expect(report.kl).toBeCloseTo(repair.safe.kl, 5);
    }
    expect(repairs[0].safe?.ess).toBeCloseTo(200, 4);
  });

  test("under a budget every safe version keeps to it", async () => {
    const solveCache = new SolveCache(oracle);
    for (const repair of await repairPalette(oracle, samples, palette, solveCache, {
      limit: { klBudget: 0.8 },
    }))
      expect(repair.safe?.kl).toBeLessThanOrEqual(0.8 + 1e-9);
  });

  test("the value to relax may be named; where that one is not enough the repair is left out", async () => {
    const relax = async (k: number, first: number) =>
      (
        await repairPalette(
          oracle,
          samples,
          { ...palette, targets: [first, ...palette.targets.slice(1)] },
          new SolveCache(oracle),
          { relax: k },
        )
      ).find((r) => r.kind === "relax");
    const relaxed = await relax(0, 2);
    expect(relaxed?.change[0]).toBeLessThan(0);
    expect(relaxed?.change[1]).toBeCloseTo(0, 12);
    expect(await relax(1, 9)).toBeUndefined();
  });

  test("a palette within reach keeps its targets, and only what the limit asks is given up", async () => {
    const easy = { ...palette, targets: [0.8, 0.8, 0.7, palette.targets[3]] };
    const repairs = await repairPalette(oracle, samples, easy, new SolveCache(oracle), {
      limit: { klBudget: 0.3 },
    });
    expect(repairs.map((r) => r.kind)).toEqual(["scale-back", "nearest", "greedy"]);
    for (const repair of repairs) {
      expect(repair.distance).toBeLessThan(1e-9);
      expect(repair.status).toBe("aligned");
      expect(repair.safe?.kl).toBeCloseTo(0.3, 7);
    }
  });

  test("can be called off between one repair and the next", async () => {
    const shares: number[] = [];
    const checkpoint = async (share: number) => {
      shares.push(share);
      if (share >= 0.5) throw new Error("called off");
    };
    await expect(
      repairPalette(oracle, samples, palette, new SolveCache(oracle), { checkpoint }),
    ).rejects.toThrow("called off");
    expect(shares).toEqual([0, 0.25, 0.5]);
  });
});

describe("ratings, where many mixes tie", () => {
  test("every greedy level is the greatest that those before it leave, whatever ties at the edge", async () => {
    for (let seed = 1; seed <= 8; seed++) {
      const d = draws(seed);
      const { oracle } = problemOf(columnsOf(REWARD_KINDS["ratings 0–4"], 200, 4, d));
      for (let k = 0; k < 4; k++) {
        const asked = Float64Array.from({ length: 4 }, () => 3 * d.uniform() - 0.3);
        const placed = await greedyPalette(oracle, asked, [0, 1, 2, 3]);
        const { margin } = await reachMargin(oracle, placed);
        expect(margin).toBeGreaterThanOrEqual(-1e-9);
        for (let i = 0; i < 4; i++) {
          if (placed[i] === asked[i] || asked[i] <= 0) continue;
          const more = placed.map((z, j) => (j > i ? Math.min(0, asked[j]) : z));
          more[i] += 1e-6;
          expect((await reachMargin(oracle, more)).margin).toBeLessThan(0);
        }
      }
    }
  });
});

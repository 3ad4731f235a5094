import { describe, expect, test } from "vitest";
import { SolveCache } from "../solve/solve-cache.ts";
import { columnsOf, draws, REWARD_KINDS } from "../testing/draws.ts";
import { counting, problemOf } from "../testing/problem.ts";
import { nearestPalette } from "./nearest-palette.ts";
import { nearestWithin } from "./nearest-within.ts";
import { excessOf, type RayLimit } from "./ray-limit.ts";
import { closestSafeMix, SAFE_SHARE, shownTargets } from "./safe-mix.ts";
import { alongRay, edgeShare, shareWithin } from "./scale-back.ts";

const NONE = Number.NEGATIVE_INFINITY;
const { oracle } = problemOf(columnsOf(REWARD_KINDS.Gaussian, 600, 3, draws(15)));
const palette = Float64Array.of(1.6, 1.2, -0.4);
const beyond = Float64Array.of(4, 3, 1);

describe("along the ray of a palette", () => {
  test("targets above the baseline shrink, the others stay", () => {
    expect([...alongRay(Float64Array.of(2, -1, 0, NONE), 0.25)]).toEqual([0.5, -1, 0, NONE]);
  });

  test.each([
    ["drift", { klBudget: 0.7 }],
    ["answers", { essAtLeast: 150 }],
  ] as [string, RayLimit][])(
    "the share within a limit of %s spends exactly it",
    async (_, limit) => {
      const solveCache = new SolveCache(oracle);
      const found = await shareWithin(palette, limit, 1, solveCache);
      expect(
        Math.abs(excessOf(found?.solution ?? (await solveCache.solve(palette)), limit)),
      ).toBeLessThan(1e-8);
      const further = await solveCache.solve(alongRay(palette, 1.001 * (found?.rho ?? 0)));
      expect(excessOf(further, limit)).toBeGreaterThan(0);
      expect(found?.rho).toBeGreaterThan(0);
      expect(found?.rho).toBeLessThan(1);
    },
  );

  test("a hint leads to the same share in fewer passes, and a wrong one does no harm", async () => {
    const limit = { klBudget: 0.7 };
    const cost = async (hint?: number) => {
      const counted = counting(oracle);
      const found = await shareWithin(palette, limit, 1, new SolveCache(counted), { hint });
      return { rho: found?.rho ?? Number.NaN, passes: counted.passes() };
    };
    const marched = await cost();
    const hinted = await cost(marched.rho * 1.01);
    expect(hinted.rho).toBeCloseTo(marched.rho, 7);
    expect(hinted.passes).toBeLessThan(marched.passes);
    for (const wrong of [0.05, 0.99]) expect((await cost(wrong)).rho).toBeCloseTo(marched.rho, 7);
  });

  test("a limit that is never broken gives the whole way, one broken at once nothing", async () => {
    const solveCache = new SolveCache(oracle);
    const all = await shareWithin(palette, { klBudget: 50 }, 0.8, solveCache);
    expect(all?.rho).toBe(0.8);
    const costly = Float64Array.of(1, NONE, NONE);
    expect(await shareWithin(costly, { essAtLeast: 601 }, 1, solveCache)).toBeNull();
  });

  test("beyond the edge there is no mix, so the share stays inside it", async () => {
    const solveCache = new SolveCache(oracle);
    const edge = await edgeShare(oracle, beyond, solveCache);
    expect(edge).toBeLessThan(1);
    const found = await shareWithin(beyond, { klBudget: 50 }, 1, solveCache);
    expect(found?.rho).toBeLessThanOrEqual(edge + 1e-9);
    expect(found?.rho).toBeGreaterThan(0.98 * edge);
  });
});

describe("what is shown of a palette", () => {
  test("is its own solution within reach, and 95 % of the way to the edge beyond", async () => {
    const solveCache = new SolveCache(oracle);
    expect((await shownTargets(oracle, palette, solveCache)).targets).toBe(palette);
    const { targets, solution } = await shownTargets(oracle, beyond, solveCache);
    const edge = await edgeShare(oracle, beyond, solveCache);
    expect(solution.status).toBe("infeasible");
    expect([...targets]).toEqual([...alongRay(beyond, SAFE_SHARE * edge)]);
    const mix = await closestSafeMix(beyond, edge, solution, solveCache);
    expect(mix.status).toBe("aligned");
    expect(await closestSafeMix(beyond, Number.POSITIVE_INFINITY, solution, solveCache)).toBe(
      solution,
    );
  });
});

describe("the nearest palette", () => {
  test("leaves values that are held where they are", async () => {
    const held = [false, false, true];
    const asked = Float64Array.of(4, 3, 0);
    const free = await nearestPalette(oracle, asked);
    const firm = await nearestPalette(oracle, asked, { held });
    expect(free.targets[2]).toBeLessThan(-1e-3);
    expect(firm.targets[2]).toBe(0);
    expect(firm.distance).toBeGreaterThan(free.distance);
    const within = await nearestWithin(oracle, asked, { klBudget: 1 }, { held });
    expect(within?.targets[2]).toBe(0);
    expect(within?.solution.kl).toBeCloseTo(1, 8);
    expect(within?.solution.moments.mean[2]).toBeGreaterThanOrEqual(-1e-8);
  });

  test("moves towards what was asked along its own gap: the sd-distance is what it says", async () => {
    const asked = Float64Array.of(4, NONE, 1);
    const found = await nearestPalette(oracle, asked);
    expect(found.targets[1]).toBe(NONE);
    expect(found.distance).toBeCloseTo(
      Math.hypot(asked[0] - found.targets[0], asked[2] - found.targets[2]),
      9,
    );
    const counted = counting(oracle);
    expect((await nearestPalette(counted, asked)).passes).toBe(counted.passes());
  });

  test("within a number of answers keeps to it", async () => {
    const found = await nearestWithin(oracle, beyond, { essAtLeast: 300 });
    expect(found?.solution.moments.ess).toBeCloseTo(300, 5);
    expect(found?.targets.every((z, i) => z <= beyond[i])).toBe(true);
  });

  test("within a limit that the palette itself keeps hardly moves; where slack alone breaks it there is none", async () => {
    const easy = Float64Array.of(0.2, 0.1, 0);
    expect((await nearestWithin(oracle, easy, { klBudget: 2 }))?.distance).toBeLessThan(1e-10);
    const held = [true, false, false];
    const firm = Float64Array.of(1.5, 0, 0);
    expect(await nearestWithin(oracle, firm, { klBudget: 0.1 }, { held })).toBeNull();
  });
});

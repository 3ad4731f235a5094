import { describe, expect, test } from "vitest";
import { strengthScale } from "../repair/ray.ts";
import { wrongNearMean } from "../testing/check-near-mean.ts";
import { nearMeans } from "../testing/near-means.ts";
import { problemOf } from "../testing/problem.ts";
import { SolveCache } from "./solve-cache.ts";
import { solvePalette, targetsInSd } from "./solve-palette.ts";

describe("a target within a few roundings of its mean", () => {
  test("is the mean: nothing is asked, and nothing else depends on the rounding", async () => {
    const { samples, oracle } = problemOf([[0, 0, 0, 1, 1]]);
    const [{ mean }] = samples.values;
    for (const target of [0.4, mean, mean + 2e-16, mean - 2e-16]) {
      expect([...targetsInSd(samples, [target])]).toEqual([0]);
      expect(await solvePalette(oracle, samples, [target])).toMatchObject({
        status: "already-met",
        kl: 0,
      });
    }
  });

  test("counts roundings of the reward where doubles are coarser than the spread needs", () => {
    const far = problemOf([[1e9, 1e9 + 1, 1e9 + 2, 1e9 + 4]]).samples;
    const [{ mean }] = far.values;
    expect([...targetsInSd(far, [mean + 3e-7])]).toEqual([0]);
    expect(targetsInSd(far, [mean + 1e-5])[0]).toBeGreaterThan(0);
    const flat = problemOf([[0.1, 0.1]]).samples;
    expect([...targetsInSd(flat, [0.1 + 2e-17])]).toEqual([0]);
    expect(targetsInSd(flat, [0.1 + 1e-13])[0]).toBeGreaterThan(0);
  });

  test("a hair above that, the ray is still measured right", async () => {
    const { samples, oracle } = problemOf([[0, 0, 0, 1, 1]]);
    for (const above of [1e-11, 1e-9, 1e-6]) {
      const { edge } = await strengthScale(oracle, Float64Array.of(above), new SolveCache(oracle));
      expect((edge ?? 0) * above).toBeCloseTo(0.6 / samples.values[0].sd, 9);
    }
  });

  test("a hair above a value that never varies, nothing of the way is reachable, and nothing is thrown", async () => {
    const one = [...nearMeans(20, 11)][344];
    const { oracle, samples } = one.problem;
    expect(samples.values[4].sd).toBe(0);
    const targets = Float64Array.of(
      9.999999498255803e-11,
      0.6453933605971987,
      1.0000000682978032e-10,
      9.99999782660312e-11,
      9.999998051846148e-11,
    );
    const solveCache = new SolveCache(oracle, { mode: one.mode });
    expect((await strengthScale(oracle, targets, solveCache)).edge).toBeLessThan(1e-4);
  });

  test("on ten kinds of data and in either mode the verdict and the greatest levels are those of HiGHS, nothing is thrown", async () => {
    const wrong: string[] = [];
    for (const one of nearMeans(5)) {
      const found = await wrongNearMean(one);
      if (found) wrong.push(`${one.set}, ${one.mode}, ${one.targets}: ${found}`);
    }
    expect(wrong).toEqual([]);
  });
});

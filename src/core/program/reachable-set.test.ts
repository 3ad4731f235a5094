import { describe, expect, test } from "vitest";
import { shareWithin } from "../repair/scale-back.ts";
import { fromSd, toSd } from "../rows/samples.ts";
import { SolveCache } from "../solve/solve-cache.ts";
import { targetsInSd } from "../solve/solve-palette.ts";
import { type GoldenPalette, golden, goldenProblem } from "../testing/golden.ts";
import { problemOf } from "../testing/problem.ts";
import { PointCache } from "./column-program.ts";
import { reachableMaximum, reachMargin, scaleBackShare } from "./reachable-set.ts";

interface Analysis {
  readonly values: string[];
  readonly hhh70: { palette: number[]; reachable_maximum_given_others: number[] };
  readonly hhh90: {
    palette: number[];
    scale_back_rho: number;
    reachable_maximum_given_others: number[];
    rho_at_kl_2: number;
  };
}

describe("exact reach on the paper's samples", () => {
  test("margins of all recorded palettes, to the six digits they are given with", async () => {
    for (const one of golden<GoldenPalette[]>("recorded-palettes.json.gz")) {
      const { samples, oracle } = goldenProblem(one.values);
      const { margin } = await reachMargin(oracle, targetsInSd(samples, one.palette));
      expect(Math.abs(margin - one.margin_sd)).toBeLessThanOrEqual(
        1e-5 * (0.1 + Math.abs(one.margin_sd)),
      );
    }
  });

  test("scaling back: the recorded share where no target lies below its baseline, at least that where one does", async () => {
    let exact = 0;
    for (const one of golden<GoldenPalette[]>("recorded-palettes.json.gz")) {
      if (one.rho_from_mean === undefined) continue;
      const { samples, oracle } = goldenProblem(one.values);
      const targets = targetsInSd(samples, one.palette);
      const { rho } = await scaleBackShare(oracle, targets);
      expect(rho).toBeGreaterThanOrEqual(one.rho_from_mean - 1e-6);
      if (targets.every((c) => c >= 0)) {
        exact++;
        expect(Math.abs(rho - one.rho_from_mean)).toBeLessThanOrEqual(1e-6);
      }
    }
    expect(exact).toBeGreaterThan(10);
  });

  test("reachable maxima, the edge and the share at 2 nats of HHH-70 % and HHH-90 %", async () => {
    const { values, hhh70, hhh90 } = golden<Analysis>("analysis.json");
    const { samples, oracle } = goldenProblem(values);
    const cache = new PointCache();
    for (const one of [hhh70, hhh90]) {
      const targets = targetsInSd(samples, one.palette);
      for (const [k, level] of one.reachable_maximum_given_others.entries()) {
        const found = await reachableMaximum(oracle, targets, k, { cache });
        expect(
          Math.abs(fromSd(samples.values[k], found?.level ?? Number.NaN) - level),
        ).toBeLessThanOrEqual(1e-6);
      }
    }
    const targets = targetsInSd(samples, hhh90.palette);
    expect((await scaleBackShare(oracle, targets)).rho).toBeCloseTo(hhh90.scale_back_rho, 7);
    const within = await shareWithin(targets, { klBudget: 2 }, 1, new SolveCache(oracle));
    expect(Math.abs((within?.rho ?? 0) - hhh90.rho_at_kl_2)).toBeLessThanOrEqual(1e-6);
  });
});

describe("reach on a triangle", () => {
  const triangle = problemOf([
    [0, 4, 0],
    [0, 0, 4],
  ]);
  const inSd = (palette: (number | null)[]) => targetsInSd(triangle.samples, palette);

  test("the margin is the way along (1, 1) sd to the long side", async () => {
    const { margin, direction } = await reachMargin(triangle.oracle, inSd([1, 1]));
    expect(margin).toBeCloseTo(1 / triangle.samples.values[0].sd, 12);
    expect([...direction]).toEqual([0.5, 0.5]);
  });

  test("the greatest x with y at its target, and none where y alone is out of reach", async () => {
    const at = await reachableMaximum(triangle.oracle, inSd([2, 1]), 0);
    expect(fromSd(triangle.samples.values[0], at?.level ?? 0)).toBeCloseTo(3, 12);
    expect(await reachableMaximum(triangle.oracle, inSd([2, 4.1]), 0)).toBeNull();
  });

  test("scaling back from the middle never raises a target below its baseline", async () => {
    const low = toSd(triangle.samples.values[1], 0.5);
    const targets = inSd([6, 0.5]);
    const { rho } = await scaleBackShare(triangle.oracle, targets);
    expect(targets[1]).toBe(low);
    const mean = 4 / 3;
    expect(mean + rho * (6 - mean)).toBeCloseTo(3.5, 10);
  });

  test("nothing to scale back where every target is below its baseline", async () => {
    expect((await scaleBackShare(triangle.oracle, inSd([1, 1]))).rho).toBe(
      Number.POSITIVE_INFINITY,
    );
  });
});

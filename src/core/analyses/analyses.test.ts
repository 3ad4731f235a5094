import { describe, expect, test } from "vitest";
import { sequentialRounds } from "../compare/sequential.ts";
import { tradeOffMatrix } from "../compare/trade-off.ts";
import { winRates } from "../compare/win-rate.ts";
import { orientedScale } from "../rows/samples.ts";
import { tiltedWeights } from "../rows/tilted-weights.ts";
import { solveDual } from "../solve/dual.ts";
import { sensitivityOf } from "../solve/sensitivity.ts";
import { SolveCache } from "../solve/solve-cache.ts";
import { targetsInSd } from "../solve/solve-palette.ts";
import { columnsOf, draws, REWARD_KINDS } from "../testing/draws.ts";
import { golden, goldenProblem } from "../testing/golden.ts";
import { problemOf } from "../testing/problem.ts";

interface Hhh70 {
  readonly palette: number[];
  readonly cov: number[][];
  readonly dlambda_dc: number[][];
  readonly win_rate_vs_baseline: number[];
  readonly sequential: { round: number; lambda: number[]; levels: number[] }[];
}

describe("HHH-70 % on the paper's samples", () => {
  const { values, hhh70 } = golden<{ values: string[]; hhh70: Hhh70 }>("analysis.json");
  const setUp = () => {
    const problem = goldenProblem(values);
    return { ...problem, targets: targetsInSd(problem.samples, hhh70.palette) };
  };

  test("V and dλ/dc = +V⁻¹", async () => {
    const { samples, oracle, targets } = setUp();
    const { cov, dLambdaDc } = sensitivityOf(samples, await solveDual(oracle, targets));
    hhh70.cov.flat().forEach((x, k) => {
      expect(cov[k]).toBeCloseTo(x, 8);
    });
    hhh70.dlambda_dc.flat().forEach((x, k) => {
      expect(dLambdaDc[k]).toBeCloseTo(x, 7);
    });
  });

  test("win rates against the baseline", async () => {
    const { samples, oracle, targets } = setUp();
    const { lambda } = await solveDual(oracle, targets);
    winRates(samples, tiltedWeights(samples, lambda)).forEach((rate, i) => {
      expect(Math.abs(rate - hhh70.win_rate_vs_baseline[i])).toBeLessThanOrEqual(1e-6);
    });
  });

  test("six sequential rounds", async () => {
    const { samples, oracle, targets } = setUp();
    const rounds = await sequentialRounds(oracle, targets, 6);
    hhh70.sequential.forEach((exact, k) => {
      expect(rounds[k].round).toBe(exact.round);
      samples.values.forEach((v, i) => {
        expect(
          Math.abs(rounds[k].lambda[i] / orientedScale(v) - exact.lambda[i]),
        ).toBeLessThanOrEqual(1e-6);
        expect(Math.abs(v.mean + rounds[k].levels[i] * v.sd - exact.levels[i])).toBeLessThanOrEqual(
          1e-6,
        );
      });
    });
  });

  test("Humor +0.1 at constant drift costs Harmlessness 0.166", async () => {
    const { samples, oracle, targets } = setUp();
    const [humor, , harmless] = samples.values;
    const matrix = await tradeOffMatrix(targets, 0.1 / humor.sd, new SolveCache(oracle));
    expect(Number(matrix?.change[0][2]) * harmless.sd).toBeCloseTo(-0.166, 3);
  });
});

describe("analyses of a small problem", () => {
  const { samples, oracle } = problemOf(columnsOf(REWARD_KINDS.Gaussian, 400, 3, draws(11)), {
    costs: [2],
  });
  const targets = Float64Array.from([0.5, 0.4, 0.3]);

  test("giving up what the matrix says keeps the drift; a slack value buys nothing", async () => {
    const solveCache = new SolveCache(oracle);
    const here = await solveCache.solve(targets);
    const matrix = await tradeOffMatrix(targets, 0.1, solveCache);
    for (const [i, k] of [
      [0, 1],
      [1, 2],
      [2, 0],
    ]) {
      const moved = targets.slice();
      moved[i] += 0.1;
      moved[k] += Number(matrix?.change[i][k]);
      expect((await solveCache.solve(moved)).kl).toBeCloseTo(here.kl, 8);
    }
    const slack = await tradeOffMatrix(Float64Array.from([0.5, -2, 0.3]), 0.1, solveCache);
    expect(slack?.change[0][1]).toBe("free");
    expect(slack?.change[0][0]).toBeNull();
  });

  test("where no value can pay, the matrix says why", async () => {
    const solveCache = new SolveCache(oracle);
    const far = Float64Array.from([10, 0.1, 0.1]);
    const beyond = await tradeOffMatrix(targets, far, solveCache);
    expect([beyond?.change[0][1], beyond?.change[0][2]]).toEqual(["beyond", "beyond"]);
    const steep = await tradeOffMatrix(targets, Float64Array.from([1, 0.1, 0.1]), solveCache);
    expect([steep?.change[0][1], steep?.change[0][2]]).toEqual(["not-enough", "not-enough"]);
  });

  test("sequential alignment converges to the simultaneous solution, and one round is not enough", async () => {
    const together = await solveDual(oracle, targets);
    const rounds = await sequentialRounds(oracle, targets, 80);
    expect(Math.abs(rounds[0].levels[0] - targets[0])).toBeGreaterThan(1e-4);
    rounds[79].lambda.forEach((l, i) => {
      expect(l).toBeCloseTo(together.lambda[i], 6);
    });
  });

  test("win rates are ½ without a tilt, count ties half, and compare within prompts where asked", () => {
    const even = new Float64Array(400).fill(1 / 400);
    for (const rate of winRates(samples, even)) expect(rate).toBeCloseTo(0.5, 12);
    const tied = problemOf([[0, 1, 1, 0]], { prompts: Int32Array.from([0, 0, 1, 1]) });
    const weights = Float64Array.from([0, 0.5, 0.5, 0]);
    expect(winRates(tied.samples, weights)[0]).toBeCloseTo(0.75, 12);
    expect(winRates(tied.samples, weights, "per-prompt")[0]).toBeCloseTo(0.75, 12);
  });

  test("slack levels move by V_sA V_AA⁻¹, by finite differences", async () => {
    const slackened = Float64Array.from([0.5, -2, 0.3]);
    const at = await solveDual(oracle, slackened);
    const { dLevelDc } = sensitivityOf(samples, at);
    const h = 1e-5;
    const up = await solveDual(
      oracle,
      slackened.map((c, i) => (i === 0 ? c + h : c)),
    );
    const slope =
      ((up.moments.mean[1] - at.moments.mean[1]) / h) *
      (samples.values[1].sd / samples.values[0].sd);
    expect(dLevelDc[3]).toBeCloseTo(slope, 3);
  });
});

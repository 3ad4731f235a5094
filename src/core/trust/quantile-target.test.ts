import { describe, expect, test } from "vitest";
import { levelAtShare, midDistribution, quantile } from "../numerics/quantile.ts";
import { solveDual } from "../solve/dual.ts";
import { lambdaInUnits } from "../solve/solve-palette.ts";
import { draws } from "../testing/draws.ts";
import { problemOf } from "../testing/problem.ts";
import { bootstrapSpread } from "./bootstrap.ts";
import { intervalsOf } from "./intervals.ts";
import { quantileTarget } from "./quantile-target.ts";

const LEVELS = [0, 1, 2, 3, 4];
const SHARES = [0.08, 0.12, 0.23, 0.35, 0.22];
const ASKED = 0.6;

/** A rating drawn with those shares. */
function rating(u: number): number {
  let rest = u;
  for (const [k, share] of SHARES.entries()) {
    rest -= share;
    if (rest < 0) return k;
  }
  return 4;
}

/** λ and KL of a rated sample at its own 60 % quantile, with intervals. */
async function solvedAt(ratings: readonly number[], weights: Float64Array | null = null) {
  const { samples, oracle } = problemOf([ratings], { weights });
  const order = [...ratings.keys()].sort((a, b) => samples.columns[0][a] - samples.columns[0][b]);
  const curve = midDistribution({
    sorted: order.map((j) => samples.columns[0][j]),
    weights: weights && order.map((j) => weights[j]),
  });
  const targets = Float64Array.of(levelAtShare(curve, ASKED));
  const solution = await solveDual(oracle, targets);
  return { samples, targets, solution };
}

describe("a target that is a quantile of tied ratings", () => {
  test("has 90 % intervals that cover the truth about nine times in ten", async () => {
    const truth = await solvedAt(LEVELS, Float64Array.from(SHARES));
    const [lambda] = lambdaInUnits(truth.samples, truth.solution.lambda);
    const { kl } = truth.solution;
    const d = draws(61);
    const covered = { lambda: 0, kl: 0 };
    for (let s = 0; s < 400; s++) {
      const { samples, solution } = await solvedAt(
        Array.from({ length: 500 }, () => rating(d.uniform())),
      );
      const found = intervalsOf(samples, solution, {}, { isQuantile: [true] });
      const [own] = found.lambda;
      if (own && own.low <= lambda && lambda <= own.high) covered.lambda++;
      if (found.kl.low <= kl && kl <= found.kl.high) covered.kl++;
    }
    for (const count of [covered.lambda, covered.kl]) {
      expect(count / 400).toBeGreaterThan(0.85);
      expect(count / 400).toBeLessThan(0.95);
    }
  });

  test("is taken anew in every redraw, and the spread of λ agrees with the intervals", async () => {
    const d = draws(62);
    const { samples, targets, solution } = await solvedAt(
      Array.from({ length: 1200 }, () => rating(d.uniform())),
    );
    const spread = await bootstrapSpread(samples, targets, {
      replicates: 300,
      isQuantile: [true],
    });
    const intervals = intervalsOf(samples, solution, {}, { isQuantile: [true] });
    const ratio = (intervals.lambda[0]?.se ?? 0) / spread.lambda[0];
    expect(spread.reachable).toBe(300);
    expect(ratio).toBeGreaterThan(0.8);
    expect(ratio).toBeLessThan(1.25);
  });
});

describe("what moves a quantile target", () => {
  const tied = problemOf([[1, 1, 2, 2, 2, 3]]).samples;
  const smooth = problemOf([Array.from({ length: 60 }, (_, j) => (j * 7) % 60)]).samples;

  test("is what leaving a little weight off each row does to it", () => {
    const level = 0.3;
    const target = quantileTarget(tied, 0, level);
    const pulls = target?.pulls() ?? [];
    for (let j = 0; j < tied.rows; j++) {
      const weights = Float64Array.from({ length: 6 }, (_, k) => 1 / 6 + (k === j ? 1e-6 : 0));
      const moved = ((target?.underWeights(weights) ?? 0) - level) / 1e-6;
      expect(pulls[j]).toBeCloseTo(moved / 6, 4);
    }
  });

  test("leaves it where it is under the weights it was taken from", () => {
    for (const samples of [tied, smooth]) {
      const even = new Float64Array(samples.rows).fill(1 / samples.rows);
      for (const level of [-0.7, 0.1, 0.6])
        expect(quantileTarget(samples, 0, level)?.underWeights(even)).toBeCloseTo(level, 9);
    }
    const even = new Float64Array(60).fill(1 / 60);
    const asked = quantile(smooth.columns[0], null, 0.7);
    expect(quantileTarget(smooth, 0, asked)?.underWeights(even)).toBeCloseTo(asked, 9);
  });

  test("is nothing where the wish is clamped to the first or last level there is", () => {
    const [lowest, highest] = [Math.min(...tied.columns[0]), Math.max(...tied.columns[0])];
    for (const level of [lowest - 1, lowest, highest, highest + 1])
      expect(quantileTarget(tied, 0, level)).toBeNull();
    expect(quantileTarget(problemOf([[2, 2]]).samples, 0, 0)).toBeNull();
  });
});

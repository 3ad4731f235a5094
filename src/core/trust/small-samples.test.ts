import { describe, expect, test } from "vitest";
import { seededRandom } from "../numerics/random.ts";
import { studentTQuantile } from "../numerics/student-t.ts";
import { solveDual } from "../solve/dual.ts";
import { targetsInSd } from "../solve/solve-palette.ts";
import { problemOf } from "../testing/problem.ts";
import { type Intervals, intervalsOf } from "./intervals.ts";

/** Twenty answers of a standard normal value, of which the mean 0.7 is asked: about twelve effective answers. */
const ROWS = 20;
const ASKED = 0.7;

/** Intervals over many samples; the population's own λ for a mean of c is c, and λ reaches the level λ there. */
async function manyIntervals(
  times: number,
): Promise<{ ess: number; solved: Intervals; lambda: number }[]> {
  const random = seededRandom(5);
  const out: { ess: number; solved: Intervals; lambda: number }[] = [];
  while (out.length < times) {
    const { samples, oracle } = problemOf([
      Float64Array.from({ length: ROWS }, () => random.normal()),
    ]);
    const solution = await solveDual(oracle, targetsInSd(samples, [ASKED]));
    if (solution.status !== "aligned") continue;
    const solved = intervalsOf(samples, solution);
    out.push({ ess: solution.moments.ess, solved, lambda: solved.lambda[0]?.estimate ?? 0 });
  }
  return out;
}

describe("90 % intervals from a dozen effective answers", () => {
  test("cover what they promise, the level that λ really reaches nearly so", async () => {
    const all = await manyIntervals(500);
    const share = (isIn: (one: (typeof all)[number]) => boolean) =>
      all.filter(isIn).length / all.length;
    const lambdas = share(({ solved }) => {
      const interval = solved.lambda[0];
      return interval !== null && interval.low <= ASKED && ASKED <= interval.high;
    });
    const levels = share(({ solved, lambda }) => {
      const { low, high } = solved.levels[0];
      return Math.abs(lambda - ASKED) <= (high - low) / 2;
    });
    expect(lambdas).toBeGreaterThan(0.96);
    expect(levels).toBeGreaterThan(0.78);
    expect(all.every(({ solved }) => solved.isLikelyTooNarrow)).toBe(true);
  });

  test("count a third of the effective answers as degrees of freedom, and never fewer than three", async () => {
    const all = await manyIntervals(60);
    for (const { ess, solved } of all) {
      expect(solved.df).toBeCloseTo(Math.max(3, ess / 3), 9);
      for (const interval of [solved.levels[0], solved.kl]) {
        const half = studentTQuantile(0.95, solved.df) * interval.se;
        expect(interval.high - interval.estimate).toBeCloseTo(half, 8);
        const isCut = interval === solved.kl && half > interval.estimate;
        expect(interval.estimate - interval.low).toBeCloseTo(isCut ? interval.estimate : half, 8);
      }
    }
    expect(all.some(({ ess }) => ess < 9)).toBe(true);
    expect(all.some(({ solved }) => solved.df > 3.5)).toBe(true);
  });
});

describe("a warning that intervals are too narrow", () => {
  const random = seededRandom(11);
  const draw = (rows: number) =>
    problemOf([Float64Array.from({ length: rows }, () => random.normal())]);
  const intervalsAt = async (rows: number, asked: number) => {
    const { samples, oracle } = draw(rows);
    const solution = await solveDual(oracle, targetsInSd(samples, [asked]));
    return { ...intervalsOf(samples, solution), ess: solution.moments.ess };
  };

  test("comes with few effective answers, however little drift there is", async () => {
    const { isLikelyTooNarrow, kl } = await intervalsAt(100, 0.3);
    expect(kl.estimate).toBeLessThan(0.1);
    expect(isLikelyTooNarrow).toBe(true);
  });

  test("comes beyond half a nat, however many answers there are, and not before", async () => {
    const far = await intervalsAt(20_000, 1.1);
    expect(far.ess).toBeGreaterThan(150);
    expect(far.isLikelyTooNarrow).toBe(true);
    expect((await intervalsAt(20_000, 0.9)).isLikelyTooNarrow).toBe(false);
  });
});

describe("an interval ends where its figure must end", () => {
  const yes = Array.from({ length: 60 }, (_, j) => (j % 6 === 0 ? 0 : 1));
  const noise = Array.from({ length: 60 }, (_, j) => ((j * 37) % 60) / 30 - 1);

  test("no price and no drift falls below 0, and no level leaves the scale", async () => {
    const { samples, oracle } = problemOf([yes, noise]);
    const solution = await solveDual(oracle, targetsInSd(samples, [0.999, 0.02]));
    const { lambda, levels, kl } = intervalsOf(samples, solution);
    const [, small] = lambda;
    expect(small?.estimate).toBeGreaterThan(0);
    expect(small?.low).toBe(0);
    expect(kl.low).toBeGreaterThanOrEqual(0);
    expect(levels[0].high).toBeLessThanOrEqual(1);
    expect(levels[0].high).toBeGreaterThanOrEqual(levels[0].estimate);
  });

  test("the greatest of rewards that differ is no end", async () => {
    const { samples, oracle } = problemOf([noise]);
    const solution = await solveDual(oracle, targetsInSd(samples, [0.93]));
    expect(intervalsOf(samples, solution).levels[0].high).toBeGreaterThan(samples.values[0].max);
  });
});

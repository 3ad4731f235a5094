import { describe, expect, test } from "vitest";
import { coarseDetails, exactDetails, LIVE_BINS } from "./live-details.ts";
import { rowsOracle } from "./rows/rows-oracle.ts";
import type { Samples } from "./rows/samples.ts";
import { tiltedWeights } from "./rows/tilted-weights.ts";
import { SolveCache } from "./solve/solve-cache.ts";
import { targetsInSd } from "./solve/solve-palette.ts";
import { columnsOf, draws, REWARD_KINDS } from "./testing/draws.ts";
import { problemOf } from "./testing/problem.ts";

/** The same units on the first rows only. */
function firstRows(samples: Samples, rows: number): Samples {
  return { ...samples, rows, columns: samples.columns.map((c) => c.slice(0, rows)) };
}

/** Masses of raw rewards in equal bins from the least to the greatest. */
function countedBins(raw: Float64Array, weights: ArrayLike<number>): number[] {
  const low = Math.min(...raw);
  const width = (Math.max(...raw) - low) / LIVE_BINS;
  const masses = new Array<number>(LIVE_BINS).fill(0);
  raw.forEach((r, j) => {
    masses[Math.min(LIVE_BINS - 1, Math.floor((r - low) / width))] += weights[j];
  });
  return masses;
}

describe("histograms of a value and of a cost, both skewed", () => {
  const skewed = columnsOf(REWARD_KINDS["log-normal"], 400, 2, draws(17));
  const { samples, oracle, raw } = problemOf(skewed, { costs: [1] });
  const palette = [samples.values[0].mean + 0.3, samples.values[1].mean - 0.3];

  test.each(["exact", "coarse"] as const)(
    "%s: run from the least to the greatest raw reward, before and after",
    async (kind) => {
      const solveCache = new SolveCache(oracle);
      const targets = targetsInSd(samples, palette);
      const shown = await solveCache.solve(targets);
      const { histograms, isCoarse } =
        kind === "exact"
          ? await exactDetails(oracle, samples, targets, shown, solveCache)
          : await coarseDetails(oracle, oracle, samples, targets, shown, solveCache);
      expect(isCoarse).toBe(kind === "coarse");
      expect(histograms.bins).toBe(LIVE_BINS);
      const after = tiltedWeights(samples, shown.lambda);
      raw.forEach((rewards, i) => {
        const part = (all: Float64Array) => all.subarray(i * LIVE_BINS, (i + 1) * LIVE_BINS);
        const before = countedBins(rewards, new Float64Array(400).fill(1 / 400));
        expect([...part(histograms.before)]).toEqual(before.map((x) => expect.closeTo(x, 12)));
        const tilted = countedBins(rewards, after);
        expect([...part(histograms.after)]).toEqual(tilted.map((x) => expect.closeTo(x, 12)));
      });
    },
  );
});

describe("reachable maxima", () => {
  const columns = columnsOf(REWARD_KINDS.Gaussian, 300, 2, draws(23));
  // The second value is a cost, and the best answers of both stand last.
  const order = [...columns[0].keys()].sort(
    (a, b) => columns[0][a] - columns[1][a] - (columns[0][b] - columns[1][b]),
  );
  const { samples, oracle } = problemOf(
    columns.map((c) => order.map((j) => c[j])),
    { costs: [1] },
  );
  const part = rowsOracle(firstRows(samples, 100));
  const targets = targetsInSd(samples, [0.9, -0.9]);

  test("of a part of the rows never lie short of what the palette itself reaches", async () => {
    const solveCache = new SolveCache(oracle);
    const shown = await solveCache.solve(targets);
    expect(shown.status).toBe("aligned");
    const alone = await part.support(Float64Array.of(1, 0));
    expect(alone.value).toBeLessThan(shown.moments.mean[0] + 2);
    const { reachableMaximum } = await coarseDetails(
      part,
      oracle,
      samples,
      targets,
      shown,
      new SolveCache(oracle),
    );
    expect(reachableMaximum[0] ?? Number.NaN).toBeGreaterThanOrEqual(0.9 - 1e-9);
    expect(reachableMaximum[1] ?? Number.NaN).toBeLessThanOrEqual(-0.9 + 1e-9);
  });

  test("of a part that reaches less are the level reached", async () => {
    const low = rowsOracle(firstRows(samples, 30));
    const single = Float64Array.of(0.8, Number.NEGATIVE_INFINITY);
    const solveCache = new SolveCache(oracle);
    const shown = await solveCache.solve(single);
    const least = (await low.support(Float64Array.of(1, 0))).value;
    expect(least).toBeLessThan(shown.moments.mean[0]);
    const { reachableMaximum } = await coarseDetails(
      low,
      oracle,
      samples,
      single,
      shown,
      solveCache,
    );
    const [value] = samples.values;
    expect(reachableMaximum[0]).toBeCloseTo(value.mean + value.sd * shown.moments.mean[0], 9);
  });

  test("of all rows are exact, and there are none where the others alone conflict", async () => {
    const solveCache = new SolveCache(oracle);
    const shown = await solveCache.solve(targets);
    const exact = await exactDetails(oracle, samples, targets, shown, solveCache);
    const [value, cost] = [exact.reachableMaximum[0] ?? 0, exact.reachableMaximum[1] ?? 0];
    expect((await solveCache.solve(targetsInSd(samples, [value - 1e-4, -0.9]))).status).toBe(
      "aligned",
    );
    expect((await solveCache.solve(targetsInSd(samples, [value + 1e-4, -0.9]))).status).toBe(
      "infeasible",
    );
    expect((await solveCache.solve(targetsInSd(samples, [0.9, cost + 1e-4]))).status).toBe(
      "aligned",
    );
    expect((await solveCache.solve(targetsInSd(samples, [0.9, cost - 1e-4]))).status).toBe(
      "infeasible",
    );
    const beyond = targetsInSd(samples, [9, -0.9]);
    const { reachableMaximum } = await exactDetails(oracle, samples, beyond, shown, solveCache);
    expect(reachableMaximum[1]).toBeNull();
    expect(reachableMaximum[0]).not.toBeNull();
  });
});

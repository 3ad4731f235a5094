import type { LiveDetails } from "./answer.ts";
import { reachableMaximum } from "./program/reachable-set.ts";
import type { Histograms, TiltOracle } from "./rows/oracle.ts";
import { fromSd, type Samples } from "./rows/samples.ts";
import type { DualSolution } from "./solve/dual-solution.ts";
import type { SolveCache } from "./solve/solve-cache.ts";

/** Bins of the live histograms. */
export const LIVE_BINS = 64;

/** Reachable maxima of a palette (`targets` in sd units) and histograms of what is shown for it, over all rows. */
export async function exactDetails(
  oracle: TiltOracle,
  samples: Samples,
  targets: Float64Array,
  shown: DualSolution,
  solveCache: SolveCache,
): Promise<LiveDetails> {
  const { pointCache: cache, view } = solveCache;
  const maxima: (number | null)[] = [];
  for (let k = 0; k < targets.length; k++) {
    const maximum = await reachableMaximum(oracle, targets, k, { cache, view });
    maxima.push(maximum && fromSd(samples.values[k], maximum.level));
  }
  const histograms = await oracle.distribution(shown.lambda, LIVE_BINS, view);
  return { reachableMaximum: maxima, histograms: inUnits(samples, histograms), isCoarse: false };
}

/**
 * The same over a part of the rows and the furthest rows found so far: each maximum is one that is reached for certain, and
 * never below the level that the palette itself reaches. For palettes within reach.
 */
export async function coarseDetails(
  coarse: TiltOracle,
  oracle: TiltOracle,
  samples: Samples,
  targets: Float64Array,
  shown: DualSolution,
  solveCache: SolveCache,
): Promise<LiveDetails> {
  const { pointCache: cache, view } = solveCache;
  const maxima: (number | null)[] = [];
  for (let k = 0; k < targets.length; k++) {
    const maximum =
      (await reachableMaximum(coarse, targets, k, { cache, view })) ??
      (await reachableMaximum(oracle, targets, k, { cache, view }));
    const level = maximum && Math.max(maximum.level, shown.moments.mean[k]);
    maxima.push(level === null ? null : fromSd(samples.values[k], level));
  }
  const histograms = await coarse.distribution(shown.lambda, LIVE_BINS, view);
  return { reachableMaximum: maxima, histograms: inUnits(samples, histograms), isCoarse: true };
}

/** Turns the bins of costs round, so that every histogram runs from the least to the greatest raw reward. */
function inUnits(samples: Samples, histograms: Histograms): Histograms {
  const { bins, before, after } = histograms;
  samples.values.forEach((value, i) => {
    if (!value.lowerIsBetter) return;
    before.subarray(i * bins, (i + 1) * bins).reverse();
    after.subarray(i * bins, (i + 1) * bins).reverse();
  });
  return histograms;
}

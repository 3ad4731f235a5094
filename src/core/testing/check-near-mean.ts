import { answerPalette } from "../live-answer.ts";
import { strengthScale } from "../repair/ray.ts";
import { repairPalette } from "../repair/repairs.ts";
import { toSd } from "../rows/samples.ts";
import { SolveCache } from "../solve/solve-cache.ts";
import { targetsInSd } from "../solve/solve-palette.ts";
import { highsMargin } from "./highs-margin.ts";
import type { NearMeans } from "./near-means.ts";

/** Margin below which HiGHS itself cannot tell in from out, in sd. */
const UNDECIDED = 1e-8;
const LEVEL_TOLERANCE = 1e-6;

/**
 * What is wrong with the answer, the strength and the repairs of a palette close to the means, beside HiGHS: null for nothing.
 * What is asked of HiGHS is the palette as it stands, without any target moved to its mean.
 */
export async function wrongNearMean({ problem, mode, targets }: NearMeans): Promise<string | null> {
  const { samples, oracle } = problem;
  const asked = Float64Array.from(samples.values, (value, i) => {
    const target = targets[i];
    return target === null ? Number.NEGATIVE_INFINITY : toSd(value, target);
  });
  const highs = await highsMargin(samples, mode === "per-prompt");
  try {
    const solveCache = new SolveCache(oracle, { mode });
    const palette = { targets, held: targets.map(() => false), mode };
    const { report, reachableMaximum } = await answerPalette(oracle, samples, palette, solveCache);
    const margin = highs.marginOf(asked);
    if (!fits(report.status, margin)) return `${report.status} at a margin of ${margin} sd`;
    for (const [k, level] of reachableMaximum.entries()) {
      const truth = highs.maximumOf(asked, k);
      const found = level === null ? null : toSd(samples.values[k], level);
      const isRight =
        truth === null || found === null
          ? truth === found
          : Math.abs(truth - found) <= LEVEL_TOLERANCE;
      if (!isRight) return `greatest level ${found} sd of value ${k}, not ${truth}`;
    }
    await strengthScale(oracle, targetsInSd(samples, targets), solveCache);
    await repairPalette(oracle, samples, palette, solveCache);
    return null;
  } catch (error) {
    return String(error);
  } finally {
    highs.dispose();
  }
}

function fits(status: string, margin: number): boolean {
  if (margin > UNDECIDED) return status === "aligned" || status === "already-met";
  return margin < -UNDECIDED ? status === "infeasible" : status !== "iteration-limit";
}

import { type Random, seededRandom } from "../numerics/random.ts";
import { type Checkpoint, noCheckpoint, pausing } from "../rows/checkpoint.ts";
import type { View } from "../rows/oracle.ts";
import { rowsOracle } from "../rows/rows-oracle.ts";
import type { Samples } from "../rows/samples.ts";
import { solveDual } from "../solve/dual.ts";
import { isReached } from "../solve/report.ts";
import { lambdaInUnits } from "../solve/solve-palette.ts";
import { quantileTarget } from "./quantile-target.ts";

/** Spread of λ and KL over resampled answers: the check on the sandwich intervals, not the default (method §8). */
export interface BootstrapSpread {
  /** sd of each λ in the user's units. */
  readonly lambda: readonly number[];
  readonly kl: number;
  /** Replicates in which the palette was reachable, of how many. */
  readonly reachable: number;
  readonly of: number;
}

/** Settings of `bootstrapSpread`. */
export interface BootstrapOptions {
  /** Default 200. */
  readonly replicates?: number;
  /** Default 1. */
  readonly seed?: number;
  /** Where each solve starts, in sd units. Default 0. */
  readonly start?: Float64Array;
  readonly view?: View;
  /** True where the target was asked as a baseline quantile: it is taken anew in every replicate. Default all fixed. */
  readonly isQuantile?: readonly boolean[];
  readonly checkpoint?: Checkpoint;
}

/** Poisson-weight bootstrap: every row (every prompt where there are prompts) counts Poisson(1) times. Estimate ± 1.645 sd. */
export async function bootstrapSpread(
  samples: Samples,
  targets: Float64Array,
  options: BootstrapOptions = {},
): Promise<BootstrapSpread> {
  const { replicates = 200, seed = 1, start, view, checkpoint = noCheckpoint } = options;
  const moving = Array.from(targets, (c, i) =>
    options.isQuantile?.[i] ? quantileTarget(samples, i, c) : null,
  );
  const random = seededRandom(seed);
  const lambdas: Float64Array[] = [];
  const kls: number[] = [];
  for (let b = 0; b < replicates; b++) {
    const weights = resampledWeights(samples, random);
    if (!weights) continue;
    const moved = targets.map((c, i) => moving[i]?.underWeights(weights) ?? c);
    const oracle = pausing(rowsOracle({ ...samples, weights }), checkpoint, b / replicates);
    const solution = await solveDual(oracle, moved, { start, view });
    if (!isReached(solution.status)) continue;
    lambdas.push(solution.lambda);
    kls.push(solution.kl);
  }
  return {
    lambda: lambdaInUnits(
      samples,
      targets.map((_, i) => sdOf(lambdas.map((l) => l[i]))),
    ),
    kl: sdOf(kls),
    reachable: kls.length,
    of: replicates,
  };
}

/** Base weights of a resample, summing to 1; null where it drew nothing of any weight. */
function resampledWeights(samples: Samples, random: Random): Float64Array | null {
  const { rows, prompts, weights: q } = samples;
  const counts = new Map<number, number>();
  /** How often the prompt of a row was drawn; drawn when its first row comes. */
  const countOf = (prompt: number) => {
    const count = counts.get(prompt) ?? random.poisson();
    counts.set(prompt, count);
    return count;
  };
  const weights = new Float64Array(rows);
  let total = 0;
  for (let j = 0; j < rows; j++) {
    const count = prompts ? countOf(prompts[j]) : random.poisson();
    weights[j] = count * (q ? q[j] : 1 / rows);
    total += weights[j];
  }
  return total > 0 ? weights.map((w) => w / total) : null;
}

function sdOf(xs: readonly number[]): number {
  const mean = xs.reduce((s, x) => s + x, 0) / xs.length;
  return Math.sqrt(xs.reduce((s, x) => s + (x - mean) ** 2, 0) / Math.max(1, xs.length - 1));
}

import { quantile } from "../numerics/quantile.ts";
import { seededRandom } from "../numerics/random.ts";
import { type Checkpoint, noCheckpoint, pausing } from "../rows/checkpoint.ts";
import { memoryOracle } from "../rows/memory-oracle.ts";
import type { View } from "../rows/oracle.ts";
import { orientedScale, type Samples } from "../rows/samples.ts";
import { solveDual } from "../solve/dual.ts";

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
  const asked = options.isQuantile?.map((is, i) =>
    is && targets[i] > Number.NEGATIVE_INFINITY ? shareBelow(samples, i, targets[i]) : null,
  );
  const random = seededRandom(seed);
  const { rows, prompts, values } = samples;
  const lambdas: Float64Array[] = [];
  const kls: number[] = [];
  const weights = new Float64Array(rows);
  for (let b = 0; b < replicates; b++) {
    const counts = new Map<number, number>();
    let total = 0;
    for (let j = 0; j < rows; j++) {
      const unit = prompts ? prompts[j] : j;
      let count = prompts ? counts.get(unit) : random.poisson();
      if (count === undefined) {
        count = random.poisson();
        counts.set(unit, count);
      }
      weights[j] = count * (samples.weights ? samples.weights[j] : 1 / rows);
      total += weights[j];
    }
    if (!(total > 0)) continue;
    for (let j = 0; j < rows; j++) weights[j] /= total;
    const own = targets.map((c, i) => {
      const p = asked?.[i] ?? null;
      return p === null ? c : quantile(samples.columns[i], weights, p);
    });
    const oracle = pausing(memoryOracle({ ...samples, weights }), checkpoint, b / replicates);
    const found = await solveDual(oracle, own, { start, view });
    if (found.status !== "aligned" && found.status !== "already-met") continue;
    lambdas.push(found.lambda);
    kls.push(found.kl);
  }
  return {
    lambda: values.map((v, i) => sdOf(lambdas.map((l) => l[i])) / Math.abs(orientedScale(v))),
    kl: sdOf(kls),
    reachable: kls.length,
    of: replicates,
  };
}

/** Share of the base weight at or below a level, sd units. */
function shareBelow({ rows, columns, weights }: Samples, value: number, level: number): number {
  let below = 0;
  for (let j = 0; j < rows; j++)
    if (columns[value][j] <= level) below += weights ? weights[j] : 1 / rows;
  return Math.min(1, below);
}

function sdOf(xs: readonly number[]): number {
  const mean = xs.reduce((s, x) => s + x, 0) / xs.length;
  return Math.sqrt(xs.reduce((s, x) => s + (x - mean) ** 2, 0) / Math.max(1, xs.length - 1));
}

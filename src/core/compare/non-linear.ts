import { weightedMean } from "../rows/moments.ts";
import { fromSd, type Samples } from "../rows/samples.ts";
import { groupByPrompt, perPromptWeights, pooledWeights } from "../rows/tilt-weights.ts";
import type { SolveCache } from "../solve/solve-cache.ts";
import type { Formula } from "./expression.ts";

/** A non-linear reward R = f(r) and the linear mix that does at least as well at no more drift (paper Thm 3, Fig. 4). */
export interface MixComparison {
  /** Strength β of the tilt by β·f(r). */
  readonly strength: number;
  /** Levels that the non-linear mix reaches, user's units. */
  readonly levels: readonly number[];
  /** Its drift in nats. */
  readonly kl: number;
  /** The linear mix for those levels as a palette: its levels and drift. */
  readonly linearLevels: readonly number[];
  readonly linearKl: number;
}

/** A non-linear mix by name, on rewards in sd units (oriented, higher is better). */
export type MixKind = "min" | "soft-min" | "product-of-sigmoids";

/** The scores f(r_j) of all rows for a named mix of the values `among`. */
export function mixScores(samples: Samples, kind: MixKind, among: readonly number[]): Float64Array {
  const columns = among.map((i) => samples.columns[i]);
  return Float64Array.from({ length: samples.rows }, (_, j) => {
    const z = columns.map((c) => c[j]);
    if (kind === "min") return Math.min(...z);
    if (kind === "product-of-sigmoids") return z.reduce((p, x) => p / (1 + Math.exp(-x)), 1);
    return -Math.log(z.reduce((s, x) => s + Math.exp(-x), 0));
  });
}

/** The scores of a user's formula, its names standing for raw rewards. Rows where it is not finite are refused as null. */
export function formulaScores(samples: Samples, formula: Formula): Float64Array | null {
  const place = new Map(samples.values.map((v, i) => [v.id, i]));
  const scores = new Float64Array(samples.rows);
  for (let j = 0; j < samples.rows; j++) {
    scores[j] = formula((name) => {
      const i = place.get(name) ?? -1;
      return fromSd(samples.values[i], samples.columns[i][j]);
    });
    if (!Number.isFinite(scores[j])) return null;
  }
  return scores;
}

/**
 * Tilts by strength·f(r), takes the levels it reaches as a palette and solves MAP for it: the linear mix reaches at least the
 * same levels at no more KL (method §6; levels below the baseline included). Pooled or per prompt as `solveCache` is.
 */
export async function compareMix(
  samples: Samples,
  scores: Float64Array,
  strength: number,
  solveCache: SolveCache,
): Promise<MixComparison> {
  const weights = scores.map((s) => strength * s);
  let expected = 0;
  const { weights: q, prompts } = samples;
  const { logZ } =
    solveCache.view?.mode === "per-prompt" && prompts
      ? perPromptWeights(weights, q, groupByPrompt(prompts, q))
      : pooledWeights(weights, q);
  for (let j = 0; j < samples.rows; j++) expected += weights[j] * strength * scores[j];
  const levels = weightedMean(samples.columns, weights);
  const linear = await solveCache.solve(levels, {}, "linear");
  return {
    strength,
    levels: samples.values.map((v, i) => fromSd(v, levels[i])),
    kl: Math.max(0, expected - logZ),
    linearLevels: samples.values.map((v, i) => fromSd(v, linear.moments.mean[i])),
    linearKl: linear.kl,
  };
}

import {
  isTied,
  levelAtShare,
  midDistribution,
  type QuantileCurve,
  quantile,
  quantileCurve,
  shareAtLevel,
  sortWithWeights,
} from "../numerics/quantile.ts";
import type { Samples } from "../rows/samples.ts";
import { LEAST_DENSITY } from "../solve/tolerances.ts";

/** A target that was asked as a baseline quantile (method §9), in sd units: what it becomes when the answers change. */
interface QuantileTarget {
  /** The level of the same quantile under other base weights of the same rows. */
  underWeights(weights: Float64Array): number;
  /** How each row moves it, length N. */
  pulls(): Float64Array;
}

/**
 * What moves a target at `level` of value `i` that was asked as a quantile; null where nothing does, since the wish was clamped
 * to the first or last level there is, or all answers are alike.
 */
export function quantileTarget(samples: Samples, i: number, level: number): QuantileTarget | null {
  const column = samples.columns[i];
  const ordered = sortWithWeights(column, samples.weights);
  const curve = quantileCurve(ordered);
  const last = curve.levels.length - 1;
  if (!(level > curve.levels[0] && level < curve.levels[last])) return null;
  const share = shareAtLevel(curve, level);
  return isTied(ordered)
    ? {
        underWeights: (weights) =>
          levelAtShare(midDistribution(sortWithWeights(column, weights)), share),
        pulls: () => tiedPulls(samples, column, curve, level),
      }
    : {
        underWeights: (weights) => quantile(column, weights, share),
        pulls: () => smoothPulls(samples, column, curve, level),
      };
}

/**
 * −[(1 − t)ψ_k(r_j) + t ψ_{k+1}(r_j)]·(v_{k+1} − v_k)/(F_{k+1} − F_k)·q_j, ψ_k(r) = 1{r < v_k} + ½·1{r = v_k} − F_k, for a
 * target between the points k and k + 1 of a mid-distribution.
 */
function tiedPulls(
  { weights, rows }: Samples,
  column: ArrayLike<number>,
  { levels, shares }: QuantileCurve,
  level: number,
): Float64Array {
  let k = 0;
  while (levels[k + 1] <= level) k++;
  const t = (level - levels[k]) / (levels[k + 1] - levels[k]);
  const slope = (levels[k + 1] - levels[k]) / (shares[k + 1] - shares[k]);
  const psi = (r: number, at: number) =>
    (r < levels[at] ? 1 : r === levels[at] ? 0.5 : 0) - shares[at];
  return Float64Array.from({ length: rows }, (_, j) => {
    const moved = (1 - t) * psi(column[j], k) + t * psi(column[j], k + 1);
    return -moved * slope * (weights ? weights[j] : 1 / rows);
  });
}

/** q_j (p − 1{r_j ≤ c})/f(c), f by a Gaussian kernel (Silverman's width). */
function smoothPulls(
  { weights, rows }: Samples,
  column: ArrayLike<number>,
  curve: QuantileCurve,
  level: number,
): Float64Array {
  const base = (j: number) => (weights ? weights[j] : 1 / rows);
  const middle = levelAtShare(curve, 0.75) - levelAtShare(curve, 0.25);
  const width = 0.9 * Math.min(1, middle > 0 ? middle / 1.34 : 1) * rows ** -0.2;
  let below = 0;
  let density = 0;
  for (let j = 0; j < rows; j++) {
    const gap = (column[j] - level) / width;
    if (gap <= 0) below += base(j);
    density += (base(j) * Math.exp(-0.5 * gap * gap)) / (width * Math.sqrt(2 * Math.PI));
  }
  const scale = 1 / Math.max(density, LEAST_DENSITY);
  return Float64Array.from(
    { length: rows },
    (_, j) => base(j) * (below - (column[j] <= level ? 1 : 0)) * scale,
  );
}

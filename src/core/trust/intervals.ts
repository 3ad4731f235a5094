import { dot, submatrix } from "../numerics/linear-algebra.ts";
import { studentTQuantile } from "../numerics/student-t.ts";
import type { View } from "../rows/oracle.ts";
import { fromSd, orientedScale, type Samples, toSd } from "../rows/samples.ts";
import type { DualSolution } from "../solve/dual-solution.ts";
import { SAME_LEVEL } from "../solve/tolerances.ts";
import { leaveOneOut } from "./leave-one-out.ts";
import { quantileTarget } from "./quantile-target.ts";

/** An estimate with its standard error and 90 % interval, which ends where the figure itself must end. */
export interface Interval {
  readonly estimate: number;
  readonly se: number;
  readonly low: number;
  readonly high: number;
}

/** How far the figures of a solution may be off, because the answers are a sample (method §8). User's units. */
export interface Intervals {
  /** λ ≥ 0 of each value; null where it is 0. */
  readonly lambda: readonly (Interval | null)[];
  /** The level that this λ would reach on other answers of the same kind, for values that do not bind too. */
  readonly levels: readonly Interval[];
  readonly kl: Interval;
  /** Degrees of freedom, max(3, ESS/3), the ESS counted in prompts where there are prompts. */
  readonly df: number;
  /** True beyond half a nat, below 150 effective answers or 100 effective prompts, where those of the levels are known to be too narrow. */
  readonly isLikelyTooNarrow: boolean;
}

/** Settings of `intervalsOf`. */
export interface IntervalOptions {
  /** True where the target was asked as a baseline quantile and so moves with the sample. Default all fixed. */
  readonly isQuantile?: readonly boolean[];
}

const COVERAGE = 0.9;
const NARROW_KL = 0.5;
const NARROW_ESS = 150;
const NARROW_PROMPTS = 100;
/** An end that more than this share of the answers have is the end of the scale, beyond which no level can lie. */
const SHARE_AT_END = 0.05;

/**
 * 90 % intervals by the HC3 sandwich V⁻¹ΩV⁻¹ with t-quantiles (method §8). Rows that share a prompt are one cluster when `samples`
 * has prompts, in either mode. For `aligned` and `already-met` solutions; on the edge they mean nothing.
 */
export function intervalsOf(
  samples: Samples,
  solution: DualSolution,
  view?: View,
  options: IntervalOptions = {},
): Intervals {
  const { lambda, moments, kl } = solution;
  const { values } = samples;
  const m = lambda.length;
  const pulls = options.isQuantile?.map((moves, i) =>
    moves ? (quantileTarget(samples, i, moments.mean[i])?.pulls() ?? null) : null,
  );
  const out = leaveOneOut(samples, solution, view, pulls);
  const df = Math.max(3, out.effective / 3);
  const t = studentTQuantile((1 + COVERAGE) / 2, df);
  const interval = (
    estimate: number,
    se: number,
    [least, most]: readonly [number, number],
  ): Interval => ({
    estimate,
    se,
    low: Math.max(Math.min(estimate, least), estimate - t * se),
    high: Math.min(Math.max(estimate, most), estimate + t * se),
  });
  const seOf = (variance: number, scale = 1) => Math.sqrt(Math.max(0, variance)) * scale;
  const lambdaVariance = sandwich(out.inverse, submatrix(out.forces, m, out.binding));
  const scales = values.map((v) => Math.abs(orientedScale(v)));
  return {
    lambda: values.map((_, i) => {
      const k = out.binding.indexOf(i);
      if (k < 0) return null;
      return interval(lambda[i] / scales[i], seOf(lambdaVariance[k], 1 / scales[i]), NOT_NEGATIVE);
    }),
    levels: values.map((v, i) =>
      interval(
        fromSd(v, moments.mean[i]),
        seOf(out.levels[i * m + i], scales[i]),
        endsOfScale(samples, i),
      ),
    ),
    kl: interval(kl, seOf(out.kl), NOT_NEGATIVE),
    df,
    isLikelyTooNarrow:
      kl > NARROW_KL ||
      moments.ess < NARROW_ESS ||
      (samples.prompts !== null && out.effective < NARROW_PROMPTS),
  };
}

const NOT_NEGATIVE = [0, Number.POSITIVE_INFINITY] as const;

/** Between which levels the scale of a value runs, user's units: as with ratings or yes and no, ±∞ where it shows no end. */
function endsOfScale(samples: Samples, i: number): [number, number] {
  const { min, max } = samples.values[i];
  return [
    isEnd(samples, i, min) ? min : Number.NEGATIVE_INFINITY,
    isEnd(samples, i, max) ? max : Number.POSITIVE_INFINITY,
  ];
}

/** True where several answers, and enough of their weight, have that very level. */
function isEnd({ columns, weights, values, rows }: Samples, i: number, level: number): boolean {
  const z = toSd(values[i], level);
  let share = 0;
  let count = 0;
  for (let j = 0; j < rows; j++) {
    if (!(Math.abs(columns[i][j] - z) <= SAME_LEVEL)) continue;
    share += weights ? weights[j] : 1 / rows;
    count++;
  }
  return count > 1 && share > SHARE_AT_END;
}

/** Diagonal of V⁻¹ΩV⁻¹. */
function sandwich(inverse: Float64Array, omega: Float64Array): Float64Array {
  const n = Math.sqrt(inverse.length);
  return Float64Array.from({ length: n }, (_, k) => {
    const row = inverse.subarray(k * n, (k + 1) * n);
    let s = 0;
    for (let p = 0; p < n; p++) s += row[p] * dot(omega.subarray(p * n, (p + 1) * n), row);
    return s;
  });
}

import { dot, submatrix } from "../numerics/linear-algebra.ts";
import { studentTQuantile } from "../numerics/student-t.ts";
import type { View } from "../rows/oracle.ts";
import { fromSd, orientedScale, type Samples } from "../rows/samples.ts";
import type { DualSolution } from "../solve/dual-solution.ts";
import { leaveOneOut } from "./leave-one-out.ts";
import { quantileTarget } from "./quantile-target.ts";

/** An estimate with its standard error and 90 % interval. */
export interface Interval {
  readonly estimate: number;
  readonly se: number;
  readonly low: number;
  readonly high: number;
}

/** How far the figures of a solution may be off, because the answers are a sample (method §8). User's units. */
export interface Intervals {
  /** λ of each value; null where it is 0. */
  readonly lambda: readonly (Interval | null)[];
  /** The level that this λ would reach on other answers of the same kind. */
  readonly levels: readonly Interval[];
  readonly kl: Interval;
  /** Degrees of freedom, max(3, ESS/3), the ESS counted in prompts where there are prompts. */
  readonly df: number;
  /** True beyond 1 nat or below 150 effective answers, where such intervals are known to be too narrow. */
  readonly isLikelyTooNarrow: boolean;
}

/** Settings of `intervalsOf`. */
export interface IntervalOptions {
  /** True where the target was asked as a baseline quantile and so moves with the sample. Default all fixed. */
  readonly isQuantile?: readonly boolean[];
}

const COVERAGE = 0.9;
const NARROW_KL = 1;
const NARROW_ESS = 150;

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
  const interval = (estimate: number, variance: number, scale = 1): Interval => {
    const se = Math.sqrt(Math.max(0, variance)) * scale;
    return { estimate, se, low: estimate - t * se, high: estimate + t * se };
  };
  const lambdaVariance = sandwich(out.inverse, submatrix(out.forces, m, out.binding));
  const scales = values.map((v) => Math.abs(orientedScale(v)));
  return {
    lambda: values.map((_, i) => {
      const k = out.binding.indexOf(i);
      return k < 0 ? null : interval(lambda[i] / scales[i], lambdaVariance[k], 1 / scales[i]);
    }),
    levels: values.map((v, i) =>
      interval(fromSd(v, moments.mean[i]), out.levels[i * m + i], scales[i]),
    ),
    kl: interval(kl, out.kl),
    df,
    isLikelyTooNarrow: kl > NARROW_KL || moments.ess < NARROW_ESS,
  };
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

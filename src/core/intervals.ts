import type { DualSolution } from "./dual-solution.ts";
import { dot, invert, submatrix } from "./linear-algebra.ts";
import type { View } from "./oracle.ts";
import { fromSd, orientedScale, type Samples } from "./samples.ts";
import { studentTQuantile } from "./student-t.ts";
import { tiltedWeights } from "./tilted-weights.ts";

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

const COVERAGE = 0.9;
const NARROW_KL = 1;
const NARROW_ESS = 150;

/**
 * 90 % intervals by the HC3 sandwich with t-quantiles (method §8). Rows that share a prompt are one cluster when `samples` has
 * prompts. Per prompt is not treated apart: the view only says which weights the solution has. The target is held fixed.
 */
export function intervalsOf(samples: Samples, found: DualSolution, view?: View): Intervals {
  const { lambda, moments, kl } = found;
  const { values, columns, rows, prompts } = samples;
  const m = lambda.length;
  const w = tiltedWeights(samples, lambda, view);
  const binding = [...lambda.keys()].filter((i) => lambda[i] > 0);
  const n = binding.length;
  const inverse =
    (n > 0 && invert(submatrix(moments.cov, m, binding), n)) || new Float64Array(n * n);
  const clusters = prompts ? 1 + prompts.reduce((a, b) => Math.max(a, b), 0) : rows;
  const scores = new Float64Array(clusters * m);
  const leverages = prompts ? new Float64Array(clusters * n * n) : null;
  const plain = prompts ? new Float64Array(clusters * n) : null;
  const mass = new Float64Array(clusters);
  const drift = new Float64Array(clusters);
  const base = samples.weights;
  const slope = slackSlopes(moments.cov, binding, inverse, m);

  const x = new Float64Array(m);
  const a = new Float64Array(n);
  let driftMean = 0;
  const driftOf = new Float64Array(rows);
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < m; i++) x[i] = columns[i][j] - moments.mean[i];
    for (let k = 0; k < n; k++) a[k] = x[binding[k]];
    let leverage = 0;
    for (let p = 0; p < n; p++) leverage += a[p] * dot(inverse.subarray(p * n, (p + 1) * n), a);
    const h = Math.min(0.999, w[j] * leverage);
    const pull = w[j] / (1 - h);
    const cluster = prompts ? prompts[j] : j;
    for (let i = 0; i < m; i++) {
      let y = x[i];
      if (!(lambda[i] > 0)) for (let k = 0; k < n; k++) y -= slope[i * n + k] * a[k];
      scores[cluster * m + i] += pull * y;
    }
    mass[cluster] += w[j];
    if (leverages && plain)
      for (let p = 0; p < n; p++) {
        plain[cluster * n + p] += w[j] * a[p];
        for (let q = 0; q < n; q++) leverages[(cluster * n + p) * n + q] += w[j] * a[p] * a[q];
      }
    const q = base ? base[j] : 1 / rows;
    const rest = Math.max(1e-12, 1 - w[j]);
    driftOf[j] = -Math.log(rest) + Math.log1p(-q) + (0.5 * w[j] * h) / ((1 - h) * rest);
    driftMean += driftOf[j] / rows;
  }
  for (let j = 0; j < rows; j++) drift[prompts ? prompts[j] : j] += driftOf[j] - driftMean;

  if (leverages && plain) leaveOut(scores, leverages, plain, inverse, binding, m);
  const omega = new Float64Array(m * m);
  let driftVariance = 0;
  for (let c = 0; c < clusters; c++) {
    for (let i = 0; i < m; i++)
      for (let k = 0; k <= i; k++) omega[i * m + k] += scores[c * m + i] * scores[c * m + k];
    driftVariance += drift[c] ** 2;
  }
  for (let i = 0; i < m; i++) for (let k = 0; k < i; k++) omega[k * m + i] = omega[i * m + k];
  const lambdaVariance = sandwich(inverse, submatrix(omega, m, binding), n);

  let squares = 0;
  for (const share of mass) squares += share * share;
  const df = Math.max(3, 1 / squares / 3);
  const t = studentTQuantile((1 + COVERAGE) / 2, df);
  const interval = (estimate: number, se: number): Interval => ({
    estimate,
    se,
    low: estimate - t * se,
    high: estimate + t * se,
  });
  return {
    lambda: values.map((v, i) => {
      const k = binding.indexOf(i);
      if (k < 0) return null;
      const scale = Math.abs(orientedScale(v));
      return interval(lambda[i] / scale, Math.sqrt(lambdaVariance[k]) / scale);
    }),
    levels: values.map((v, i) =>
      interval(
        fromSd(v, moments.mean[i]),
        Math.sqrt(omega[i * m + i]) * Math.abs(orientedScale(v)),
      ),
    ),
    kl: interval(kl, Math.sqrt((driftVariance * (rows - 1)) / rows)),
    df,
    isLikelyTooNarrow: kl > NARROW_KL || moments.ess < NARROW_ESS,
  };
}

/** Replaces the binding scores g of each cluster by (I − HV⁻¹)⁻¹g, H = Σ w x xᵀ over its rows: HC3 for clusters. */
function leaveOut(
  scores: Float64Array,
  leverages: Float64Array,
  plain: Float64Array,
  inverse: Float64Array,
  binding: readonly number[],
  m: number,
): void {
  const n = binding.length;
  const system = new Float64Array(n * n);
  for (let c = 0; c * m < scores.length; c++) {
    for (let p = 0; p < n; p++)
      for (let q = 0; q < n; q++) {
        let h = 0;
        for (let k = 0; k < n; k++) h += leverages[(c * n + p) * n + k] * inverse[k * n + q];
        system[p * n + q] = (p === q ? 1 : 0) - h;
      }
    const solved = invert(system, n);
    if (!solved) continue;
    binding.forEach((i, p) => {
      scores[c * m + i] = dot(
        solved.subarray(p * n, (p + 1) * n),
        plain.subarray(c * n, (c + 1) * n),
      );
    });
  }
}

/** V_sA V_AA⁻¹ for every value s, m × n. */
function slackSlopes(
  cov: Float64Array,
  binding: readonly number[],
  inverse: Float64Array,
  m: number,
): Float64Array {
  const n = binding.length;
  const slope = new Float64Array(m * n);
  for (let s = 0; s < m; s++)
    for (let k = 0; k < n; k++)
      for (let p = 0; p < n; p++) slope[s * n + k] += cov[s * m + binding[p]] * inverse[p * n + k];
  return slope;
}

/** Diagonal of V⁻¹ΩV⁻¹. */
function sandwich(inverse: Float64Array, omega: Float64Array, n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, k) => {
    const row = inverse.subarray(k * n, (k + 1) * n);
    let s = 0;
    for (let p = 0; p < n; p++) for (let q = 0; q < n; q++) s += row[p] * omega[p * n + q] * row[q];
    return s;
  });
}

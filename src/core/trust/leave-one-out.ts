import { dot, invert, solveSymmetric, submatrix } from "../numerics/linear-algebra.ts";
import type { View } from "../rows/oracle.ts";
import type { Samples } from "../rows/samples.ts";
import { groupByPrompt } from "../rows/tilt-weights.ts";
import { tiltedWeights } from "../rows/tilted-weights.ts";
import type { DualSolution } from "../solve/dual-solution.ts";

/** What the clusters of rows (the answers to one prompt, or single rows where there are no prompts) do to a solution, in sd units. */
export interface LeaveOneOut {
  /** Indices of the binding values. */
  readonly binding: readonly number[];
  /** V⁻¹ on the binding values, row-major. */
  readonly inverse: Float64Array;
  /** Ω, m × m: Σ y yᵀ over clusters, y the pull on the level of a binding value, or on that of a slack one at fixed binding levels. */
  readonly levels: Float64Array;
  /** The same for the pull on λ: that on the level less that on the target. */
  readonly forces: Float64Array;
  /** Jackknife variance of the KL. */
  readonly kl: number;
  /** 1 / Σ W² over the weights of clusters. */
  readonly effective: number;
}

/** How each row moves the target of each value, in sd units; null where the target is fixed. */
export type TargetPulls = readonly (Float64Array | null)[];

interface Sums {
  /** W, Q and log Z_x of a cluster. */
  weight: number;
  base: number;
  logZ: number;
  /** S = Σ w x over all values, x = r − E_λ[r]. */
  readonly score: Float64Array;
  /** H = Σ w x xᵀ over the binding values. */
  readonly spread: Float64Array;
  /** Σ of the target pulls of the binding values. */
  readonly pull: Float64Array;
}

const RIDGE = 1e-12;
/** A cluster that carries all the weight, or all the spread, must not divide by nothing. */
const LEAST_REST = 1e-6;

/**
 * HC3 by cluster (method §8): leaving a cluster out moves the equations by V(V − H)⁻¹S and the KL by
 * −log(1 − W) + log(1 − Q) + ½ Sᵀ(V − H)⁻¹S/(1 − W); per prompt H is the spread within the prompt and the KL moves by
 * W/(1 − W)·(log Z_x − log Z) plus the same last term.
 */
export function leaveOneOut(
  samples: Samples,
  found: DualSolution,
  view?: View,
  pulls?: TargetPulls,
): LeaveOneOut {
  const { lambda, moments } = found;
  const { rows, prompts } = samples;
  const m = lambda.length;
  const binding = [...lambda.keys()].filter((i) => lambda[i] > 0);
  const n = binding.length;
  const isWithin = view?.mode === "per-prompt" && prompts !== null;
  const v = submatrix(moments.cov, m, binding);
  let trace = 0;
  for (let p = 0; p < n; p++) trace += v[p * n + p];
  for (let p = 0; p < n; p++) v[p * n + p] += RIDGE * trace;
  const inverse = (n > 0 && invert(v, n)) || new Float64Array(n * n);
  const slope = slackSlopes(moments.cov, binding, inverse, m);

  const groups = prompts && groupByPrompt(prompts, samples.weights);
  const add = adder(samples, found, tiltedWeights(samples, lambda, view), binding, pulls);
  const sums: Sums = {
    weight: 0,
    base: 0,
    logZ: 0,
    score: new Float64Array(m),
    spread: new Float64Array(n * n),
    pull: new Float64Array(n),
  };
  const a = new Float64Array(n);
  const solved = new Float64Array(n);
  const force = new Float64Array(m);
  const levels = new Float64Array(m * m);
  const forces = new Float64Array(m * m);
  const drift: number[] = [];
  let squares = 0;
  for (let c = 0; c < (groups ? groups.mass.length : rows); c++) {
    const of = groups ? groups.order.subarray(groups.start[c], groups.start[c + 1]) : [c];
    add(of, sums);
    const { weight, base, score, spread, pull } = sums;
    if (!(base > 0)) continue;
    squares += weight * weight;
    for (let p = 0; p < n; p++) a[p] = score[binding[p]];
    if (of.length === 1) solveSingle();
    else solveCluster();
    const gain = dot(a, solved);
    let steered = 0;
    for (let p = 0; p < n; p++) {
      a[p] = dot(v.subarray(p * n, (p + 1) * n), solved);
      steered += lambda[binding[p]] * pull[p];
    }
    for (let i = 0; i < m; i++)
      if (!(lambda[i] > 0)) score[i] -= dot(slope.subarray(i * n, (i + 1) * n), a);
    for (let p = 0; p < n; p++) score[binding[p]] = a[p];
    force.set(score);
    for (let p = 0; p < n; p++) force[binding[p]] -= pull[p];
    addOuter(levels, score);
    addOuter(forces, force);
    const rest = Math.max(LEAST_REST, 1 - weight);
    const own = isWithin
      ? (weight / rest) * (sums.logZ - moments.logZ)
      : Math.log(Math.max(LEAST_REST, 1 - base) / rest);
    drift.push(own + gain / (2 * rest) - steered);

    /** (V − H)⁻¹S where H has rank one, or none within a prompt of one row. */
    function solveSingle(): void {
      for (let p = 0; p < n; p++) solved[p] = dot(inverse.subarray(p * n, (p + 1) * n), a);
      const h = isWithin || !(weight > 0) ? 0 : dot(a, solved) / weight;
      for (let p = 0; p < n; p++) solved[p] /= Math.max(LEAST_REST, 1 - h);
    }

    function solveCluster(): void {
      for (let p = 0; p < n; p++)
        for (let r = 0; r < n; r++) {
          const between = isWithin && weight > 0 ? (a[p] * a[r]) / weight : 0;
          spread[p * n + r] = v[p * n + r] - (spread[p * n + r] - between);
        }
      let ridge = 0;
      while (n > 0 && !solveSymmetric(spread, a, n, ridge, solved))
        ridge = Math.max(10 * ridge, LEAST_REST * trace);
    }
  }
  return { binding, inverse, levels, forces, kl: jackknife(drift), effective: 1 / squares };
}

/** Sums a cluster's rows into `sums`. */
function adder(
  { columns, rows, weights: q }: Samples,
  { lambda, moments }: DualSolution,
  w: Float64Array,
  binding: readonly number[],
  pulls: TargetPulls | undefined,
): (of: ArrayLike<number>, sums: Sums) => void {
  const n = binding.length;
  const x = new Float64Array(lambda.length);
  return (of, sums) => {
    const { score, spread, pull } = sums;
    sums.weight = sums.base = sums.logZ = 0;
    score.fill(0);
    spread.fill(0);
    pull.fill(0);
    let top = Number.NEGATIVE_INFINITY;
    for (let t = 0; t < of.length; t++) {
      const j = of[t];
      const base = q ? q[j] : 1 / rows;
      let reward = 0;
      for (let i = 0; i < x.length; i++) {
        x[i] = columns[i][j] - moments.mean[i];
        score[i] += w[j] * x[i];
        reward += lambda[i] * columns[i][j];
      }
      sums.weight += w[j];
      sums.base += base;
      if (w[j] > 0 && reward > top) {
        top = reward;
        sums.logZ = reward + Math.log(base / w[j]);
      }
      for (let p = 0; p < n; p++) {
        pull[p] += pulls?.[binding[p]]?.[j] ?? 0;
        for (let r = 0; r < n; r++) spread[p * n + r] += w[j] * x[binding[p]] * x[binding[r]];
      }
    }
  };
}

function addOuter(sum: Float64Array, y: Float64Array): void {
  const m = y.length;
  for (let i = 0; i < m; i++) for (let k = 0; k < m; k++) sum[i * m + k] += y[i] * y[k];
}

/** Σ(d − d̄)²(C − 1)/C. */
function jackknife(d: readonly number[]): number {
  let mean = 0;
  for (const x of d) mean += x / d.length;
  let sum = 0;
  for (const x of d) sum += (x - mean) ** 2;
  return (sum * (d.length - 1)) / d.length;
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

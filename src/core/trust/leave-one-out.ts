import { dot, invert, solveSymmetric, submatrix } from "../numerics/linear-algebra.ts";
import type { View } from "../rows/oracle.ts";
import type { Samples } from "../rows/samples.ts";
import { groupByPrompt } from "../rows/tilt-weights.ts";
import { tiltedWeights } from "../rows/tilted-weights.ts";
import { positiveValues } from "../rows/value-sets.ts";
import type { DualSolution } from "../solve/dual-solution.ts";
import { LEAST_REST, SANDWICH_RIDGE } from "../solve/tolerances.ts";

/** What the clusters of rows (the answers to one prompt, or single rows where there are no prompts) do to a solution, in sd units. */
export interface LeaveOneOut {
  /** Indices of the binding values. */
  readonly binding: readonly number[];
  /** V⁻¹ on the binding values, row-major. */
  readonly inverse: Float64Array;
  /** Ω, m × m: Σ y yᵀ over clusters, y the pull on each value's level at fixed λ. */
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
  /** H = Σ w x xᵀ, all values × the binding ones, row-major. */
  readonly spread: Float64Array;
  /** Σ of the target pulls of the binding values. */
  readonly pull: Float64Array;
}

/** The binding values of a solution, and V on them. */
interface Binding {
  readonly index: readonly number[];
  readonly v: Float64Array;
  readonly inverse: Float64Array;
  readonly trace: number;
  /** True where weights sum to a fixed mass within each prompt, so that H is the spread within the prompt. */
  readonly isWithin: boolean;
}

/** What one cluster's equations are solved in, over the binding values. */
interface Work {
  /** S. */
  readonly score: Float64Array;
  /** (V − H)⁻¹S. */
  readonly solved: Float64Array;
  /** V − H. */
  readonly rest: Float64Array;
}

/**
 * HC3 by cluster (method §8): leaving a cluster out moves the level of every value, binding or not, by S + H(V − H)⁻¹S, which is
 * V(V − H)⁻¹S on the binding ones, and the KL by
 * −log(1 − W) + log(1 − Q) + ½ Sᵀ(V − H)⁻¹S/(1 − W); per prompt H is the spread within the prompt and the KL moves by
 * W/(1 − W)·(log Z_x − log Z) plus the same last term.
 */
export function leaveOneOut(
  samples: Samples,
  solution: DualSolution,
  view?: View,
  pulls?: TargetPulls,
): LeaveOneOut {
  const { lambda } = solution;
  const { rows, prompts } = samples;
  const m = lambda.length;
  const binding = bindingOf(solution, view?.mode === "per-prompt" && prompts !== null);
  const { index, inverse } = binding;
  const n = index.length;
  const groups = prompts && groupByPrompt(prompts, samples.weights);
  const add = adder(samples, solution, tiltedWeights(samples, lambda, view), index, pulls);
  const sums: Sums = {
    weight: 0,
    base: 0,
    logZ: 0,
    score: new Float64Array(m),
    spread: new Float64Array(m * n),
    pull: new Float64Array(n),
  };
  const work: Work = {
    score: new Float64Array(n),
    solved: new Float64Array(n),
    rest: new Float64Array(n * n),
  };
  const force = new Float64Array(m);
  const levels = new Float64Array(m * m);
  const forces = new Float64Array(m * m);
  const drift: number[] = [];
  let squares = 0;
  for (let c = 0; c < (groups ? groups.mass.length : rows); c++) {
    const cluster = groups ? groups.order.subarray(groups.start[c], groups.start[c + 1]) : [c];
    add(cluster, sums);
    if (!(sums.base > 0)) continue;
    squares += sums.weight * sums.weight;
    for (let p = 0; p < n; p++) work.score[p] = sums.score[index[p]];
    centreSpread(binding, sums, work.score);
    if (cluster.length === 1) solveSingle(binding, sums.weight, work);
    else solveCluster(binding, sums, work);
    drift.push(driftWithout(binding, sums, solution, dot(work.score, work.solved)));
    moveLevels(sums, work);
    force.set(sums.score);
    for (let p = 0; p < n; p++) force[index[p]] -= sums.pull[p];
    addOuter(levels, sums.score);
    addOuter(forces, force);
  }
  return { binding: index, inverse, levels, forces, kl: jackknife(drift), effective: 1 / squares };
}

function bindingOf({ lambda, moments }: DualSolution, isWithin: boolean): Binding {
  const index = positiveValues(lambda);
  const n = index.length;
  const v = submatrix(moments.cov, lambda.length, index);
  let trace = 0;
  for (let p = 0; p < n; p++) trace += v[p * n + p];
  for (let p = 0; p < n; p++) v[p * n + p] += SANDWICH_RIDGE * trace;
  const inverse = (n > 0 && invert(v, n)) || new Float64Array(n * n);
  return { index, v, inverse, trace, isWithin };
}

/** (V − H)⁻¹S where H has rank one, or none within a prompt of one row. */
function solveSingle(
  { inverse, isWithin }: Binding,
  weight: number,
  { score, solved }: Work,
): void {
  const n = score.length;
  for (let p = 0; p < n; p++) solved[p] = dot(inverse.subarray(p * n, (p + 1) * n), score);
  const h = isWithin || !(weight > 0) ? 0 : dot(score, solved) / weight;
  for (let p = 0; p < n; p++) solved[p] /= Math.max(LEAST_REST, 1 - h);
}

/** (V − H)⁻¹S for a cluster of several rows. */
function solveCluster(
  { v, index, trace }: Binding,
  { spread }: Sums,
  { score, solved, rest }: Work,
): void {
  const n = score.length;
  for (let p = 0; p < n; p++)
    for (let r = 0; r < n; r++) rest[p * n + r] = v[p * n + r] - spread[index[p] * n + r];
  let ridge = 0;
  while (n > 0 && !solveSymmetric(rest, score, n, ridge, solved))
    ridge = Math.max(10 * ridge, LEAST_REST * trace);
}

/** By how much the KL moves without a cluster; `gain` is Sᵀ(V − H)⁻¹S. */
function driftWithout(
  { index, isWithin }: Binding,
  { weight, base, logZ, pull }: Sums,
  { lambda, moments }: DualSolution,
  gain: number,
): number {
  let steered = 0;
  for (let p = 0; p < index.length; p++) steered += lambda[index[p]] * pull[p];
  const rest = Math.max(LEAST_REST, 1 - weight);
  const own = isWithin
    ? (weight / rest) * (logZ - moments.logZ)
    : Math.log(Math.max(LEAST_REST, 1 - base) / rest);
  return own + gain / (2 * rest) - steered;
}

/** Within a prompt H is the spread about the prompt's own mean. */
function centreSpread({ isWithin }: Binding, { weight, score, spread }: Sums, own: Float64Array) {
  const n = own.length;
  if (!isWithin || !(weight > 0)) return;
  for (let i = 0; i < score.length; i++)
    for (let p = 0; p < n; p++) spread[i * n + p] -= (score[i] * own[p]) / weight;
}

/** Replaces S by S + H(V − H)⁻¹S. */
function moveLevels({ score, spread }: Sums, { solved }: Work): void {
  const n = solved.length;
  for (let i = 0; i < score.length; i++)
    score[i] += dot(spread.subarray(i * n, (i + 1) * n), solved);
}

/** Sums a cluster's rows into `sums`. */
function adder(
  { columns, rows, weights: q }: Samples,
  { lambda, moments }: DualSolution,
  w: Float64Array,
  binding: readonly number[],
  pulls: TargetPulls | undefined,
): (cluster: ArrayLike<number>, sums: Sums) => void {
  const x = new Float64Array(lambda.length);
  return (cluster, sums) => {
    clear(sums);
    let top = Number.NEGATIVE_INFINITY;
    for (let t = 0; t < cluster.length; t++) {
      const j = cluster[t];
      const base = q ? q[j] : 1 / rows;
      let reward = 0;
      for (let i = 0; i < x.length; i++) {
        x[i] = columns[i][j] - moments.mean[i];
        sums.score[i] += w[j] * x[i];
        reward += lambda[i] * columns[i][j];
      }
      sums.weight += w[j];
      sums.base += base;
      if (w[j] > 0 && reward > top) {
        top = reward;
        sums.logZ = reward + Math.log(base / w[j]);
      }
      addSpread(sums.spread, w[j], x, binding);
      if (pulls) addPull(sums.pull, pulls, binding, j);
    }
  };
}

function clear(sums: Sums): void {
  sums.weight = sums.base = sums.logZ = 0;
  sums.score.fill(0);
  sums.spread.fill(0);
  sums.pull.fill(0);
}

/** Adds w x xᵀ, all values × the binding ones. */
function addSpread(
  spread: Float64Array,
  weight: number,
  x: Float64Array,
  binding: readonly number[],
): void {
  const n = binding.length;
  for (let i = 0; i < x.length; i++)
    for (let p = 0; p < n; p++) spread[i * n + p] += weight * x[i] * x[binding[p]];
}

function addPull(
  pull: Float64Array,
  pulls: TargetPulls,
  binding: readonly number[],
  row: number,
): void {
  for (let p = 0; p < binding.length; p++) pull[p] += pulls[binding[p]]?.[row] ?? 0;
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

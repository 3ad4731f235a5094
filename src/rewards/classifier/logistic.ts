import { addRow, rowDot, type SparseRows } from "./sparse-rows.ts";

/** What a classifier is fitted to. */
export interface Examples {
  readonly features: SparseRows;
  /** Rows of `features` that are used. */
  readonly rows: Int32Array;
  /** For each of these rows 1 where it follows the value, 0 where it violates it. */
  readonly follows: Uint8Array;
}

/** The loss at one point, its slope and its curvature. Vectors of columns hold the intercept last. */
export interface LogisticPoint {
  /** Scores w·x + b of the examples, in log-odds. */
  readonly scores: Float64Array;
  readonly gradient: Float64Array;
  /** The diagonal of the Hessian. */
  readonly diagonal: Float64Array;
  /** p(1 − p)/n of the examples. */
  readonly curvatures: Float64Array;
}

/** Keeps a Hessian invertible where every example is as good as certain. */
const LEAST_CURVATURE = 1e-12;

/** The chance 1 / (1 + e^−z). */
export function chance(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const e = Math.exp(z);
  return e / (1 + e);
}

/** Mean of log(1 + e^(−y z)) over the examples, y = ±1, at scores z + step · change. */
export function logLoss(
  follows: Uint8Array,
  scores: Float64Array,
  change?: Float64Array,
  step = 0,
): number {
  let loss = 0;
  for (let k = 0; k < scores.length; k++) {
    const z = change ? scores[k] + step * change[k] : scores[k];
    const margin = follows[k] ? z : -z;
    loss += margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
  }
  return loss / scores.length;
}

/** A point that `slopeAt` can write into, all zero. */
export function emptyPoint({ features, rows }: Examples): LogisticPoint {
  return {
    scores: new Float64Array(rows.length),
    gradient: new Float64Array(features.columns + 1),
    diagonal: new Float64Array(features.columns + 1),
    curvatures: new Float64Array(rows.length),
  };
}

/**
 * Gradient and diagonal Hessian of the mean log loss plus ½ `shrink` ‖w‖² at `weights` (one per column, the intercept, which is
 * not shrunk, last), whose scores stand in `point.scores`; written into `point`.
 */
export function slopeAt(
  { features, rows, follows }: Examples,
  shrink: number,
  weights: Float64Array,
  point: LogisticPoint,
): void {
  const { scores, gradient, diagonal, curvatures } = point;
  const last = features.columns;
  for (let i = 0; i < last; i++) {
    gradient[i] = shrink * weights[i];
    diagonal[i] = shrink;
  }
  gradient[last] = 0;
  diagonal[last] = 0;
  const { starts, places, scales } = features;
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k];
    const p = chance(scores[k]);
    const error = (p - follows[k]) / rows.length;
    const curvature = Math.max(p * (1 - p), LEAST_CURVATURE) / rows.length;
    curvatures[k] = curvature;
    const slope = error * scales[row];
    const bend = curvature * scales[row] ** 2;
    const to = starts[row + 1];
    for (let j = starts[row]; j < to; j++) {
      gradient[places[j]] += slope;
      diagonal[places[j]] += bend;
    }
    gradient[last] += error;
    diagonal[last] += curvature;
  }
}

/** Product of the Hessian at `point` with `direction`, written into `product`; the change of the scores into `change`. */
export function hessianTimes(
  { features, rows }: Examples,
  shrink: number,
  { curvatures }: LogisticPoint,
  direction: Float64Array,
  product: Float64Array,
  change: Float64Array,
): void {
  const last = features.columns;
  for (let i = 0; i < last; i++) product[i] = shrink * direction[i];
  product[last] = 0;
  for (let k = 0; k < rows.length; k++) {
    change[k] = rowDot(features, rows[k], direction) + direction[last];
    const bent = curvatures[k] * change[k];
    addRow(features, rows[k], bent, product);
    product[last] += bent;
  }
}

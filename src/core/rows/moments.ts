import type { PromptGroups } from "./tilt-weights.ts";

/** Rows at a time: as many as stay in the processor's first cache. */
const TILE = 1024;

/** E_w[r] of all columns, length m, for weights that sum to 1. */
export function weightedMean(
  columns: readonly (Float64Array | Float32Array)[],
  weights: Float64Array,
): Float64Array {
  const mean = new Float64Array(columns.length);
  for (let i = 0; i < columns.length; i++) {
    mean[i] = innerProduct(weights, columns[i], weights.length);
  }
  return mean;
}

/** Cov_w[r], m × m, centred before squaring so that a nearly degenerate tilt keeps its digits. */
export function pooledCovariance(
  columns: readonly (Float64Array | Float32Array)[],
  weights: Float64Array,
  mean: Float64Array,
): Float64Array {
  const m = columns.length;
  const cov = new Float64Array(m * m);
  const centred = Array.from({ length: m }, () => new Float64Array(TILE));
  const scaled = new Float64Array(TILE);
  for (let from = 0; from < weights.length; from += TILE) {
    const n = Math.min(TILE, weights.length - from);
    for (let i = 0; i < m; i++) centre(columns[i], from, n, mean[i], centred[i]);
    for (let i = 0; i < m; i++) {
      const a = centred[i];
      for (let t = 0; t < n; t++) scaled[t] = weights[from + t] * a[t];
      for (let k = 0; k <= i; k++) cov[i * m + k] += innerProduct(scaled, centred[k], n);
    }
  }
  return mirror(cov, m);
}

/** Σ_x μ_x Cov_x[r]: the covariance within prompts, averaged over prompts (method §2). */
export function withinPromptCovariance(
  columns: readonly (Float64Array | Float32Array)[],
  weights: Float64Array,
  { order, start, mass }: PromptGroups,
): Float64Array {
  const m = columns.length;
  const cov = new Float64Array(m * m);
  const mean = new Float64Array(m);
  const gap = new Float64Array(m);
  for (let x = 0; x < mass.length; x++) {
    if (!(mass[x] > 0)) continue;
    mean.fill(0);
    for (let t = start[x]; t < start[x + 1]; t++) {
      const j = order[t];
      for (let i = 0; i < m; i++) mean[i] += (weights[j] / mass[x]) * columns[i][j];
    }
    for (let t = start[x]; t < start[x + 1]; t++) {
      const j = order[t];
      for (let i = 0; i < m; i++) gap[i] = columns[i][j] - mean[i];
      addLowerOuter(cov, weights[j], gap);
    }
  }
  return mirror(cov, m);
}

/** Rewards `from` … `from + n − 1` of a column less their mean. */
function centre(
  column: Float64Array | Float32Array,
  from: number,
  n: number,
  mean: number,
  out: Float64Array,
): void {
  for (let t = 0; t < n; t++) out[t] = column[from + t] - mean;
}

/** Adds weight · gap gapᵀ to the lower half of a matrix. */
function addLowerOuter(cov: Float64Array, weight: number, gap: Float64Array): void {
  const m = gap.length;
  for (let i = 0; i < m; i++)
    for (let k = 0; k <= i; k++) cov[i * m + k] += weight * gap[i] * gap[k];
}

/** Σ a_t b_t over the first n; four running sums, so that one addition need not wait for the last. */
function innerProduct(a: Float64Array, b: Float64Array | Float32Array, n: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let t = 0;
  for (; t + 3 < n; t += 4) {
    s0 += a[t] * b[t];
    s1 += a[t + 1] * b[t + 1];
    s2 += a[t + 2] * b[t + 2];
    s3 += a[t + 3] * b[t + 3];
  }
  for (; t < n; t++) s0 += a[t] * b[t];
  return s0 + s1 + (s2 + s3);
}

function mirror(cov: Float64Array, m: number): Float64Array {
  for (let i = 0; i < m; i++) for (let k = 0; k < i; k++) cov[k * m + i] = cov[i * m + k];
  return cov;
}

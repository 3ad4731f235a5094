/**
 * Quantile of sorted rewards by linear interpolation; without weights the usual (N − 1)p rule.
 * `sorted` ascending, length N ≥ 1; `weights` in the same order, positive, or null; p in [0, 1].
 * Errors: throws `invalid quantile: …` when p is outside [0, 1].
 */
export function quantileOfSorted(
  sorted: ArrayLike<number>,
  weights: Float64Array | null,
  p: number,
): number {
  if (!(p >= 0 && p <= 1)) throw new Error(`invalid quantile: ${p}`);
  const last = sorted.length - 1;
  if (!weights) {
    const position = p * last;
    const low = Math.floor(position);
    return interpolate(sorted, low, position - low);
  }
  let total = 0;
  for (const w of weights) total += w;
  const first = weights[0] / 2;
  const span = total - first - weights[last] / 2;
  const aim = p * span;
  let before = 0;
  for (let k = 0; k < last; k++) {
    const gap = (weights[k] + weights[k + 1]) / 2;
    if (before + gap >= aim || k === last - 1)
      return interpolate(sorted, k, Math.min(1, (aim - before) / gap));
    before += gap;
  }
  return sorted[last];
}

function interpolate(sorted: ArrayLike<number>, low: number, share: number): number {
  if (share === 0 || low + 1 >= sorted.length) return sorted[low];
  return sorted[low] + share * (sorted[low + 1] - sorted[low]);
}

/** The rewards in ascending order together with their weights; rows of zero weight are left out. */
export function sortWithWeights(
  rewards: Float64Array | Float32Array,
  weights: Float64Array | null,
): { sorted: Float64Array | Float32Array; weights: Float64Array | null } {
  if (!weights) return { sorted: rewards.slice().sort(), weights: null };
  const order: number[] = [];
  for (let j = 0; j < rewards.length; j++) if (weights[j] > 0) order.push(j);
  order.sort((a, b) => rewards[a] - rewards[b]);
  return {
    sorted: Float64Array.from(order, (j) => rewards[j]),
    weights: Float64Array.from(order, (j) => weights[j]),
  };
}

/** Quantile p in [0, 1] of unsorted rewards; see `quantileOfSorted`. */
export function quantile(
  rewards: Float64Array | Float32Array,
  weights: Float64Array | null,
  p: number,
): number {
  const ordered = sortWithWeights(rewards, weights);
  return quantileOfSorted(ordered.sorted, ordered.weights, p);
}

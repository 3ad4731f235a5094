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

/** Beyond this share of the answers at one level a value counts as tied (method §9). */
const TIED_SHARE = 0.05;

/**
 * Which level belongs to which share of the answers: piecewise linear through (levels[k], shares[k]), both ascending. Below the
 * first and above the last share there is no level. Lengths ≥ 1.
 */
export interface QuantileCurve {
  readonly levels: ArrayLike<number>;
  /** In [0, 1], strictly ascending. */
  readonly shares: ArrayLike<number>;
}

/** Rewards in ascending order, and their weights in the same order or null; what `sortWithWeights` gives. */
interface Ordered {
  readonly sorted: ArrayLike<number>;
  readonly weights: ArrayLike<number> | null;
}

/** True where one single reward holds more than 5 % of the weight, as with ratings or yes and no. */
export function isTied({ sorted, weights }: Ordered): boolean {
  let total = 0;
  let run = 0;
  let most = 0;
  for (let k = 0; k < sorted.length; k++) {
    const w = weights ? weights[k] : 1;
    run = k > 0 && sorted[k] === sorted[k - 1] ? run + w : w;
    total += w;
    most = Math.max(most, run);
  }
  return most > TIED_SHARE * total;
}

/**
 * The quantiles of some rewards as a curve (method §9): where they are tied the mid-distribution, through the points
 * (v, P(r < v) + ½ P(r = v)) of the distinct rewards; otherwise the linear interpolation of `quantileOfSorted`.
 * Every weight positive.
 */
export function quantileCurve(ordered: Ordered): QuantileCurve {
  return isTied(ordered) ? midDistribution(ordered) : linearCurve(ordered);
}

/** The points (v, P(r < v) + ½ P(r = v)) of the distinct rewards; those of no weight are left out. */
export function midDistribution({ sorted, weights }: Ordered): QuantileCurve {
  const levels: number[] = [];
  const masses: number[] = [];
  let total = 0;
  for (let k = 0; k < sorted.length; k++) {
    const w = weights ? weights[k] : 1;
    if (!(w > 0)) continue;
    total += w;
    if (sorted[k] === levels.at(-1)) masses[masses.length - 1] += w;
    else {
      levels.push(sorted[k]);
      masses.push(w);
    }
  }
  let below = 0;
  const shares = masses.map((mass) => {
    const share = (below + mass / 2) / total;
    below += mass;
    return share;
  });
  return { levels, shares };
}

function linearCurve({ sorted, weights }: Ordered): QuantileCurve {
  const last = sorted.length - 1;
  const shares = new Float64Array(last + 1);
  for (let k = 1; k <= last; k++)
    shares[k] = shares[k - 1] + (weights ? (weights[k - 1] + weights[k]) / 2 : 1);
  const span = last > 0 ? shares[last] : 1;
  return { levels: sorted, shares: shares.map((share) => share / span) };
}

/** A curve of at most `most` ≥ 2 points, evenly picked with both ends. */
export function thinned(curve: QuantileCurve, most: number): QuantileCurve {
  const { levels, shares } = curve;
  if (levels.length <= most) return curve;
  const places = Array.from({ length: most }, (_, k) =>
    Math.round((k * (levels.length - 1)) / (most - 1)),
  );
  return {
    levels: Float64Array.from(places, (k) => levels[k]),
    shares: Float64Array.from(places, (k) => shares[k]),
  };
}

/** How many different rewards stand in an ascending order. */
export function distinctCount(sorted: ArrayLike<number>): number {
  let count = 0;
  for (let k = 0; k < sorted.length; k++) if (k === 0 || sorted[k] !== sorted[k - 1]) count++;
  return count;
}

/** The level of a share of the answers; the first or last one for a share that has none. */
export function levelAtShare({ levels, shares }: QuantileCurve, share: number): number {
  return between(shares, levels, share);
}

/**
 * The share of a level, inverse of `levelAtShare`; the middle of the shares where several have that level, the first or last
 * share for a level at or beyond the least or greatest reward.
 */
export function shareAtLevel({ levels, shares }: QuantileCurve, level: number): number {
  const last = levels.length - 1;
  if (level <= levels[0]) return shares[0];
  if (level >= levels[last]) return shares[last];
  const upper = firstWhere(levels.length, (k) => levels[k] > level) - 1;
  if (levels[upper] < level) return between(levels, shares, level);
  return (shares[firstWhere(levels.length, (k) => levels[k] >= level)] + shares[upper]) / 2;
}

/** y at x on the line through (xs[k], ys[k]); the end ones outside. */
function between(xs: ArrayLike<number>, ys: ArrayLike<number>, x: number): number {
  const last = xs.length - 1;
  if (!(x > xs[0])) return ys[0];
  if (x >= xs[last]) return ys[last];
  const high = firstWhere(xs.length, (k) => xs[k] > x);
  const part = (x - xs[high - 1]) / (xs[high] - xs[high - 1]);
  return part === 0 ? ys[high - 1] : ys[high - 1] + part * (ys[high] - ys[high - 1]);
}

/** The first place in [0, n) from which a condition holds; n where it never does. */
function firstWhere(n: number, holds: (k: number) => boolean): number {
  let [low, high] = [0, n];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

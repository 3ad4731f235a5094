/** Masses of one value over equal bins, before and after, as they are drawn. */
export interface Density {
  /** Mass per bin, length `bins`. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** The greatest of both. */
  readonly peak: number;
}

const rowCache = new WeakMap<Float64Array, Float64Array[]>();

/** One value's row of a flat m × bins array; the same object for the same masses, so that charts can tell what is new. */
export function binsOf(masses: Float64Array, bins: number, value: number): Float64Array {
  let valueRows = rowCache.get(masses);
  if (!valueRows) {
    valueRows = [];
    rowCache.set(masses, valueRows);
  }
  valueRows[value] ??= masses.subarray(value * bins, (value + 1) * bins);
  return valueRows[value];
}

/** Standard deviation of binned masses, in bins. */
export function binSpread(masses: ArrayLike<number>): number {
  let total = 0;
  let first = 0;
  let second = 0;
  for (let i = 0; i < masses.length; i++) {
    total += masses[i];
    first += masses[i] * i;
    second += masses[i] * i * i;
  }
  if (!(total > 0)) return 0;
  return Math.sqrt(Math.max(0, second / total - (first / total) ** 2));
}

/**
 * Gaussian smoothing of binned masses with reflection at both ends, so that no mass leaks out of [min, max].
 * `bandwidth` is the kernel's sd in bins; 0 returns the masses.
 */
export function smoothBins(masses: ArrayLike<number>, bandwidth: number): Float64Array {
  const n = masses.length;
  const out = new Float64Array(n);
  if (!(bandwidth > 0)) return Float64Array.from(masses);
  const reach = Math.min(n - 1, Math.ceil(3 * bandwidth));
  const kernel = Float64Array.from({ length: reach + 1 }, (_, d) =>
    Math.exp(-0.5 * (d / bandwidth) ** 2),
  );
  const total = kernel.reduce((sum, k, d) => sum + (d === 0 ? k : 2 * k), 0);
  for (let i = 0; i < n; i++) {
    if (masses[i] === 0) continue;
    for (let d = -reach; d <= reach; d++) {
      let j = i + d;
      if (j < 0) j = -1 - j;
      else if (j >= n) j = 2 * n - 1 - j;
      out[j] += (masses[i] * kernel[Math.abs(d)]) / total;
    }
  }
  return out;
}

/** The kernel's sd as a share of the spread before. */
const BANDWIDTH = 1 / 8;

/**
 * Densities before and after with one bandwidth for both: an eighth of the sd before, at least 0.8 bins. Both keep their
 * mass, so that the areas compare.
 */
export function densities(before: Float64Array, after: Float64Array): Density {
  const bandwidth = Math.max(0.8, BANDWIDTH * binSpread(before));
  const smooth = { before: smoothBins(before, bandwidth), after: smoothBins(after, bandwidth) };
  return { ...smooth, peak: Math.max(...smooth.before, ...smooth.after) };
}

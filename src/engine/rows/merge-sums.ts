import type { Histograms, TiltMoments, WeightedRow } from "../../core/rows/oracle.ts";
import type { PartialHistograms, PartialSupport, PartialTilt, ScoredRow } from "./row-sums.ts";

/**
 * Joins the sums of all stretches into the moments at λ: maxima first, so that no exponential overflows, then centred products
 * by the distance of the parts' means, so that none cancel. `base` = Σ q, the number of rows where there are no base weights.
 */
export function mergeTilts(parts: readonly PartialTilt[], base: number): TiltMoments {
  const max = Math.max(...parts.map((p) => p.max));
  const m = parts[0].sums.length;
  const sums = new Float64Array(m);
  const products = new Float64Array(m * m);
  const shift = new Float64Array(m);
  let total = 0;
  let squares = 0;
  let greatest = 0;
  for (const part of parts) {
    const f = Math.exp(part.max - max);
    const own = f * part.total;
    if (!(own > 0)) continue;
    if (total > 0) {
      for (let i = 0; i < m; i++) shift[i] = part.sums[i] / part.total - sums[i] / total;
      addSquares(products, shift, total * (own / (total + own)));
    }
    for (let i = 0; i < m; i++) sums[i] += f * part.sums[i];
    for (let i = 0; i < m * m; i++) products[i] += f * part.products[i];
    total += own;
    squares += f * f * part.squares;
    greatest = Math.max(greatest, f * part.greatest);
  }
  return {
    logZ: max + Math.log(total / base),
    mean: sums.map((x) => x / total),
    cov: products.map((x) => x / total),
    max,
    ess: (total * total) / squares,
    maxWeight: greatest / total,
  };
}

/** Adds share · shift shiftᵀ to a matrix of m × m by rows. */
function addSquares(products: Float64Array, shift: Float64Array, share: number): void {
  const m = shift.length;
  for (let i = 0; i < m; i++)
    for (let k = 0; k < m; k++) products[i * m + k] += share * shift[i] * shift[k];
}

/** The furthest of all stretches; ties go to the first. `firsts`: the first row of each stretch. */
export function mergeSupports(
  parts: readonly PartialSupport[],
  firsts: readonly number[],
): PartialSupport {
  let best = 0;
  parts.forEach((part, k) => {
    if (part.value > parts[best].value) best = k;
  });
  return { ...parts[best], row: parts[best].row + firsts[best] };
}

/** Masses of all stretches that sum to 1 for each value. */
export function mergeHistograms(
  parts: readonly PartialHistograms[],
  bins: number,
  base: number,
): Histograms {
  const max = Math.max(...parts.map((p) => p.max));
  const before = new Float64Array(parts[0].before.length);
  const after = new Float64Array(before.length);
  for (const part of parts) {
    const f = Math.exp(part.max - max);
    for (let k = 0; k < after.length; k++) {
      before[k] += part.before[k] / base;
      if (f > 0) after[k] += f * part.after[k];
    }
  }
  let total = 0;
  for (let k = 0; k < bins; k++) total += after[k];
  for (let k = 0; k < after.length; k++) after[k] /= total;
  return { bins, before, after };
}

/** The k best rows of all stretches with their weights before and after; `tilts` are the same stretches' sums at the same λ. */
export function mergeTops(
  parts: readonly (readonly ScoredRow[])[],
  firsts: readonly number[],
  tilts: readonly PartialTilt[],
  { k, order, base }: { k: number; order: "lifted" | "lowered"; base: number },
): WeightedRow[] {
  const sign = order === "lifted" ? 1 : -1;
  const max = Math.max(...tilts.map((p) => p.max));
  const total = tilts.reduce((sum, p) => sum + Math.exp(p.max - max) * p.total, 0);
  return parts
    .flatMap((part, at) => part.map((one) => ({ ...one, row: one.row + firsts[at] })))
    .sort((a, b) => sign * (b.score - a.score) || a.row - b.row)
    .slice(0, k)
    .map(({ row, base: q, score }) => ({
      row,
      before: q / base,
      after: (q * Math.exp(score - max)) / total,
    }));
}

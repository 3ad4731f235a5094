import { positiveValues } from "../rows/value-sets.ts";
import type { DualSolution } from "../solve/dual-solution.ts";
import { DEPENDENT_VARIANCE, MET_EXACTLY, NO_PART } from "../solve/tolerances.ts";

/**
 * Values that follow from one another in these answers and meet their targets exactly, so that their prices can be split between
 * them in many ways (method §1: λ is not unique). `baseline` is Cov[r] of the original mix, `targets` in sd units; empty where
 * every price is the only one.
 */
export function sharedPrices(
  baseline: Float64Array,
  targets: Float64Array,
  { lambda, moments }: Pick<DualSolution, "lambda" | "moments">,
): number[] {
  const m = targets.length;
  const index = [...targets.keys()].filter(
    (i) => targets[i] > Number.NEGATIVE_INFINITY && baseline[i * m + i] > DEPENDENT_VARIANCE,
  );
  const shared = new Set<number>();
  for (const parts of dependencies(baseline, m, index)) {
    const members = index.filter((_, k) => Math.abs(parts[k]) > NO_PART);
    const isMet = members.every((i) => Math.abs(moments.mean[i] - targets[i]) <= MET_EXACTLY);
    const unpriced = index.flatMap((i, k) =>
      members.includes(i) && !(lambda[i] > 0) ? [parts[k]] : [],
    );
    const isFree = unpriced.every((part) => part > 0) || unpriced.every((part) => part < 0);
    const isPriced = positiveValues(lambda).some((i) => members.includes(i));
    if (isMet && isFree && isPriced) for (const i of members) shared.add(i);
  }
  return [...shared].sort((a, b) => a - b);
}

/** A basis of the combinations of values that never vary: the null space of their covariance, by elimination with full pivots. */
function dependencies(cov: Float64Array, m: number, index: readonly number[]): number[][] {
  const n = index.length;
  const rest = index.map((i) => index.map((k) => cov[i * m + k]));
  const pivots: number[] = [];
  for (let round = 0; round < n; round++) {
    const open = [...index.keys()].filter((k) => !pivots.includes(k));
    const best = open.reduce((a, b) => (rest[b][b] > rest[a][a] ? b : a));
    if (!(rest[best][best] > DEPENDENT_VARIANCE)) break;
    eliminate(rest, best);
    pivots.push(best);
  }
  return [...index.keys()]
    .filter((k) => !pivots.includes(k))
    .map((k) => index.map((_, p) => (p === k ? 1 : pivots.includes(p) ? -rest[p][k] : 0)));
}

/** One step of Gauss–Jordan on a pivot of the diagonal; the pivot's row then holds its coefficients. */
function eliminate(rest: number[][], pivot: number): void {
  const row = rest[pivot].map((x) => x / rest[pivot][pivot]);
  for (const other of rest) {
    const factor = other[pivot];
    for (const [k, x] of row.entries()) other[k] -= factor * x;
  }
  rest[pivot] = row;
}

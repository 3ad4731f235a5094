import { dot } from "../numerics/linear-algebra.ts";
import type { TiltMoments, TiltOracle, View } from "../rows/oracle.ts";
import { ROUND_TOLERANCE } from "../solve/tolerances.ts";

/** State after one full cycle of sequential alignment, in sd units. */
export interface SequentialRound {
  readonly round: number;
  /** Total λ so far, length m; it may fall again. */
  readonly lambda: Float64Array;
  /** E_λ[r] of all values, length m. */
  readonly levels: Float64Array;
  readonly kl: number;
}

const MOST_STEPS = 80;

/** What one coordinate of the dual is bounded by so far. */
interface Bracket {
  low: number;
  high: number;
}

/**
 * Sequential alignment (paper Thm 5, method §6): one value at a time in the order of `order`, cyclically, the others
 * frozen: λ_i ← max(0, root of E_λ[r_i] = c_i). One round is not enough; it converges to the simultaneous solution.
 * `targets` in sd units, −∞ unconstrained. A value that cannot reach its target alone stops at a long tilt.
 */
export async function sequentialRounds(
  oracle: TiltOracle,
  targets: Float64Array,
  rounds: number,
  options: { readonly order?: readonly number[]; readonly view?: View } = {},
): Promise<SequentialRound[]> {
  const order = (options.order ?? [...targets.keys()]).filter(
    (i) => targets[i] > Number.NEGATIVE_INFINITY,
  );
  const lambda = new Float64Array(targets.length);
  const out: SequentialRound[] = [];
  let moments = await oracle.tilt(lambda, options.view);
  for (let round = 1; round <= rounds; round++) {
    for (const i of order) moments = await align(i, moments);
    out.push({
      round,
      lambda: lambda.slice(),
      levels: moments.mean.slice(),
      kl: dot(lambda, moments.mean) - moments.logZ,
    });
  }
  return out;

  /** Newton on one coordinate of the dual, guarded by a bracket. */
  async function align(i: number, from: TiltMoments): Promise<TiltMoments> {
    let here = from;
    const bracket: Bracket = { low: 0, high: Number.POSITIVE_INFINITY };
    for (let step = 0; step < MOST_STEPS; step++) {
      const gap = targets[i] - here.mean[i];
      if (isAligned(gap, lambda[i])) break;
      bracket[gap > 0 ? "low" : "high"] = lambda[i];
      const variance = here.cov[i * targets.length + i];
      const next = nextStrength(lambda[i], gap / variance, bracket);
      if (next === lambda[i]) break;
      lambda[i] = next;
      here = await oracle.tilt(lambda, options.view);
    }
    return here;
  }
}

/** True where a value meets its target, or more than meets it without any tilt. */
function isAligned(gap: number, lambda: number): boolean {
  return Math.abs(gap) <= ROUND_TOLERANCE || (gap <= 0 && lambda === 0);
}

/** Newton's next λ_i, or the middle of the bracket where that leaves it; at most 2(1 + λ_i) on from the last. */
function nextStrength(last: number, step: number, { low, high }: Bracket): number {
  const furthest = last + 2 * (1 + last);
  const next = Math.min(last + step, furthest);
  if (next <= 0 && low === 0) return 0;
  if (next > low && next < high) return next;
  return high < Number.POSITIVE_INFINITY ? (low + high) / 2 : furthest;
}

import { dot, solveSymmetric, submatrix } from "../numerics/linear-algebra.ts";
import type { PointCache } from "../program/column-program.ts";
import { furthest } from "../program/reachable-set.ts";
import type { TiltMoments, TiltOracle, View } from "../rows/oracle.ts";
import { positiveValues } from "../rows/value-sets.ts";
import { solveDual } from "../solve/dual.ts";
import {
  FLAT_DRIFT,
  FRONT_TOLERANCE,
  LEAST_HALF_SLOPE,
  LONG_TILT,
  LONGEST_TILT,
  LOOSE_FRONT_TOLERANCE,
  TILT_WIDTH,
} from "../solve/tolerances.ts";

/** A point of a Pareto front and the tilt that stands behind it, in sd units. */
export interface FrontPoint {
  /** E[r] of all values, length m. */
  readonly levels: Float64Array;
  /** λ = s·u + μ, length m; null where no finite tilt reaches the budget (the point lies on the hull). */
  readonly lambda: Float64Array | null;
  readonly kl: number;
}

/** Settings of `frontAlong`. */
export interface FrontOptions {
  /** Other values' targets in sd units, −∞ where free (default: all free). */
  readonly others?: Float64Array;
  /** Accuracy of KL = budget, in nats. Default 1e-10. */
  readonly tolerance?: number;
  readonly cache?: PointCache;
  readonly view?: View;
}

/** A tilt s·u along the front's direction with the μ that keeps the others at their targets, and what it leads to. */
interface Place {
  readonly s: number;
  readonly mu: Float64Array;
  readonly moments: TiltMoments;
  readonly kl: number;
}

/** A front's direction and all that it is followed with. */
interface Front {
  readonly oracle: TiltOracle;
  readonly u: Float64Array;
  readonly others: Float64Array;
  readonly isFree: boolean;
  readonly tolerance: number;
  readonly view?: View;
}

/** The tilts between which a budget is met; `high` null where none is known that spends it. */
interface Bracket {
  readonly low: Place;
  readonly high: Place | null;
}

const MOST_ROUNDS = 60;

/**
 * The points that maximise u·E[r] over all policies with KL ≤ B and the other values at their targets, for ascending
 * budgets B (method §6): p ∝ q·exp(s·u·r + μ·r_H) with μ ≥ 0 from the dual at each s, and s the root of KL = B.
 * A budget below what the others alone cost gives null; one that no tilt reaches gives the hull point.
 */
export async function frontAlong(
  oracle: TiltOracle,
  u: Float64Array,
  budgets: readonly number[],
  options: FrontOptions = {},
): Promise<(FrontPoint | null)[]> {
  const { tolerance = FRONT_TOLERANCE, cache, view } = options;
  const others = options.others ?? new Float64Array(oracle.size).fill(Number.NEGATIVE_INFINITY);
  const isFree = others.every((c) => c === Number.NEGATIVE_INFINITY);
  const front: Front = { oracle, u, others, isFree, tolerance, view };
  const out: (FrontPoint | null)[] = [];
  let here = await placeAt(front, 0, new Float64Array(oracle.size));
  let hull: FrontPoint | null = null;
  for (const budget of budgets) {
    if (here.s === 0 && here.kl > budget + tolerance) {
      out.push(null);
      continue;
    }
    const next: Place | null = hull ? null : await placeOfBudget(front, here, budget);
    if (next) here = next;
    else hull ??= await hullPoint(front, cache);
    out.push(next ? pointOf(front, next) : hull);
  }
  return out;
}

async function placeAt(front: Front, s: number, start: Float64Array): Promise<Place> {
  const { oracle, u, others, view } = front;
  const base = u.map((x) => s * x);
  if (front.isFree) {
    const moments = await oracle.tilt(base, view);
    return { s, mu: start, moments, kl: dot(base, moments.mean) - moments.logZ };
  }
  const { lambda: mu, moments } = await solveDual(oracle, others, { base, start, view });
  const lambda = base.map((b, i) => b + mu[i]);
  return { s, mu, moments, kl: dot(lambda, moments.mean) - moments.logZ };
}

function pointOf({ u }: Front, { s, mu, moments, kl }: Place): FrontPoint {
  return { levels: moments.mean, lambda: u.map((x, i) => s * x + mu[i]), kl };
}

async function hullPoint(
  { oracle, u, others, view }: Front,
  cache: PointCache | undefined,
): Promise<FrontPoint | null> {
  const end = await furthest(oracle, others, u, { cache, view });
  return end && { levels: end.point, lambda: null, kl: Number.POSITIVE_INFINITY };
}

/** Newton on KL(s) = B, guarded by a bracket; null when the tilt grows without reaching it. */
async function placeOfBudget(front: Front, from: Place, budget: number): Promise<Place | null> {
  let bracket: Bracket = { low: from, high: null };
  let best = from;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { slope, drift } = slopeOf(front, best);
    const s = tiltInside(bracket, nextTilt(front, best, budget, slope));
    if (s > LONGEST_TILT) return null;
    const start = best.mu.map((x, i) => Math.max(0, x + (s - best.s) * drift[i]));
    best = await placeAt(front, s, start);
    if (Math.abs(best.kl - budget) <= front.tolerance) return best;
    bracket = best.kl < budget ? { ...bracket, low: best } : { ...bracket, high: best };
    const { low, high } = bracket;
    if (high && high.s - low.s <= TILT_WIDTH * high.s) return best;
    if (!high && slope <= FLAT_DRIFT && s > LONG_TILT) return null;
  }
  return Math.abs(best.kl - budget) < LOOSE_FRONT_TOLERANCE ? best : null;
}

/** Newton's tilt, or one inside the bracket (beyond its low end where it is open) where that leaves it. */
function tiltInside({ low, high }: Bracket, newton: number): number {
  const top = high ? high.s : 4 * low.s + 4;
  if (newton > low.s && newton < top) return newton;
  return high ? (low.s + high.s) / 2 : Math.min(top, 2 * low.s + 0.5);
}

/** dKL/ds = s·(uᵀVu − uᵀV_A V_AA⁻¹ V_A u) and dμ/ds = −V_AA⁻¹ V_A u on the binding others A. */
function slopeOf({ u }: Front, { s, mu, moments }: Place): { slope: number; drift: Float64Array } {
  const m = u.length;
  const { cov } = moments;
  const vu = Float64Array.from({ length: m }, (_, i) => dot(cov.subarray(i * m, (i + 1) * m), u));
  const drift = new Float64Array(m);
  const active = positiveValues(mu);
  let curvature = dot(u, vu);
  if (active.length > 0) {
    const rhs = Float64Array.from(active, (i) => vu[i]);
    const x = new Float64Array(active.length);
    const block = submatrix(cov, m, active);
    if (solveSymmetric(block, rhs, active.length, 0, x)) {
      active.forEach((i, k) => {
        drift[i] = -x[k];
      });
      curvature -= dot(rhs, x);
    }
  }
  return { slope: s * Math.max(0, curvature), drift };
}

/** Newton on √(KL − KL0) near s = 0, where KL is quadratic in s, and on KL itself further out. */
function nextTilt({ u }: Front, { s, moments, kl }: Place, budget: number, slope: number): number {
  if (s === 0) {
    const m = u.length;
    let spread = 0;
    for (let i = 0; i < m; i++)
      for (let k = 0; k < m; k++) spread += u[i] * u[k] * moments.cov[i * m + k];
    return Math.sqrt((2 * Math.max(0, budget - kl)) / spread);
  }
  const half = Math.max(LEAST_HALF_SLOPE, (s * slope) / 2);
  const aim = budget - kl + half;
  return aim > 0 ? s * Math.sqrt(aim / half) : Number.NaN;
}

import { dot, solveSymmetric, submatrix } from "../numerics/linear-algebra.ts";
import type { PointCache } from "../program/column-program.ts";
import { furthest } from "../program/reach.ts";
import type { TiltMoments, TiltOracle, View } from "../rows/oracle.ts";
import { solveDual } from "../solve/dual.ts";

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

interface Place {
  readonly s: number;
  readonly mu: Float64Array;
  readonly moments: TiltMoments;
  readonly kl: number;
}

const MOST_ROUNDS = 60;
const LONGEST_TILT = 1e6;

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
  const { tolerance = 1e-10, view } = options;
  const others = options.others ?? new Float64Array(oracle.size).fill(Number.NEGATIVE_INFINITY);
  const isFree = others.every((c) => c === Number.NEGATIVE_INFINITY);
  const out: (FrontPoint | null)[] = [];
  let here = await at(0, new Float64Array(oracle.size));
  let hull: FrontPoint | null = null;
  for (const budget of budgets) {
    if (here.s === 0 && here.kl > budget + tolerance) out.push(null);
    else {
      const found: Place | null = hull ? null : await root(here, budget);
      if (found) here = found;
      else hull ??= await hullPoint();
      out.push(found ? { levels: found.moments.mean, lambda: total(found), kl: found.kl } : hull);
    }
  }
  return out;

  async function at(s: number, start: Float64Array): Promise<Place> {
    const base = u.map((x) => s * x);
    if (isFree) {
      const moments = await oracle.tilt(base, view);
      return { s, mu: start, moments, kl: dot(base, moments.mean) - moments.logZ };
    }
    const found = await solveDual(oracle, others, { base, start, view });
    const lambda = base.map((b, i) => b + found.lambda[i]);
    const kl = dot(lambda, found.moments.mean) - found.moments.logZ;
    return { s, mu: found.lambda, moments: found.moments, kl };
  }

  function total(place: Place): Float64Array {
    return u.map((x, i) => place.s * x + place.mu[i]);
  }

  /** Newton on KL(s) = B, guarded by a bracket; null when the tilt grows without reaching it. */
  async function root(from: Place, budget: number): Promise<Place | null> {
    let low = from;
    let high: Place | null = null;
    let best = from;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const { slope, drift } = slopeOf(best);
      let s = nextTilt(best, budget, slope);
      const top = high ? high.s : 4 * low.s + 4;
      if (!(s > low.s && s < top)) s = high ? (low.s + high.s) / 2 : Math.min(top, 2 * low.s + 0.5);
      if (s > LONGEST_TILT) return null;
      const start = best.mu.map((x, i) => Math.max(0, x + (s - best.s) * drift[i]));
      best = await at(s, start);
      if (Math.abs(best.kl - budget) <= tolerance) return best;
      if (best.kl < budget) low = best;
      else high = best;
      if (high && high.s - low.s <= 1e-14 * high.s) return best;
      if (!high && slope <= 1e-14 && s > 100) return null;
    }
    return Math.abs(best.kl - budget) < 1e-6 ? best : null;
  }

  /** dKL/ds = s·(uᵀVu − uᵀV_A V_AA⁻¹ V_A u) and dμ/ds = −V_AA⁻¹ V_A u on the binding others A. */
  function slopeOf(place: Place): { slope: number; drift: Float64Array } {
    const m = u.length;
    const { cov } = place.moments;
    const vu = Float64Array.from({ length: m }, (_, i) => dot(cov.subarray(i * m, (i + 1) * m), u));
    const drift = new Float64Array(m);
    const active = [...place.mu.keys()].filter((i) => place.mu[i] > 0);
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
    return { slope: place.s * Math.max(0, curvature), drift };
  }

  async function hullPoint(): Promise<FrontPoint | null> {
    const found = await furthest(oracle, others, u, { cache: options.cache, view });
    return found && { levels: found.point, lambda: null, kl: Number.POSITIVE_INFINITY };
  }

  /** Newton on √(KL − KL0) near s = 0, where KL is quadratic in s, and on KL itself further out. */
  function nextTilt(place: Place, budget: number, slope: number): number {
    if (place.s === 0) {
      const m = u.length;
      let spread = 0;
      for (let i = 0; i < m; i++)
        for (let k = 0; k < m; k++) spread += u[i] * u[k] * place.moments.cov[i * m + k];
      return Math.sqrt((2 * Math.max(0, budget - place.kl)) / spread);
    }
    const half = Math.max(1e-12, (place.s * slope) / 2);
    const aim = budget - place.kl + half;
    return aim > 0 ? place.s * Math.sqrt(aim / half) : Number.NaN;
  }
}

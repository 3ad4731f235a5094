import type { DualSolution } from "./dual-solution.ts";
import type { TiltOracle } from "./oracle.ts";
import { scaleBackShare } from "./reach.ts";
import type { SolveMemory } from "./solve-memory.ts";

/** A place on the ray from the baseline to the palette: its share of the way and the solution there. */
export interface RayPoint {
  readonly rho: number;
  readonly solution: DualSolution;
}

/** What a mix must keep to on the way: at most so much drift, or at least so many effective answers. */
export type RayLimit = { readonly klBudget: number } | { readonly essAtLeast: number };

const MARCH = 8;

/** The palette pulled back to the share ρ; targets at or below the baseline (0) stay, so none is ever raised (method §5.1). */
export function alongRay(targets: Float64Array, rho: number): Float64Array {
  return targets.map((c) => (c > 0 ? rho * c : c));
}

/** The exact share ρ* at which the ray leaves the reachable set; +∞ when no target is above the baseline. */
export async function edgeShare(oracle: TiltOracle, targets: Float64Array, memory: SolveMemory): Promise<number> {
  const { rho } = await scaleBackShare(oracle, targets, { cache: memory.cache, view: memory.view });
  return rho;
}

/**
 * The largest share ρ ≤ `most` on the ray from the baseline that keeps to the limit, to 1e-9 of the way: the first crossing,
 * found by marching outwards and then narrowing (KL rises along a ray; the ESS need not fall steadily).
 * Null where even the baseline's own slack costs too much.
 */
export async function shareWithin(
  targets: Float64Array,
  limit: RayLimit,
  most: number,
  memory: SolveMemory,
): Promise<RayPoint | null> {
  const solveAt = async (rho: number): Promise<RayPoint> => ({
    rho,
    solution: await memory.solve(alongRay(targets, rho)),
  });
  let inside: RayPoint = await solveAt(0);
  if (excess(inside.solution, limit) > 0) return null;
  let outside: RayPoint | null = null;
  for (let k = 1; k <= MARCH && !outside; k++) {
    const next = await solveAt((most * k) / MARCH);
    if (excess(next.solution, limit) > 0) outside = next;
    else inside = next;
  }
  if (!outside) return inside;
  let low = excess(inside.solution, limit);
  let high = excess(outside.solution, limit);
  for (let round = 0; round < 60 && outside.rho - inside.rho > 1e-10 * most; round++) {
    const width = outside.rho - inside.rho;
    const secant = inside.rho + (width * low) / (low - high);
    const guarded = round % 3 === 2 || !Number.isFinite(high) ? inside.rho + width / 2 : secant;
    const next: RayPoint = await solveAt(clamp(guarded, inside.rho + 1e-11 * most, outside.rho - 1e-11 * most));
    const value = excess(next.solution, limit);
    if (value > 0) {
      if (outside && round % 3 !== 2) low /= 2;
      outside = next;
      high = value;
      low = Math.min(low, excess(inside.solution, limit));
    } else {
      inside = next;
      low = value;
      if (value > -1e-9) break;
    }
  }
  return inside;
}

/** How far a solution is over the limit: ≤ 0 inside, +∞ where there is no mix at all. */
function excess(solution: DualSolution, limit: RayLimit): number {
  if (solution.status !== "aligned" && solution.status !== "already-met") return Number.POSITIVE_INFINITY;
  if ("klBudget" in limit) return solution.kl - limit.klBudget;
  return Math.log(limit.essAtLeast / solution.moments.ess);
}

function clamp(x: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, x));
}

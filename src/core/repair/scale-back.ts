import { scaleBackShare } from "../program/reachable-set.ts";
import type { TiltOracle } from "../rows/oracle.ts";
import type { DualSolution } from "../solve/dual-solution.ts";
import { isReached } from "../solve/report.ts";
import type { SolveCache } from "../solve/solve-cache.ts";
import { HINT_MARGIN, RAY_MARGIN, RAY_TOLERANCE, RAY_WIDTH } from "../solve/tolerances.ts";
import { excessOf, type RayLimit } from "./ray-limit.ts";

/** A place on the ray from the baseline to the palette: its share of the way and the solution there. */
export interface RayPoint {
  readonly rho: number;
  readonly solution: DualSolution;
}

/** Steps in which a ray is marched along until its limit is crossed. */
const MARCH = 8;
const MOST_ROUNDS = 80;

/** The palette pulled back to the share ρ; targets at or below the baseline (0) stay, so none is ever raised (method §5.1). */
export function alongRay(targets: Float64Array, rho: number): Float64Array {
  return targets.map((c) => (c > 0 ? rho * c : c));
}

/** The exact share ρ* at which the ray leaves the reachable set; +∞ when no target is above the baseline. */
export async function edgeShare(
  oracle: TiltOracle,
  targets: Float64Array,
  solveCache: SolveCache,
): Promise<number> {
  const { rho } = await scaleBackShare(oracle, targets, {
    cache: solveCache.pointCache,
    view: solveCache.view,
  });
  return rho;
}

/** The share to which a palette is scaled back: ρ*, or 1 where it is within reach; null when no target is above the baseline. */
export async function backShare(
  oracle: TiltOracle,
  targets: Float64Array,
  solveCache: SolveCache,
): Promise<number | null> {
  const edge = await edgeShare(oracle, targets, solveCache);
  return Number.isFinite(edge) ? Math.min(1, edge) : null;
}

/** Settings of `shareWithin`. */
export interface ShareOptions {
  /** A share close to the answer, as from the palette just before; saves the march. Default none. */
  readonly hint?: number;
  /** How closely the limit is met, in nats or in log answers. Default 1e-9. */
  readonly tolerance?: number;
}

/**
 * The largest share ρ ≤ `most` on the ray from the baseline that keeps to the limit: the first crossing, found by marching
 * outwards and then narrowing (KL rises along a ray; the ESS need not fall steadily).
 * Null where even the baseline's own slack costs too much.
 */
export function shareWithin(
  targets: Float64Array,
  limit: RayLimit,
  most: number,
  solveCache: SolveCache,
  options: ShareOptions = {},
): Promise<RayPoint | null> {
  return pathWithin((rho) => alongRay(targets, rho), limit, most, solveCache, options);
}

/** The same on any path of palettes from ρ = 0 on. */
export async function pathWithin(
  paletteAt: (rho: number) => Float64Array,
  limit: RayLimit,
  most: number,
  solveCache: SolveCache,
  { hint, tolerance = RAY_TOLERANCE }: ShareOptions = {},
): Promise<RayPoint | null> {
  const solveAt = async (rho: number): Promise<Sided> => {
    const solution = await solveCache.solve(paletteAt(rho), {}, "ray");
    return { rho, solution, excess: mixExcess(solution, limit) };
  };
  const bracket = (hint && (await around(solveAt, hint, most))) || (await march(solveAt, most));
  if (!bracket) return null;
  const { inside, outside } = bracket;
  return outside ? narrowed(solveAt, inside, outside, most, tolerance) : inside;
}

/** The crossing between two places, by the secant with halved ends (Illinois), every fourth time by halving. */
async function narrowed(
  solveAt: (rho: number) => Promise<Sided>,
  from: Sided,
  to: Sided,
  most: number,
  tolerance: number,
): Promise<Sided> {
  let [inside, outside] = [from, to];
  let [low, high] = [from.excess, to.excess];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const width = outside.rho - inside.rho;
    if (width <= RAY_WIDTH * most) break;
    const isSecant = high < Number.POSITIVE_INFINITY && round % 4 !== 3;
    const share = isSecant ? low / (low - high) : 0.5;
    const next = await solveAt(
      inside.rho + width * Math.min(1 - RAY_MARGIN, Math.max(RAY_MARGIN, share)),
    );
    if (next.excess > 0) {
      outside = next;
      high = next.excess;
      low /= 2;
    } else {
      inside = next;
      low = next.excess;
      high /= 2;
      if (inside.excess > -tolerance) break;
    }
  }
  return inside;
}

/** A place on the ray, and on which side of the limit it lies. */
interface Sided extends RayPoint {
  readonly excess: number;
}

interface Bracket {
  readonly inside: Sided;
  readonly outside: Sided | null;
}

async function march(
  solveAt: (rho: number) => Promise<Sided>,
  most: number,
): Promise<Bracket | null> {
  let inside = await solveAt(0);
  if (inside.excess > 0) return null;
  for (let k = 1; k <= MARCH; k++) {
    const next = await solveAt((most * k) / MARCH);
    if (next.excess > 0) return { inside, outside: next };
    inside = next;
  }
  return { inside, outside: null };
}

/** A narrow bracket about a hint, or null where the crossing is not there. */
async function around(
  solveAt: (rho: number) => Promise<Sided>,
  hint: number,
  most: number,
): Promise<Bracket | null> {
  const inside = await solveAt(Math.min(most, hint * (1 - HINT_MARGIN)));
  if (inside.excess > 0) return null;
  const outside = await solveAt(Math.min(most, hint * (1 + HINT_MARGIN)));
  return outside.excess > 0 ? { inside, outside } : null;
}

/** How far a solution is over the limit: ≤ 0 inside, +∞ where there is no mix at all. */
function mixExcess(solution: DualSolution, limit: RayLimit): number {
  return isReached(solution.status) ? excessOf(solution, limit) : Number.POSITIVE_INFINITY;
}

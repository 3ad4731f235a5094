import { reachableMaximum } from "../program/reachable-set.ts";
import type { TiltOracle } from "../rows/oracle.ts";
import { solveDual } from "../solve/dual.ts";
import type { DualSolution } from "../solve/dual-solution.ts";
import { isReached } from "../solve/report.ts";
import type { SolveCache } from "../solve/solve-cache.ts";
import { EDGE_MARGIN } from "../solve/tolerances.ts";
import { placingOrder } from "./greedy.ts";
import { excessOf, type RayLimit } from "./ray-limit.ts";
import { SAFE_SHARE } from "./safe-mix.ts";
import { pathWithin } from "./scale-back.ts";

/** A palette that keeps to a limit, in sd units, and its solution. */
interface PlacedPalette {
  readonly targets: Float64Array;
  readonly solution: DualSolution;
}

/**
 * Greedy by priority with a limit (method §5.2): each value in turn is placed as far towards its target as the limit allows, the
 * ones not yet placed at their baseline, so that the dearest gives way last. Where the edge comes before the limit, a value stays
 * a little inside it. Null where even the baseline's own slack breaks the limit.
 */
export async function greedyWithin(
  oracle: TiltOracle,
  targets: Float64Array,
  order: readonly number[],
  limit: RayLimit,
  solveCache: SolveCache,
): Promise<PlacedPalette | null> {
  const placed = targets.map((c) => Math.min(0, c));
  let solution = await solveDual(oracle, placed, { view: solveCache.view });
  if (!isReached(solution.status) || excessOf(solution, limit) > 0) return null;
  for (const i of placingOrder(targets, order)) {
    const options = { cache: solveCache.pointCache, view: solveCache.view };
    const edge = (await reachableMaximum(oracle, placed, i, options))?.level ?? 0;
    const most = targets[i] < edge - EDGE_MARGIN ? targets[i] : SAFE_SHARE * edge;
    // What the values before it bring along costs nothing.
    const free = Math.max(0, Math.min(targets[i], solution.moments.mean[i]));
    const levelAt = (share: number) => free + share * (most - free);
    const found =
      most > free
        ? await pathWithin(
            (share) => placed.map((c, k) => (k === i ? levelAt(share) : c)),
            limit,
            1,
            solveCache,
          )
        : null;
    placed[i] = found ? levelAt(found.rho) : free;
    if (found) solution = found.solution;
  }
  return { targets: placed, solution };
}

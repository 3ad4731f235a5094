import type { TiltOracle } from "../rows/oracle.ts";
import type { DualSolution } from "../solve/dual-solution.ts";
import { isReachable } from "../solve/report.ts";
import type { SolveCache } from "../solve/solve-cache.ts";
import { alongRay, edgeShare } from "./scale-back.ts";

/** Below this many effective answers a mix is called thin (method §8). */
export const THIN_ESS = 200;

/** Share of the way to the edge at which the closest safe mix of a palette out of reach is drawn (method §5). */
export const SAFE_SHARE = 0.95;

/** The fewest effective answers of a mix that is recommended: 200, or half of those that carry today's mix where they are fewer. */
export function safeEss(baselineEss: number): number {
  return Math.min(THIN_ESS, baselineEss / 2);
}

/** The targets whose solution stands for a palette: its own, or those of the closest safe mix while it is out of reach (method §5). */
export async function shownTargets(
  oracle: TiltOracle,
  targets: Float64Array,
  solveCache: SolveCache,
): Promise<{ readonly targets: Float64Array; readonly solution: DualSolution }> {
  const solution = await solveCache.solve(targets);
  if (isReachable(solution.status)) return { targets, solution };
  const edge = await edgeShare(oracle, targets, solveCache);
  return {
    targets: Number.isFinite(edge) ? alongRay(targets, SAFE_SHARE * edge) : targets,
    solution,
  };
}

/** The mix drawn for a palette out of reach: a safe share of the way to the edge, or `solution` where nothing of the ray is in reach. */
export async function closestSafeMix(
  targets: Float64Array,
  edge: number,
  solution: DualSolution,
  solveCache: SolveCache,
): Promise<DualSolution> {
  if (!Number.isFinite(edge)) return solution;
  return solveCache.solve(alongRay(targets, SAFE_SHARE * edge), {}, "closest");
}

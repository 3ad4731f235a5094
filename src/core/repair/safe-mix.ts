import type { TiltOracle } from "../rows/oracle.ts";
import type { DualSolution } from "../solve/dual-solution.ts";
import type { SolveMemory } from "../solve/solve-memory.ts";
import { alongRay, edgeShare } from "./scale-back.ts";

/** Below this many effective answers a mix is called thin (method §8). */
export const THIN_ESS = 200;

/** Share of the way to the edge at which the closest safe mix of a palette out of reach is drawn (method §5). */
export const SAFE_SHARE = 0.95;

/** The fewest effective answers of a mix that is recommended: 200, or half of a smaller sample. */
export function safeEss(rows: number): number {
  return Math.min(THIN_ESS, rows / 2);
}

/** The targets whose solution stands for a palette: its own, or those of the closest safe mix while it is out of reach (method §5). */
export async function shownTargets(
  oracle: TiltOracle,
  targets: Float64Array,
  memory: SolveMemory,
): Promise<{ readonly targets: Float64Array; readonly found: DualSolution }> {
  const found = await memory.solve(targets);
  if (found.status !== "infeasible" && found.status !== "iteration-limit")
    return { targets, found };
  const edge = await edgeShare(oracle, targets, memory);
  return { targets: Number.isFinite(edge) ? alongRay(targets, SAFE_SHARE * edge) : targets, found };
}

/** The mix drawn for a palette out of reach: a safe share of the way to the edge, or `found` where nothing of the ray is in reach. */
export async function closestSafeMix(
  targets: Float64Array,
  edge: number,
  found: DualSolution,
  memory: SolveMemory,
): Promise<DualSolution> {
  if (!Number.isFinite(edge)) return found;
  return memory.solve(alongRay(targets, SAFE_SHARE * edge), {}, "closest");
}

import { isReachable } from "../solve/report.ts";
import type { SolveCache } from "../solve/solve-cache.ts";

/** What one step more of a value costs in nats, exactly and not at the rate of its price; null where that is out of reach, NaN where it is not settled. */
export async function stepCost(
  targets: Float64Array,
  i: number,
  step: number,
  kl: number,
  solveCache: SolveCache,
): Promise<number | null> {
  const moved = targets.slice();
  moved[i] += step;
  const there = await solveCache.solve(moved, {}, "step");
  if (there.status === "infeasible") return null;
  return isReachable(there.status) ? Math.max(0, there.kl - kl) : Number.NaN;
}

import type { DualSolution } from "../solve/dual-solution.ts";

/** What a mix must keep to on the way: at most so much drift, or at least so many effective answers. */
export type RayLimit = { readonly klBudget: number } | { readonly essAtLeast: number };

/** How far a solution is over a limit, in nats or in log answers: ≤ 0 inside. */
export function excessOf({ kl, moments }: DualSolution, limit: RayLimit): number {
  return "klBudget" in limit ? kl - limit.klBudget : Math.log(limit.essAtLeast / moments.ess);
}

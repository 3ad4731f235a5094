import type { SolveMemory } from "../solve/solve-memory.ts";

/** How a value's target was raised to see what the others must give. */
export interface TradeOffMatrix {
  /** The raise of each value, in sd units, length m. */
  readonly raise: Float64Array;
  /**
   * m × m, row-major, sd units: entry (i, k) is the change of target k alone that keeps the drift when target i is raised,
   * the others held; NaN where there is none (k slack or unconstrained, i = k, or no such palette).
   */
  readonly change: Float64Array;
}

const ROUNDS = 60;
const KL_TOLERANCE = 1e-10;

/**
 * The exact trade-off matrix at constant drift (method §4): starts from the linear −(λ_i/λ_k)·δ and solves for the root,
 * a dual solve per step. `targets` in sd units, −∞ unconstrained; `raise` in sd units, one for all
 * values or one for each.
 */
export async function tradeOffMatrix(
  targets: Float64Array,
  raise: number | Float64Array,
  memory: SolveMemory,
): Promise<TradeOffMatrix | null> {
  const here = await memory.solve(targets);
  if (here.status !== "aligned") return null;
  const m = targets.length;
  const steps = typeof raise === "number" ? new Float64Array(m).fill(raise) : raise;
  const change = new Float64Array(m * m).fill(Number.NaN);
  for (let i = 0; i < m; i++) {
    if (targets[i] === Number.NEGATIVE_INFINITY) continue;
    for (let k = 0; k < m; k++) {
      if (k === i || !(here.lambda[k] > 0)) continue;
      const first = -((here.lambda[i] || 0) / here.lambda[k]) * steps[i];
      change[i * m + k] = await giveUp(i, k, first);
    }
  }
  return { raise: steps, change };

  /** Root of KL(c + raise_i·e_i + x·e_k) = KL(c); the slope is the price λ_k there. */
  async function giveUp(i: number, k: number, first: number): Promise<number> {
    let x = first;
    let low = Number.NEGATIVE_INFINITY;
    let high = Number.POSITIVE_INFINITY;
    for (let round = 0; round < ROUNDS; round++) {
      const moved = targets.slice();
      moved[i] += steps[i];
      moved[k] += x;
      const there = await memory.solve(moved, {}, "trade");
      const isReachable = there.status === "aligned" || there.status === "already-met";
      const excess = isReachable ? there.kl - here.kl : Number.POSITIVE_INFINITY;
      if (Math.abs(excess) <= KL_TOLERANCE) return x;
      if (excess > 0) high = x;
      else low = x;
      const price = isReachable ? there.lambda[k] : 0;
      let next = price > 0 ? x - excess / price : Number.NaN;
      if (!(next > low && next < high)) next = between(low, high, x);
      if (next === x || high - low < 1e-13 * (1 + Math.abs(x))) return isReachable ? x : Number.NaN;
      if (next < -50) return Number.NaN;
      x = next;
    }
    return Number.NaN;
  }
}

function between(low: number, high: number, x: number): number {
  if (low === Number.NEGATIVE_INFINITY)
    return high - 2 * Math.max(0.05, Math.abs(high - x) + Math.abs(x));
  if (high === Number.POSITIVE_INFINITY)
    return low + 2 * Math.max(0.05, Math.abs(low - x) + Math.abs(x));
  return (low + high) / 2;
}

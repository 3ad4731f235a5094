import { constrainedValues, positiveValues } from "../rows/value-sets.ts";
import { isReached } from "../solve/report.ts";
import type { SolveCache } from "../solve/solve-cache.ts";
import { DRIFT_TOLERANCE, MOST_GIVEN_UP, TRADE_STEP, TRADE_WIDTH } from "../solve/tolerances.ts";

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

/** A trade: value i is raised, value k alone pays for it. */
interface Trade {
  readonly i: number;
  readonly k: number;
  readonly raise: number;
  /** What the linear prices would have value k give up. */
  readonly guess: number;
}

/** Between which changes of target k the drift crosses its own. */
interface Bracket {
  low: number;
  high: number;
}

/**
 * The exact trade-off matrix at constant drift (method §4): starts from the linear −(λ_i/λ_k)·δ and solves for the root,
 * a dual solve per step. `targets` in sd units, −∞ unconstrained; `raise` in sd units, one for all
 * values or one for each.
 */
export async function tradeOffMatrix(
  targets: Float64Array,
  raise: number | Float64Array,
  solveCache: SolveCache,
): Promise<TradeOffMatrix | null> {
  const here = await solveCache.solve(targets);
  if (here.status !== "aligned") return null;
  const m = targets.length;
  const steps = typeof raise === "number" ? new Float64Array(m).fill(raise) : raise;
  const change = new Float64Array(m * m).fill(Number.NaN);
  for (const i of constrainedValues(targets))
    for (const k of positiveValues(here.lambda)) {
      if (k === i) continue;
      const guess = -((here.lambda[i] || 0) / here.lambda[k]) * steps[i];
      change[i * m + k] = await givenUp(
        targets,
        here.kl,
        { i, k, raise: steps[i], guess },
        solveCache,
      );
    }
  return { raise: steps, change };
}

/** Root of KL(c + raise·e_i + x·e_k) = KL(c) in x; the slope is the price λ_k there. NaN where there is none. */
async function givenUp(
  targets: Float64Array,
  kl: number,
  { i, k, raise, guess }: Trade,
  solveCache: SolveCache,
): Promise<number> {
  let x = guess;
  const bracket: Bracket = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  for (let round = 0; round < ROUNDS; round++) {
    const moved = targets.slice();
    moved[i] += raise;
    moved[k] += x;
    const there = await solveCache.solve(moved, {}, "trade");
    const isReachable = isReached(there.status);
    const excess = isReachable ? there.kl - kl : Number.POSITIVE_INFINITY;
    if (Math.abs(excess) <= DRIFT_TOLERANCE) return x;
    if (excess > 0) bracket.high = x;
    else bracket.low = x;
    const price = isReachable ? there.lambda[k] : 0;
    const next = nextChange(x, price > 0 ? x - excess / price : Number.NaN, bracket);
    const isNarrow = bracket.high - bracket.low < TRADE_WIDTH * (1 + Math.abs(x));
    if (next === x || isNarrow) return isReachable ? x : Number.NaN;
    if (next < -MOST_GIVEN_UP) return Number.NaN;
    x = next;
  }
  return Number.NaN;
}

/** Newton's next change, or one inside the bracket (beyond its closed end where it is open) where that leaves it. */
function nextChange(x: number, newton: number, { low, high }: Bracket): number {
  if (newton > low && newton < high) return newton;
  if (low === Number.NEGATIVE_INFINITY)
    return high - 2 * Math.max(TRADE_STEP, Math.abs(high - x) + Math.abs(x));
  if (high === Number.POSITIVE_INFINITY)
    return low + 2 * Math.max(TRADE_STEP, Math.abs(low - x) + Math.abs(x));
  return (low + high) / 2;
}

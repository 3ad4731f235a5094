import { constrainedValues } from "../rows/value-sets.ts";
import { isReachable, isReached } from "../solve/report.ts";
import type { SolveCache } from "../solve/solve-cache.ts";
import { DRIFT_TOLERANCE, MOST_GIVEN_UP, TRADE_STEP, TRADE_WIDTH } from "../solve/tolerances.ts";

/** How a value's target was raised to see what the others must give. */
export interface TradeOffMatrix {
  /** The raise of each value, in sd units, length m. */
  readonly raise: Float64Array;
  /**
   * Entry [i][k], sd units: the change of target k alone that keeps the drift when target i is raised, the others held, or why
   * there is none; null where i = k or one of them is unconstrained.
   */
  readonly change: readonly (readonly (number | TradeGap | null)[])[];
}

/**
 * Why a value cannot pay for another: it is met for free and has nothing to give, the raise is out of reach whatever it gives,
 * or giving up all of it leaves more drift.
 */
export type TradeGap = "free" | "beyond" | "not-enough";

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
  const change = steps.reduce<(number | TradeGap | null)[][]>(
    (rows) => [...rows, new Array(m).fill(null)],
    [],
  );
  for (const i of constrainedValues(targets))
    for (const k of constrainedValues(targets)) {
      if (k === i) continue;
      const price = here.lambda[k];
      const guess = -((here.lambda[i] || 0) / price) * steps[i];
      const trade = { i, k, raise: steps[i], guess };
      change[i][k] = price > 0 ? await traded(targets, here.kl, trade, solveCache) : "free";
    }
  return { raise: steps, change };
}

/** What value k gives, or why it cannot: the drift with all of it given up says so. */
async function traded(
  targets: Float64Array,
  kl: number,
  trade: Trade,
  solveCache: SolveCache,
): Promise<number | TradeGap> {
  const without = targets.slice();
  without[trade.i] += trade.raise;
  without[trade.k] = Number.NEGATIVE_INFINITY;
  const least = await solveCache.solve(without, {}, "all given up");
  if (!isReachable(least.status)) return "beyond";
  if (least.kl > kl) return "not-enough";
  const change = await givenUp(targets, kl, trade, solveCache);
  return Number.isNaN(change) ? "not-enough" : change;
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
    const isMix = isReached(there.status);
    const excess = isMix ? there.kl - kl : Number.POSITIVE_INFINITY;
    if (Math.abs(excess) <= DRIFT_TOLERANCE) return x;
    if (excess > 0) bracket.high = x;
    else bracket.low = x;
    const price = isMix ? there.lambda[k] : 0;
    const next = nextChange(x, price > 0 ? x - excess / price : Number.NaN, bracket);
    const isNarrow = bracket.high - bracket.low < TRADE_WIDTH * (1 + Math.abs(x));
    if (next === x || isNarrow) return isMix ? x : Number.NaN;
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

import { PointCache } from "../program/column-program.ts";
import { type ProgramOptions, reachableMaximum } from "../program/reachable-set.ts";
import type { TiltOracle } from "../rows/oracle.ts";

/**
 * Greedy by priority (paper Alg. 3, method §5.2): values are placed in `order`, each at min(target, the greatest level that
 * those already placed leave reachable), the ones not yet placed at their baseline (0 in sd units) or at a lower target of
 * their own. Values not in `order` follow in their own order. Targets in sd units, −∞ unconstrained.
 */
export async function greedyPalette(
  oracle: TiltOracle,
  targets: Float64Array,
  order: readonly number[],
  options: ProgramOptions = {},
): Promise<Float64Array> {
  const withCache = { ...options, cache: options.cache ?? new PointCache() };
  const placed = targets.map((c) => Math.min(0, c));
  for (const i of placingOrder(targets, order)) {
    const maximum = await reachableMaximum(oracle, placed, i, withCache);
    placed[i] = Math.min(targets[i], maximum?.level ?? placed[i]);
  }
  return placed;
}

/** The values that ask for more than their baseline, in order of priority; those not in `order` follow in their own. */
export function placingOrder(targets: Float64Array, order: readonly number[]): number[] {
  return [...new Set([...order, ...targets.keys()])].filter((i) => targets[i] > 0);
}

/**
 * Relax one value (method §5.2): the others stay at their targets, value `k` comes down to the greatest level they leave
 * reachable. Null where the others alone are out of reach.
 */
export async function relaxedPalette(
  oracle: TiltOracle,
  targets: Float64Array,
  k: number,
  options: ProgramOptions = {},
): Promise<Float64Array | null> {
  const maximum = await reachableMaximum(oracle, targets, k, options);
  return maximum && targets.map((c, i) => (i === k ? Math.min(c, maximum.level) : c));
}

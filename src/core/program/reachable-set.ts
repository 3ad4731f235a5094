import type { TiltOracle, View } from "../rows/oracle.ts";
import { constrainedValues } from "../rows/value-sets.ts";
import { PLACED_GAP } from "../solve/tolerances.ts";
import {
  type ColumnProgram,
  PointCache,
  type ProgramBasis,
  type ProgramSolution,
  pointColumn,
  scalarColumn,
  slackColumn,
  solveColumnProgram,
  withoutScalar,
} from "./column-program.ts";

/** What exact linear programs over the rows need to be told; `cache` carries columns from one to the next. */
export interface ProgramOptions {
  readonly cache?: PointCache;
  readonly view?: View;
}

/**
 * The largest t such that c + t·1 is reachable in all constrained values at once, in sd units: ≥ 0 exactly when the
 * palette is reachable. `direction` is the exact certificate's u when t < 0 (length m, Σu = 1).
 */
export async function reachMargin(
  oracle: TiltOracle,
  targets: Float64Array,
  options: ProgramOptions = {},
): Promise<{ margin: number; direction: Float64Array; support: number; passes: number }> {
  const index = constrainedValues(targets);
  const direction = new Float64Array(targets.length);
  if (index.length === 0)
    return { margin: Number.POSITIVE_INFINITY, direction, support: 0, passes: 0 };
  const lift = Math.max(...index.map((i) => targets[i]));
  const bound = Float64Array.from(index, (i) => targets[i] - lift);
  const program: ColumnProgram = {
    index,
    bound,
    objective: new Float64Array(targets.length),
    scalar: { price: 1, slope: new Float64Array(index.length).fill(1) },
  };
  const vertex = await solveColumnProgram(
    oracle,
    program,
    fromBaseline(oracle, index.length),
    cacheOf(options),
    options.view,
  );
  index.forEach((i, k) => {
    direction[i] = vertex.prices[k];
  });
  return {
    margin: vertex.scalar - lift,
    direction,
    support: vertex.support,
    passes: vertex.passes,
  };
}

/**
 * Scale back together (method §5.1, paper Alg. 2): the largest ρ with c0 + ρ(c − c0) reachable, c0 the baseline (0 in sd units).
 * Targets at or below the baseline stay where they are. ρ = +∞ when no target is above the baseline; ρ may exceed 1.
 */
export async function scaleBackShare(
  oracle: TiltOracle,
  targets: Float64Array,
  options: ProgramOptions = {},
): Promise<{ rho: number; support: number; passes: number }> {
  const index = constrainedValues(targets);
  const furthestTarget = Math.max(0, ...index.map((i) => targets[i]));
  if (!(furthestTarget > 0))
    return { rho: Number.POSITIVE_INFINITY, support: oracle.rows, passes: 0 };
  // Counted in sd and not in shares of the way, so that the program is as regular for a palette close to the means.
  const slope = Float64Array.from(index, (i) => Math.max(0, targets[i]) / furthestTarget);
  const program: ColumnProgram = {
    index,
    bound: Float64Array.from(index, (i) => Math.min(0, targets[i])),
    objective: new Float64Array(targets.length),
    scalar: { price: 1, slope },
  };
  const vertex = await solveColumnProgram(
    oracle,
    program,
    fromBaseline(oracle, index.length),
    cacheOf(options),
    options.view,
  );
  return {
    rho: vertex.scalar / furthestTarget,
    support: vertex.support,
    passes: vertex.passes,
  };
}

/**
 * The greatest level of value `k` that the other targets leave reachable, in sd units, and the point that reaches it;
 * null where the others alone are out of reach.
 */
export async function reachableMaximum(
  oracle: TiltOracle,
  targets: Float64Array,
  k: number,
  options: ProgramOptions = {},
): Promise<{ level: number; point: Float64Array; passes: number } | null> {
  const direction = new Float64Array(targets.length);
  direction[k] = 1;
  const others = targets.slice();
  others[k] = Number.NEGATIVE_INFINITY;
  const end = await furthest(oracle, others, direction, options);
  return end && { level: end.point[k], point: end.point, passes: end.passes };
}

/**
 * The point furthest along `direction` among all mixes that meet the targets (the support function of the reachable set
 * with the others at their targets, method §6 b); null where the targets are out of reach.
 */
export async function furthest(
  oracle: TiltOracle,
  targets: Float64Array,
  direction: Float64Array,
  options: ProgramOptions & { readonly start?: ProgramBasis } = {},
): Promise<ProgramSolution | null> {
  const index = constrainedValues(targets);
  const cache = cacheOf(options);
  const bound = Float64Array.from(index, (i) => targets[i]);
  let passes = 0;
  let basis = options.start;
  if (!basis) {
    const placed = await place(oracle, index, bound, cache, options.view);
    passes = placed.passes;
    if (!placed.basis) return null;
    basis = placed.basis;
  }
  const program: ColumnProgram = { index, bound, objective: direction, scalar: null };
  const vertex = await solveColumnProgram(oracle, program, basis, cache, options.view);
  return { ...vertex, passes: vertex.passes + passes };
}

/** Phase one: a basis that meets the bounds, by walking from the baseline along its ray; null where there is none. */
async function place(
  oracle: TiltOracle,
  index: readonly number[],
  bound: Float64Array,
  cache: PointCache,
  view?: View,
): Promise<{ basis: ProgramBasis | null; passes: number }> {
  const missing = bound.map((b) => Math.max(0, b));
  const worst = missing.indexOf(Math.max(0, ...missing));
  const origin = pointColumn(new Float64Array(oracle.size));
  if (index.length === 0 || !(missing[worst] > 0))
    return { basis: [...index.keys()].map(slackColumn).concat(origin), passes: 0 };
  const program: ColumnProgram = {
    index,
    bound,
    objective: new Float64Array(oracle.size),
    // The way left, in sd.
    scalar: { price: -1, slope: missing.map((s) => -s / missing[worst]) },
  };
  const start: ProgramBasis = [
    ...[...index.keys()].map((i) => (i === worst ? scalarColumn() : slackColumn(i))),
    origin,
  ];
  const vertex = await solveColumnProgram(oracle, program, start, cache, view);
  if (vertex.scalar > PLACED_GAP * Math.max(1, missing[worst]))
    return { basis: null, passes: vertex.passes };
  return { basis: withoutScalar(program, vertex.basis), passes: vertex.passes };
}

function fromBaseline(oracle: TiltOracle, constraints: number): ProgramBasis {
  return [
    ...Array.from({ length: constraints }, (_, i) => slackColumn(i)),
    pointColumn(new Float64Array(oracle.size)),
  ];
}

function cacheOf(options: ProgramOptions): PointCache {
  return options.cache ?? new PointCache();
}

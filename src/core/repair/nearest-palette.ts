import { dot, invert, norm } from "../numerics/linear-algebra.ts";
import { PointCache } from "../program/column-program.ts";
import { furthest, type ProgramOptions } from "../program/reachable-set.ts";
import type { TiltOracle, View } from "../rows/oracle.ts";
import { constrainedValues } from "../rows/value-sets.ts";
import {
  LEAST_OVERSHOOT,
  LEAST_SHARE,
  NEAREST_GAP,
  NO_SHARE,
  SURE_SHARE,
  TINY_DIVISOR,
} from "../solve/tolerances.ts";

/** The reachable palette closest to the one asked, in sd units. */
export interface NearestPalette {
  /** z ≤ c, length m, −∞ where unconstrained. */
  readonly targets: Float64Array;
  /** ‖c − z‖ over the constrained values, in sd units. */
  readonly distance: number;
  readonly passes: number;
}

const MOST_ROUNDS = 500;

/** Settings of the nearest palettes. */
export interface NearestOptions extends ProgramOptions {
  /** Values that may not give way; their targets must be at or below the baseline. Default none. */
  readonly held?: readonly boolean[];
}

interface Generator {
  /** Coordinates over the constrained values: a point minus c, or −e_i. */
  readonly at: Float64Array;
  readonly isRay: boolean;
}

/** The generators that carry the nearest point, and how much of each it takes. */
interface Corral {
  readonly generators: readonly Generator[];
  readonly shares: readonly number[];
}

/** A palette, the values that may give way and what those that may not ask for. */
interface Search {
  readonly oracle: TiltOracle;
  readonly targets: Float64Array;
  /** The constrained values that may give way. */
  readonly index: readonly number[];
  /** Targets of those that may not, −∞ elsewhere; null where all may. */
  readonly firm: Float64Array | null;
  readonly cache: PointCache;
  readonly view?: View;
}

/** A generator that lowers the distance, or null where none does, and the passes it took to know. */
interface Entering {
  readonly generator: Generator | null;
  readonly passes: number;
}

/**
 * Smallest change (method §5.3): the nearest palette in sd units, by Wolfe's algorithm on the reachable set, whose vertices are
 * found by `support` passes and which extends downwards along −e_i. It never raises a target.
 */
export async function nearestPalette(
  oracle: TiltOracle,
  targets: Float64Array,
  options: NearestOptions = {},
): Promise<NearestPalette> {
  const search = searchOf(oracle, targets, options);
  const { index } = search;
  const origin = relative(search, new Float64Array(oracle.size));
  let corral: Corral = { generators: [{ at: origin, isRay: false }], shares: [1] };
  let passes = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const entering = await improving(search, corral);
    passes += entering.passes;
    if (!entering.generator) break;
    corral = settled({
      generators: [...corral.generators, entering.generator],
      shares: [...corral.shares, 0],
    });
  }
  const gap = combined(corral, index.length);
  const nearest = targets.slice();
  index.forEach((i, k) => {
    nearest[i] = targets[i] + Math.min(0, gap[k]);
  });
  return { targets: nearest, distance: norm(gap), passes };
}

function searchOf(
  oracle: TiltOracle,
  targets: Float64Array,
  { held, cache = new PointCache(), view }: NearestOptions,
): Search {
  const isFirm = (i: number) => held?.[i] ?? false;
  const firm = targets.map((c, i) => (isFirm(i) ? Math.min(0, c) : Number.NEGATIVE_INFINITY));
  const hasFirm = constrainedValues(firm).length > 0;
  return {
    oracle,
    targets,
    index: constrainedValues(targets).filter((i) => !isFirm(i)),
    firm: hasFirm ? firm : null,
    cache,
    view,
  };
}

/** A point less the palette, over the values that may give way. */
function relative({ index, targets }: Search, point: Float64Array): Float64Array {
  return Float64Array.from(index, (i) => point[i] - targets[i]);
}

/** The generator that lowers ‖y‖ most, or null when none does by more than the gap. */
async function improving(search: Search, corral: Corral): Promise<Entering> {
  const { index, oracle } = search;
  const y = combined(corral, index.length);
  const square = dot(y, y);
  const enough = NEAREST_GAP * Math.max(1, square);
  const ray = steepestRay(y, enough);
  if (ray) return { generator: ray, passes: 0 };
  const point = cachedPoint(search, y, enough);
  if (point && !isIn(corral, point)) return { generator: point, passes: 0 };
  const direction = new Float64Array(oracle.size);
  index.forEach((i, k) => {
    direction[i] = Math.max(0, -y[k]);
  });
  const { point: end, passes } = await pointAlong(search, direction);
  const generator: Generator = { at: relative(search, end), isRay: false };
  const isBetter = square - dot(y, generator.at) > enough && !isIn(corral, generator);
  return { generator: isBetter ? generator : null, passes: passes + 1 };
}

/** The value along which y can be let down furthest. */
function steepestRay(y: Float64Array, enough: number): Generator | null {
  let most = enough;
  let best = -1;
  for (let k = 0; k < y.length; k++)
    if (y[k] > Math.max(most, LEAST_OVERSHOOT)) {
      most = y[k];
      best = k;
    }
  return best < 0 ? null : { at: y.map((_, j) => (j === best ? -1 : 0)), isRay: true };
}

/** The point found by earlier passes that lowers ‖y‖ most. Null where some values may not give way, since a cached point need not meet those. */
function cachedPoint(search: Search, y: Float64Array, enough: number): Generator | null {
  const square = dot(y, y);
  let most = enough;
  let best: Generator | null = null;
  for (const point of search.firm ? [] : search.cache.points) {
    const at = relative(search, point);
    const gain = square - dot(y, at);
    if (gain > most) {
      most = gain;
      best = { at, isRay: false };
    }
  }
  return best;
}

/** The furthest point that meets what may not give way, and the passes beyond one that it took. */
async function pointAlong(
  { oracle, firm, cache, view }: Search,
  direction: Float64Array,
): Promise<{ point: Float64Array; passes: number }> {
  if (!firm) {
    const { point } = await oracle.support(direction, view);
    cache.add(point);
    return { point, passes: 0 };
  }
  const end = await furthest(oracle, firm, direction, { cache, view });
  return { point: end?.point ?? new Float64Array(oracle.size), passes: end?.passes ?? 0 };
}

/** Wolfe's minor cycle: moves to the point nearest the origin in the affine hull, dropping generators that reach 0 on the way. */
function settled(corral: Corral): Corral {
  let { generators, shares } = corral;
  for (;;) {
    const aim = affineMinimiser(generators);
    if (!aim) return withoutLeast({ generators, shares });
    const step = longestStep(shares, aim);
    if (step >= 1) return { generators, shares: aim };
    const moved = shares.map((x, k) => x + step * (aim[k] - x));
    const stays = moved.map((x, k) => x > LEAST_SHARE && !(aim[k] <= NO_SHARE && x <= SURE_SHARE));
    if (stays.every(Boolean)) stays[moved.indexOf(Math.min(...moved))] = false;
    generators = generators.filter((_, k) => stays[k]);
    shares = moved.filter((_, k) => stays[k]);
  }
}

/** How far towards the aim no share falls below 0; 1 where all the way is free. */
function longestStep(shares: readonly number[], aim: readonly number[]): number {
  let step = 1;
  aim.forEach((x, k) => {
    if (x <= NO_SHARE) step = Math.min(step, shares[k] / Math.max(TINY_DIVISOR, shares[k] - x));
  });
  return step;
}

function withoutLeast({ generators, shares }: Corral): Corral {
  const least = shares.indexOf(Math.min(...shares));
  return {
    generators: generators.filter((_, k) => k !== least),
    shares: shares.filter((_, k) => k !== least),
  };
}

/** Coefficients of the point nearest the origin in the affine hull of the points plus the span of the rays; null when degenerate. */
function affineMinimiser(generators: readonly Generator[]): number[] | null {
  const n = generators.length + 1;
  const system = new Float64Array(n * n);
  generators.forEach((a, i) => {
    generators.forEach((b, k) => {
      system[i * n + k] = dot(a.at, b.at);
    });
    system[i * n + n - 1] = system[(n - 1) * n + i] = a.isRay ? 0 : 1;
  });
  const inverse = invert(system, n);
  if (!inverse) return null;
  const x = generators.map((_, i) => inverse[i * n + n - 1]);
  return x.every(Number.isFinite) ? x : null;
}

/** The point that a corral stands for. */
function combined({ generators, shares }: Corral, n: number): Float64Array {
  const y = new Float64Array(n);
  generators.forEach(({ at }, k) => {
    for (let j = 0; j < n; j++) y[j] += shares[k] * at[j];
  });
  return y;
}

function isIn({ generators }: Corral, one: Generator): boolean {
  return generators.some((g) => g.isRay === one.isRay && g.at.every((x, k) => x === one.at[k]));
}

import { dot, invert, norm } from "../numerics/linear-algebra.ts";
import { PointCache } from "../program/column-program.ts";
import { furthest, type ReachOptions } from "../program/reach.ts";
import type { TiltOracle } from "../rows/oracle.ts";
import { solveDual } from "../solve/dual.ts";
import type { DualSolution } from "../solve/dual-solution.ts";
import type { RayLimit } from "./scale-back.ts";

/** The reachable palette closest to the one asked, in sd units. */
export interface NearestPalette {
  /** z ≤ c, length m, −∞ where unconstrained. */
  readonly targets: Float64Array;
  /** ‖c − z‖ over the constrained values, in sd units. */
  readonly distance: number;
  readonly passes: number;
}

/** Gap at which the nearest point is settled; its error is the root of it (method §5). */
const GAP = 5e-13;
const MOST_ROUNDS = 500;

/** Settings of the nearest palettes. */
export interface NearestOptions extends ReachOptions {
  /** Values that may not give way; their targets must be at or below the baseline. Default none. */
  readonly held?: readonly boolean[];
}

interface Generator {
  /** Coordinates over the constrained values: a point minus c, or −e_i. */
  readonly at: Float64Array;
  readonly isRay: boolean;
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
  const isFirm = (i: number) => options.held?.[i] ?? false;
  const index = [...targets.keys()].filter(
    (i) => targets[i] > Number.NEGATIVE_INFINITY && !isFirm(i),
  );
  const firm = targets.map((c, i) => (isFirm(i) ? Math.min(0, c) : Number.NEGATIVE_INFINITY));
  const hasFirm = firm.some((c) => c > Number.NEGATIVE_INFINITY);
  const n = index.length;
  const cache = options.cache ?? new PointCache();
  const relative = (point: Float64Array) => Float64Array.from(index, (i) => point[i] - targets[i]);
  let corral: Generator[] = [{ at: relative(new Float64Array(oracle.size)), isRay: false }];
  let shares = [1];
  let passes = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const y = combine(corral, shares, n);
    const entering = await improving(y);
    if (!entering) break;
    corral.push(entering);
    shares.push(0);
    ({ corral, shares } = settle(corral, shares));
  }
  const gap = combine(corral, shares, n);
  const nearest = targets.slice();
  index.forEach((i, k) => {
    nearest[i] = targets[i] + Math.min(0, gap[k]);
  });
  return { targets: nearest, distance: norm(gap), passes };

  /** The generator that lowers ‖y‖ most, or null when none does by more than the gap. */
  async function improving(y: Float64Array): Promise<Generator | null> {
    const square = dot(y, y);
    const enough = GAP * Math.max(1, square);
    let most = enough;
    let best: Generator | null = null;
    for (let k = 0; k < n; k++)
      if (y[k] > Math.max(most, 1e-13)) {
        most = y[k];
        best = { at: Float64Array.from({ length: n }, (_, j) => (j === k ? -1 : 0)), isRay: true };
      }
    if (best) return best;
    for (const point of hasFirm ? [] : cache.points) {
      const at = relative(point);
      if (square - dot(y, at) > most) {
        most = square - dot(y, at);
        best = { at, isRay: false };
      }
    }
    if (best && !isIn(corral, best)) return best;
    const direction = new Float64Array(oracle.size);
    index.forEach((i, k) => {
      direction[i] = Math.max(0, -y[k]);
    });
    passes++;
    const point = await pointAlong(direction);
    const at = relative(point);
    if (!(square - dot(y, at) > enough)) return null;
    const found: Generator = { at, isRay: false };
    return isIn(corral, found) ? null : found;
  }

  /** The furthest point that meets what may not give way. */
  async function pointAlong(direction: Float64Array): Promise<Float64Array> {
    if (!hasFirm) {
      const { point } = await oracle.support(direction, options.view);
      cache.add(point);
      return point;
    }
    const found = await furthest(oracle, firm, direction, { cache, view: options.view });
    passes += found?.passes ?? 0;
    return found?.point ?? new Float64Array(oracle.size);
  }
}

/** Wolfe's minor cycle: moves to the point nearest the origin in the affine hull, dropping generators that reach 0 on the way. */
function settle(corral: Generator[], shares: number[]): { corral: Generator[]; shares: number[] } {
  let kept = corral;
  let from = shares;
  for (;;) {
    const aim = affineMinimiser(kept);
    if (!aim) return dropLeast(kept, from);
    let step = 1;
    aim.forEach((x, k) => {
      if (x <= 1e-15) step = Math.min(step, from[k] / Math.max(1e-300, from[k] - x));
    });
    const moved = from.map((x, k) => x + step * (aim[k] - x));
    if (step >= 1) return { corral: kept, shares: aim };
    const stays = moved.map((x, k) => x > 1e-14 && !(aim[k] <= 1e-15 && x <= 1e-12));
    if (stays.every(Boolean)) stays[moved.indexOf(Math.min(...moved))] = false;
    kept = kept.filter((_, k) => stays[k]);
    from = moved.filter((_, k) => stays[k]);
  }
}

function dropLeast(
  corral: Generator[],
  shares: number[],
): { corral: Generator[]; shares: number[] } {
  const least = shares.indexOf(Math.min(...shares));
  return {
    corral: corral.filter((_, k) => k !== least),
    shares: shares.filter((_, k) => k !== least),
  };
}

/** Coefficients of the point nearest the origin in the affine hull of the points plus the span of the rays; null when degenerate. */
function affineMinimiser(corral: readonly Generator[]): number[] | null {
  const n = corral.length + 1;
  const system = new Float64Array(n * n);
  corral.forEach((a, i) => {
    corral.forEach((b, k) => {
      system[i * n + k] = dot(a.at, b.at);
    });
    system[i * n + n - 1] = system[(n - 1) * n + i] = a.isRay ? 0 : 1;
  });
  const inverse = invert(system, n);
  if (!inverse) return null;
  const x = corral.map((_, i) => inverse[i * n + n - 1]);
  return x.every(Number.isFinite) ? x : null;
}

function combine(corral: readonly Generator[], shares: readonly number[], n: number): Float64Array {
  const y = new Float64Array(n);
  corral.forEach(({ at }, k) => {
    for (let j = 0; j < n; j++) y[j] += shares[k] * at[j];
  });
  return y;
}

function isIn(corral: readonly Generator[], one: Generator): boolean {
  return corral.some((g) => g.isRay === one.isRay && g.at.every((x, k) => x === one.at[k]));
}

/** The nearest palette that keeps to a limit, and its solution. */
export interface LimitedPalette {
  readonly targets: Float64Array;
  readonly distance: number;
  readonly solution: DualSolution;
}

/**
 * The nearest palette in sd units with KL ≤ B (or ESS at least as asked): the dual with the loss (η/2)‖λ‖² gives way by ηλ, and
 * η is the root of the limit (method §5). Null where even the baseline's own slack is over it.
 */
export async function nearestWithin(
  oracle: TiltOracle,
  targets: Float64Array,
  limit: RayLimit,
  options: NearestOptions = {},
): Promise<LimitedPalette | null> {
  let start: Float64Array | undefined;
  const at = async (logEta: number) => {
    const softness = targets.map((_, i) => (options.held?.[i] ? 0 : Math.exp(logEta)));
    const found = await solveDual(oracle, targets, { softness, start, view: options.view });
    start = found.lambda;
    const excess =
      "klBudget" in limit
        ? found.kl - limit.klBudget
        : Math.log(limit.essAtLeast / found.moments.ess);
    return { found, excess, logEta };
  };
  let soft = await at(Math.log(1e3));
  for (let k = 0; soft.excess > 0 && k < 12; k++) soft = await at(soft.logEta + 3);
  if (soft.excess > 0) return null;
  let hard = soft;
  while (hard.excess <= 0 && hard.logEta > -27) {
    soft = hard;
    hard = await at(hard.logEta - 2);
  }
  for (let round = 0; round < 90 && hard.excess > 0 && soft.excess < -1e-11; round++) {
    const width = soft.logEta - hard.logEta;
    if (width < 1e-13) break;
    const share = round % 3 === 2 ? 0.5 : hard.excess / (hard.excess - soft.excess);
    const next = await at(hard.logEta + width * Math.min(0.999, Math.max(0.001, share)));
    if (next.excess > 0) hard = next;
    else soft = next;
  }
  const { found, logEta } = soft;
  const eta = Math.exp(logEta);
  const given = found.lambda.map((l, i) => (options.held?.[i] ? 0 : eta * l));
  return { targets: targets.map((c, i) => c - given[i]), distance: norm(given), solution: found };
}

import { furthest } from "../program/reachable-set.ts";
import type { TiltOracle } from "../rows/oracle.ts";
import type { Palette } from "../rows/palette.ts";
import { fromSd, type Samples } from "../rows/samples.ts";
import { isReachable } from "../solve/report.ts";
import type { SolveCache } from "../solve/solve-cache.ts";
import { lambdaInUnits, targetsInSd } from "../solve/solve-palette.ts";
import { CONTOUR_TOLERANCE } from "../solve/tolerances.ts";
import { frontAlong } from "./front.ts";
import { type PlanePoint, upperRightHull } from "./hull.ts";
import type { RegionPicture } from "./region-picture.ts";

/** The drift levels of the contour lines, in nats. */
const CONTOUR_BUDGETS = [0.1, 0.5, 1, 2, 4];

/** Settings of `regionPicture`. */
export interface RegionOptions {
  /** Ascending drift levels in nats. Default 0.1, 0.5, 1, 2, 4. */
  readonly budgets?: readonly number[];
  /** How many directions between the two axes each front is followed in. Default 17. */
  readonly angles?: number;
  /** Whether the other values stay at their targets (default) or are free. */
  readonly others?: "targets" | "free";
  /** Accuracy of each contour in nats. Default 1e-4, less than a hairline. */
  readonly tolerance?: number;
  /** A picture of the same pair with the same other targets: only what depends on the pair's own targets is done again. */
  readonly same?: RegionPicture;
}

/** The reachable region of a pair of values, its contours of equal drift and the hull (method §6), in the user's units. */
export async function regionPicture(
  oracle: TiltOracle,
  samples: Samples,
  palette: Palette,
  pair: readonly [number, number],
  solveCache: SolveCache,
  options: RegionOptions = {},
): Promise<RegionPicture> {
  const all = targetsInSd(samples, palette.targets);
  const toPlane = (levels: Float64Array): PlanePoint => [
    fromSd(samples.values[pair[0]], levels[pair[0]]),
    fromSd(samples.values[pair[1]], levels[pair[1]]),
  ];
  const shape = options.same ?? (await shapeOf());
  return {
    ...shape,
    mode: solveCache.view?.mode,
    pair: [pair[0], pair[1]],
    alone: [await alone(pair[0]), await alone(pair[1])],
  };

  async function shapeOf(): Promise<Pick<RegionPicture, "hull" | "hullFree" | "fronts">> {
    const { budgets = CONTOUR_BUDGETS, angles = 17, tolerance = CONTOUR_TOLERANCE } = options;
    const free = all.map(() => Number.NEGATIVE_INFINITY);
    const isFree = options.others === "free";
    const others = isFree
      ? free
      : all.map((c, i) => (pair.includes(i) ? Number.NEGATIVE_INFINITY : c));
    const hullFree = await hullOf(oracle, pair, free, solveCache);
    const hull = isFree ? hullFree : await hullOf(oracle, pair, others, solveCache);
    const fronts = budgets.map((budget) => ({
      budget,
      points: [] as PlanePoint[],
      lambdas: [] as (number[] | null)[],
    }));
    for (let k = 0; hull && k < angles; k++) {
      const theta = (Math.PI / 2) * (1 - k / (angles - 1));
      const points = await frontAlong(oracle, directionOf(oracle.size, pair, theta), budgets, {
        others,
        tolerance,
        cache: solveCache.pointCache,
        view: solveCache.view,
      });
      points.forEach((p, b) => {
        if (!p) return;
        fronts[b].points.push(toPlane(p.levels));
        fronts[b].lambdas.push(p.lambda && lambdaInUnits(samples, p.lambda));
      });
    }
    return {
      hull: hull && hull.map(toPlane),
      hullFree: (hullFree ?? []).map(toPlane),
      fronts: fronts.filter((f) => f.points.length > 1),
    };
  }

  async function alone(i: number): Promise<PlanePoint | null> {
    if (all[i] === Number.NEGATIVE_INFINITY) return null;
    const { status, moments } = await solveCache.solve(
      all.map((c, k) => (k === i ? c : Number.NEGATIVE_INFINITY)),
    );
    return isReachable(status) ? toPlane(moments.mean) : null;
  }
}

/** u = (cos θ, sin θ) on the pair in sd units, exact at both ends. */
export function directionOf(
  size: number,
  pair: readonly [number, number],
  theta: number,
): Float64Array {
  const u = new Float64Array(size);
  u[pair[0]] = theta >= Math.PI / 2 ? 0 : Math.cos(theta);
  u[pair[1]] = theta <= 0 ? 0 : Math.sin(theta);
  return u;
}

/** Vertices of the upper right hull in sd units (full reward vectors), the other values meeting `others`. */
export async function hullOf(
  oracle: TiltOracle,
  [x, y]: readonly [number, number],
  others: Float64Array,
  solveCache: SolveCache,
): Promise<Float64Array[] | null> {
  const rewards = new Map<PlanePoint, Float64Array>();
  const vertices = await upperRightHull(async (a, b) => {
    const u = new Float64Array(oracle.size);
    u[x] = a;
    u[y] = b;
    const best = await furthest(oracle, others, u, {
      cache: solveCache.pointCache,
      view: solveCache.view,
    });
    if (!best) return null;
    const at: PlanePoint = [best.point[x], best.point[y]];
    rewards.set(at, best.point);
    return at;
  });
  return vertices && vertices.map((v) => rewards.get(v) as Float64Array);
}

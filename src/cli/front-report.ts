import { frontAlong } from "../core/region/front.ts";
import { directionOf, hullOf } from "../core/region/region.ts";
import { fromSd } from "../core/rows/samples.ts";
import { SolveCache } from "../core/solve/solve-cache.ts";
import { lambdaInUnits, targetsInSd } from "../core/solve/solve-palette.ts";
import type { Prepared } from "./prepare.ts";

/** Settings of `frontReport`. */
export interface FrontReportOptions {
  readonly pair: readonly [number, number];
  /** Ascending, in nats. */
  readonly budgets: readonly number[];
  readonly angles: number;
}

/** Pareto fronts of a pair and its hull, the other values at the palette's targets or free where it names none. */
export async function frontReport(
  prepared: Prepared,
  palette: readonly (number | null)[],
  { pair, budgets, angles }: FrontReportOptions,
) {
  const { samples, oracle, view } = prepared;
  const solveCache = new SolveCache(oracle, view);
  const others = targetsInSd(samples, palette).map((c, i) =>
    pair.includes(i) ? Number.NEGATIVE_INFINITY : c,
  );
  const place = (levels: Float64Array) => pair.map((i) => fromSd(samples.values[i], levels[i]));
  const hull = await hullOf(oracle, pair, others, solveCache);
  const fronts = budgets.map((budget) => ({
    budget,
    points: [] as number[][],
    lambda: [] as (number[] | null)[],
  }));
  for (let k = 0; hull && k < angles; k++) {
    const u = directionOf(samples.values.length, pair, (Math.PI / 2) * (k / (angles - 1)));
    const points = await frontAlong(oracle, u, budgets, {
      others,
      cache: solveCache.pointCache,
      view,
    });
    points.forEach((point, b) => {
      if (!point) return;
      fronts[b].points.push(place(point.levels));
      fronts[b].lambda.push(point.lambda && lambdaInUnits(samples, point.lambda));
    });
  }
  return {
    pair: pair.map((i) => samples.values[i].id),
    hull: hull && hull.map(place),
    fronts: fronts.filter((f) => f.points.length > 0),
  };
}

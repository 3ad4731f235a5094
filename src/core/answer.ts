import type { Histograms, View } from "./oracle.ts";
import type { PrintableInequality } from "./printable-inequality.ts";
import type { SolveReport } from "./report.ts";

/** A palette as the page asks it: one target per value in the user's units, null where the value is left out. */
export interface Palette {
  readonly targets: readonly (number | null)[];
  /** True where the value is held at today's level (a constraint that no repair may give up). */
  readonly held: readonly boolean[];
  /** Whether all answers share one normalisation or every prompt has its own (method §2). Default pooled. */
  readonly mode?: View["mode"];
}

/** A palette pulled back along the ray from the baseline, with what it would cost. */
export interface ScaledPalette {
  /** Share of the way from the baseline to the palette, in [0, 1]. */
  readonly rho: number;
  /** Targets in the user's units, null where left out. */
  readonly targets: readonly (number | null)[];
  /** KL in nats and effective sample size in rows there. */
  readonly kl: number;
  readonly ess: number;
}

/** First repair of a palette out of reach (method §5.1): all the way to the edge, and to a mix that enough answers carry. */
export interface ScaleBack {
  readonly edge: ScaledPalette;
  /** The largest share of the way at which the mix is not thin. */
  readonly safe: ScaledPalette | null;
}

/** What follows from a solution and takes as long as finding it. */
export interface LiveDetails {
  /** Greatest level of each value that the other targets leave reachable, user's units; null where the others alone conflict. */
  readonly reachableMaximum: readonly (number | null)[];
  /** Before and after (`shown`), equal bins from each value's min to its max in the user's units. */
  readonly histograms: Histograms;
  /** True where they come from a part of very many rows; the exact answer follows as soon as the hand rests. */
  readonly isCoarse: boolean;
}

/** Everything the screen shows of a palette except the region; answered at once for every movement. */
export interface LiveAnswer extends LiveDetails {
  /** Report of the palette that was asked. */
  readonly report: SolveReport;
  /** What is drawn: the palette's own solution (on the edge, its limit), or the closest safe mix (ρ = 0.95 ρ*) when out of reach. */
  readonly shown: SolveReport;
  readonly shownIs: "palette" | "closest-safe-mix";
  /** Indices of the values in an irreducible conflict; empty when reachable. */
  readonly conflict: readonly number[];
  /** Certificate reduced to the conflict, user's units, or null. */
  readonly certificate: SolveReport["certificate"];
  /** The certificate rounded so that it is true as printed, or null. */
  readonly inequality: PrintableInequality | null;
  readonly scaleBack: ScaleBack | null;
  /** Milliseconds spent in the worker. */
  readonly elapsed: number;
}

/** A line in the plane of a pair of values, [x, y] in the user's units. */
export type Line = readonly (readonly [number, number])[];

/** The Pareto front of a pair at one drift budget in nats. */
export interface RegionFront {
  readonly budget: number;
  readonly points: Line;
  /** λ of all values behind each point, in nats per unit; null where the point lies on the hull. */
  readonly lambdas?: readonly (readonly number[] | null)[];
}

/** How many rows stand for all of them where something is approximate. */
export interface RowShare {
  readonly from: number;
  readonly of: number;
}

/** The pair's picture (method §6): what can be reached with the other values at their targets. */
export interface RegionPicture {
  /** Indices of the two values. */
  readonly pair: readonly [number, number];
  /** Upper right boundary of the reachable set with the others at their targets, from the greatest y to the greatest x; null where the others alone conflict. */
  readonly hull: Line | null;
  /** The same with the others free. */
  readonly hullFree: Line;
  /** Pareto fronts by budget in nats, ascending; a budget is absent where the others alone already cost more. */
  readonly fronts: readonly RegionFront[];
  /** Where each of the two goes when it alone is asked for (its own target, nothing else); null when that is out of reach. */
  readonly alone: readonly [readonly [number, number] | null, readonly [number, number] | null];
  /** There where fronts and arrows are drawn from a part of the rows; hulls are always of all. */
  readonly approximate?: RowShare;
}

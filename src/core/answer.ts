import type { Histograms } from "./rows/oracle.ts";
import type { SolveReport } from "./solve/report.ts";
import type { PrintableInequality } from "./verdict/printable-inequality.ts";

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

/** The dearest value for its spread, and what a step more of it costs. */
export interface DearestStep {
  /** Index of the value. */
  readonly value: number;
  /** In the user's units, > 0: towards the better. */
  readonly step: number;
  /** Nats that the step costs, solved and not extrapolated; null where it is out of reach. */
  readonly cost: number | null;
}

/** What follows from a solution and takes as long as finding it. */
export interface LiveDetails {
  /** Greatest level of each value that the other targets leave reachable, user's units; null where the others alone conflict. */
  readonly reachableMaximum: readonly (number | null)[];
  /** Before and after (`shown`), equal bins from each value's min to its max in the user's units. */
  readonly histograms: Histograms;
  /** True where they come from a part of very many rows; the exact answer follows once nothing has been asked for a moment. */
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
  /** Of a palette that is reached at a price; null otherwise, and where the answer is coarse. */
  readonly dearest: DearestStep | null;
  /** Indices of values whose prices can be split between them in many ways, since they follow from one another. */
  readonly sharedPrices: readonly number[];
  /** On the edge, how many rows keep any weight in the limit; null elsewhere. */
  readonly kept: number | null;
  /** Effective answers that carry the original mix: the number of rows, fewer where they have weights of their own. */
  readonly baselineEss: number;
  /** Milliseconds spent in the worker. */
  readonly elapsed: number;
}

import type { BootstrapSpread } from "../../core/trust/bootstrap.ts";
import type { Intervals } from "../../core/trust/intervals.ts";

/** How the spread over resampled answers compares with the intervals' own standard errors. */
export interface BootstrapCheck {
  readonly kind: "agrees" | "wider" | "tighter";
  /** The figure that differs most: number of the value whose price it is, or "drift". */
  readonly figure: number | "drift";
  /** Its spread over its standard error. */
  readonly ratio: number;
  /** Replicates in which the palette was out of reach, of how many. */
  readonly lost: number;
  readonly of: number;
}

/** A quarter more or less is what so few replicates leave open anyway. */
const MUCH = 4 / 3;
/** Spread over fewer replicates says little. */
const FEWEST = 20;

/** Compares prices and drift; null where too few replicates were within reach, or nothing has a spread. */
export function bootstrapCheck(
  intervals: Intervals,
  spread: BootstrapSpread,
): BootstrapCheck | null {
  if (spread.reachable < FEWEST) return null;
  const ratios: { figure: number | "drift"; ratio: number }[] = [
    { figure: "drift", ratio: spread.kl / intervals.kl.se },
  ];
  intervals.lambda.forEach((price, i) => {
    if (price) ratios.push({ figure: i, ratio: spread.lambda[i] / price.se });
  });
  const usableRatios = ratios.filter(({ ratio }) => ratio > 0 && Number.isFinite(ratio));
  if (usableRatios.length === 0) return null;
  const far = (ratio: number) => Math.abs(Math.log(ratio));
  const most = usableRatios.reduce((a, b) => (far(b.ratio) > far(a.ratio) ? b : a));
  const kind = most.ratio > MUCH ? "wider" : most.ratio < 1 / MUCH ? "tighter" : "agrees";
  return { kind, ...most, lost: spread.of - spread.reachable, of: spread.of };
}

import { svgPercent } from "../base/scale.ts";
import { shareOf } from "./bins-path.ts";

/** Places on a track as CSS percentages of the way from its min to its max. */
export interface TrackGeometry {
  readonly baseline: string;
  readonly realised: string;
  /** From the baseline to the realised level. */
  readonly bar: { readonly left: string; readonly width: string };
  /** The part beyond the best reachable level and the end it reaches to; null where there is none. */
  readonly hatched: { readonly side: "low" | "high"; readonly width: string } | null;
}

/** Lays out the marks of a slider's track; everything in the user's units. */
export function trackGeometry(track: {
  readonly min: number;
  readonly max: number;
  readonly baseline: number;
  readonly realised: number;
  readonly reachable: number | null;
  readonly lowerIsBetter?: boolean;
}): TrackGeometry {
  const share = (x: number) => shareOf(x, track.min, track.max);
  const [from, to] = [share(track.baseline), share(track.realised)];
  const left = Math.min(from, to);
  const beyond =
    track.reachable === null
      ? 1
      : track.lowerIsBetter
        ? share(track.reachable)
        : 1 - share(track.reachable);
  return {
    baseline: svgPercent(from),
    realised: svgPercent(to),
    bar: { left: svgPercent(left), width: svgPercent(Math.abs(to - from)) },
    hatched:
      beyond > 0 && track.max > track.min
        ? { side: track.lowerIsBetter ? "low" : "high", width: svgPercent(beyond) }
        : null,
  };
}

import { area, cumsum, curveLinear, curveStepAfter, line, scaleLinear } from "d3";
import type { Box } from "../base/place-labels.ts";
import type { Scale } from "../base/scale.ts";
import { plotBox } from "../region/region-frame.ts";
import type { Shape } from "./bins-path.ts";
import { densities } from "./density.ts";

/** How one value's distribution is drawn. */
export type DistributionShape = Shape;

/** The curves of a distribution plot over [min, max]; heights in the unit of its y axis. */
export interface Curves {
  /** [x, y] in the user's units; for a histogram, the left edge of each bin and the right edge of the last. */
  readonly before: readonly Pair[];
  readonly after: readonly Pair[];
  /** The greatest height. */
  readonly peak: number;
}

type Pair = readonly [number, number];
type Points = Pair[];

function cumulative(masses: Float64Array, edge: (i: number) => number): Points {
  const sums = Array.from(cumsum(masses), (sum, i): Pair => [edge(i + 1), sum]);
  return [[edge(0), 0], ...sums];
}

/**
 * Curves from masses over equal bins: densities per unit at bin middles (smoothed as in `densities`), shares of answers per
 * bin, or the share at or below each bin edge.
 */
export function distributionCurves(
  before: Float64Array,
  after: Float64Array,
  [min, max]: readonly [number, number],
  shape: DistributionShape,
): Curves {
  const n = before.length;
  const width = (max - min) / n || 1;
  const edge = (i: number) => min + i * width;
  if (shape === "ecdf") {
    return { before: cumulative(before, edge), after: cumulative(after, edge), peak: 1 };
  }
  if (shape === "histogram") {
    const steps = (masses: Float64Array): Points => [
      ...Array.from(masses, (mass, i): Pair => [edge(i), mass]),
      [edge(n), masses[n - 1]],
    ];
    return { before: steps(before), after: steps(after), peak: Math.max(...before, ...after) };
  }
  const smooth = densities(before, after);
  const curve = (masses: Float64Array): Points => {
    const middles = Array.from(masses, (mass, i): Pair => [edge(i + 0.5), mass / width]);
    return [[min, middles[0][1]], ...middles, [max, middles[n - 1][1]]];
  };
  return { before: curve(smooth.before), after: curve(smooth.after), peak: smooth.peak / width };
}

/** Scales and inner rectangle of a distribution plot. */
export interface DistributionFrame {
  readonly x: Scale;
  readonly y: Scale;
  readonly plot: Box;
}

/** Lays a distribution plot out; the tallest curve leaves a twentieth free above, an ECDF none. */
export function distributionFrame(
  width: number,
  height: number,
  [min, max]: readonly [number, number],
  peak: number,
  shape: DistributionShape,
): DistributionFrame {
  const plot = plotBox(width, height, { left: 44, right: 12, top: 24, bottom: 36 });
  const top = shape === "ecdf" ? 1 : (peak > 0 ? peak : 1) * 1.05;
  return {
    x: scaleLinear(max > min ? [min, max] : [min - 1, max + 1], [plot.left, plot.right]),
    y: scaleLinear([0, top], [plot.bottom, plot.top]),
    plot,
  };
}

/** SVG paths of a curve in its frame: the line, and the area below it. */
export function curvePaths(
  points: Curves["before"],
  { x, y, plot }: DistributionFrame,
  shape: DistributionShape,
): { readonly line: string; readonly area: string } {
  const curve = shape === "histogram" ? curveStepAfter : curveLinear;
  const xOf = (point: Pair) => x(point[0]);
  const yOf = (point: Pair) => y(point[1]);
  return {
    line: line<Pair>(xOf, yOf).curve(curve).digits(1)(points) ?? "",
    area: area<Pair>(xOf, plot.bottom, yOf).curve(curve).digits(1)(points) ?? "",
  };
}

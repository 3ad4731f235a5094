import type { RegionPicture } from "../../core/region/region-picture.ts";
import type { Pixel } from "../base/convex-curve.ts";
import { axisDomain } from "../base/domain.ts";
import type { Box } from "../base/place-labels.ts";
import { type Interval, linearScale, type Scale } from "../base/scale.ts";

/** A point of the plane of two values, [x, y] in the user's units. */
export type Point = readonly [number, number];

/** One of the two values of a region plot. */
export interface RegionAxis {
  /** The value's name, as shown. */
  readonly label: string;
  /** What one unit is, for example "mean reward". */
  readonly unit: string;
  /** Least and greatest reward of any row, and the baseline sd, in the user's units. */
  readonly min: number;
  readonly max: number;
  readonly sd: number;
  /** True for a cost: the axis is drawn reversed, so that better is always right and up. Default false. */
  readonly lowerIsBetter?: boolean;
}

/** The marks that every region plot shows, in the user's units. */
export interface RegionMarks {
  /** Baseline means. */
  readonly baseline: Point;
  /** Realised levels of what is shown: of the palette, or of the closest safe mix while it is out of reach. */
  readonly realised: Point;
  /** What the palette asks for. */
  readonly target: Point;
}

/** Domains of both axes, oriented: a cost is negated. */
export type RegionDomains = readonly [Interval, Interval];

/** Scales and the plot's inner rectangle in pixels. */
export interface RegionFrame {
  readonly x: Scale;
  readonly y: Scale;
  readonly plot: Box;
}

const sign = (axis: RegionAxis) => (axis.lowerIsBetter ? -1 : 1);

/**
 * Domains that hold the baseline, the free hull's best levels and every mark. `previous` domains of the same pair and data
 * are kept, the very same, while they still do.
 */
export function regionDomains(
  picture: RegionPicture,
  axes: readonly [RegionAxis, RegionAxis],
  marks: RegionMarks,
  previous?: RegionDomains,
): RegionDomains {
  const domain = (k: 0 | 1): Interval => {
    const s = sign(axes[k]);
    const worst = Math.min(s * axes[k].min, s * axes[k].max);
    const ends =
      picture.hullFree.length > 0 ? picture.hullFree.map((p) => s * p[k]) : [s * axes[k].max];
    const seen = [marks.baseline, marks.realised, marks.target, ...picture.alone]
      .filter((point) => point !== null)
      .map((point) => s * point[k]);
    return axisDomain(s * marks.baseline[k], Math.max(...ends), seen, worst, previous?.[k]);
  };
  const [x, y] = [domain(0), domain(1)];
  return previous && previous[0] === x && previous[1] === y ? previous : [x, y];
}

/** Pixels kept free around a plot. */
export interface Margin {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Room for tick labels and titles. */
export const AXIS_MARGIN: Margin = { left: 40, right: 10, top: 22, bottom: 36 };

/** The rectangle inside `margin` of a drawing, at least 20 px in each direction. */
export function plotBox(width: number, height: number, margin: Margin): Box {
  return {
    left: margin.left,
    top: margin.top,
    right: Math.max(margin.left + 20, width - margin.right),
    bottom: Math.max(margin.top + 20, height - margin.bottom),
  };
}

/** Lays the plot out in width × height pixels; `margin` defaults to room for axes. */
export function regionFrame(
  width: number,
  height: number,
  axes: readonly [RegionAxis, RegionAxis],
  domains: RegionDomains,
  margin: Margin = AXIS_MARGIN,
): RegionFrame {
  const plot = plotBox(width, height, margin);
  const oriented = (k: 0 | 1): Interval => {
    const s = sign(axes[k]);
    return [s * domains[k][0], s * domains[k][1]];
  };
  return {
    x: linearScale(oriented(0), [plot.left, plot.right]),
    y: linearScale(oriented(1), [plot.bottom, plot.top]),
    plot,
  };
}

/** Where a point of the user's units lies in pixels. */
export function toPixel(frame: RegionFrame, point: Point): Pixel {
  return [frame.x(point[0]), frame.y(point[1])];
}

/** The user's units of a pixel, kept inside the plot. */
export function fromPixel(frame: RegionFrame, pixel: Pixel): Point {
  const { left, right, top, bottom } = frame.plot;
  return [
    frame.x.invert(Math.min(right, Math.max(left, pixel[0]))),
    frame.y.invert(Math.min(bottom, Math.max(top, pixel[1]))),
  ];
}

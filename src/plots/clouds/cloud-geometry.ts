import { extent, scaleLinear } from "d3";
import {
  type Box,
  type LabelRequest,
  type PlacedLabel,
  placeLabels,
} from "../base/place-labels.ts";
import type { Interval } from "../base/scale.ts";
import { paddedDomain } from "../courses/line-panel.ts";
import { AXIS_MARGIN, type Point, plotBox, type RegionFrame } from "../region/region-frame.ts";
import { type MarkPixels, NEAR, spotsAround } from "../region/region-labels.ts";

/** An axis of a cloud. */
export interface CloudAxis {
  readonly label: string;
  readonly unit: string;
  /** Spread in this axis's unit; gives the decimals. */
  readonly sd: number;
  /** True where it shows baseline quantiles in [0, 1], written as per cent. Default false. */
  readonly percent?: boolean;
  /** True for a cost: the axis is drawn reversed, so that better is right and up. Default false. */
  readonly lowerIsBetter?: boolean;
}

/** Marks over a cloud, [x, y] in the axes' units. */
export interface CloudMarks {
  readonly baseline: Point;
  /** Realised levels of the palette. */
  readonly palette: Point;
  /** Realised levels when one of the two values alone is asked for; null where that is out of reach. */
  readonly alone: readonly (Point | null)[];
}

/** The domain of coordinate k that holds every point and mark, with a little room at both ends. */
function cloudDomain(points: Float64Array, k: 0 | 1, marks: readonly Point[]): Interval {
  const [low = Number.NaN, high = Number.NaN] = extent(points, (x, i) => (i % 2 === k ? x : null));
  return paddedDomain([low, high, ...marks.map((point) => point[k])], 0.06, 1);
}

/** Lays a cloud out so that every point and mark is inside. */
export function cloudFrame(
  width: number,
  height: number,
  axes: readonly [CloudAxis, CloudAxis],
  points: Float64Array,
  marks: CloudMarks,
): RegionFrame {
  const plot = plotBox(width, height, AXIS_MARGIN);
  const seen = [marks.baseline, marks.palette, ...marks.alone.filter((p) => p !== null)];
  const domain = (k: 0 | 1): Interval => {
    const [low, high] = axes[k].percent ? [0, 1] : cloudDomain(points, k, seen);
    return axes[k].lowerIsBetter ? [high, low] : [low, high];
  };
  return {
    x: scaleLinear(domain(0), [plot.left, plot.right]),
    y: scaleLinear(domain(1), [plot.bottom, plot.top]),
    plot,
  };
}

/** Points x, y, … of the user's units as pixels. */
export function cloudPixels(frame: RegionFrame, points: Float64Array): Float32Array {
  return Float32Array.from(points, (value, i) => (i % 2 === 0 ? frame.x(value) : frame.y(value)));
}

/** Labels of the marks, each at a place that touches no mark or arrow. */
export function cloudLabels(
  marks: MarkPixels,
  words: { readonly today: string; readonly palette: string; readonly alone: readonly string[] },
  plot: Box,
): PlacedLabel[] {
  const around = ([x, y]: readonly [number, number]): Box => ({
    left: x - 6,
    right: x + 6,
    top: y - 6,
    bottom: y + 6,
  });
  const ends = marks.alone.filter((end) => end !== null);
  const request = (key: string, text: string, at: readonly [number, number]): LabelRequest => ({
    key,
    text,
    size: 11.5,
    spots: spotsAround(at, 6),
    near: NEAR,
  });
  return placeLabels(
    [
      request("palette", words.palette, marks.realised),
      request("today", words.today, marks.baseline),
      ...marks.alone.flatMap((end, k) => (end ? [request(`alone ${k}`, words.alone[k], end)] : [])),
    ],
    plot,
    {
      boxes: [marks.baseline, marks.realised, ...ends].map(around),
      lines: [marks.realised, ...ends].map((end, i) => ({
        key: `line ${i}`,
        kind: "arrow" as const,
        points: [marks.baseline, end],
      })),
    },
  );
}

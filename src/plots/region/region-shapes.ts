import type { Line, RegionPicture } from "../../core/region/region-picture.ts";
import {
  convexCurve,
  curveCommands,
  type Pixel,
  polyline,
  sampleCurve,
} from "../base/convex-curve.ts";
import { svgNumber } from "../base/scale.ts";
import { type RegionFrame, toPixel } from "./region-frame.ts";

/** A boundary of an extended set: its closed area, its line, and points along it in pixels. */
export interface Boundary {
  readonly area: string;
  readonly line: string;
  readonly samples: readonly Pixel[];
}

/** About how many points stand for a smooth boundary where labels keep clear of it. */
const SAMPLES = 40;

/** A Pareto front at a budget in nats. */
export interface Front extends Boundary {
  readonly budget: number;
}

/** Everything of the picture that does not move with the marks. */
export interface RegionShapes {
  readonly free: Boundary;
  /** Null where the others alone conflict. */
  readonly hull: Boundary | null;
  /** From the largest budget to the smallest: painted in this order the shading grows towards the baseline. */
  readonly fronts: readonly Front[];
}

/**
 * The boundary of a set that is extended towards worse levels: from the best y level to the left edge, and from the best x
 * straight down to the bottom edge. Points may come in either order.
 */
export function boundary(line: Line, frame: RegionFrame, smooth: boolean): Boundary {
  const { left, bottom } = frame.plot;
  const points = line
    .map((point) => toPixel(frame, point))
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  if (points.length === 0) return { area: "", line: "", samples: [] };
  const first = points[0];
  const last = points[points.length - 1];
  const from: Pixel = [Math.min(left, first[0]), first[1]];
  const to: Pixel = [last[0], Math.max(bottom, last[1])];
  const pieces = smooth ? convexCurve(points) : [];
  const path = smooth
    ? `${polyline([from, first])}${curveCommands(pieces)}L${svgNumber(to[0])},${svgNumber(to[1])}`
    : polyline([from, ...points, to]);
  return {
    area: `${path}L${svgNumber(from[0])},${svgNumber(to[1])}Z`,
    line: path,
    samples: [
      from,
      ...(smooth ? sampleCurve(pieces, Math.max(2, Math.round(SAMPLES / pieces.length))) : points),
      to,
    ],
  };
}

/** Hulls and fronts in pixels. */
export function regionShapes(picture: RegionPicture, frame: RegionFrame): RegionShapes {
  return {
    free: boundary(picture.hullFree, frame, false),
    hull: picture.hull && boundary(picture.hull, frame, false),
    fronts: [...picture.fronts]
      .sort((a, b) => b.budget - a.budget)
      .map(({ budget, points }) => ({ budget, ...boundary(points, frame, true) })),
  };
}

import type { RegionPicture } from "../../core/region/region-picture.ts";
import type { Pixel } from "../base/convex-curve.ts";
import type { Box } from "../base/place-labels.ts";
import { type RegionFrame, toPixel } from "./region-frame.ts";

/** A point of a front by its place in the picture. */
export interface FrontPoint {
  /** Index into `fronts`. */
  readonly front: number;
  /** Index into that front's points. */
  readonly point: number;
}

/** The front point nearest to a pixel, no further than `within` pixels and inside the plot; null if there is none. */
export function nearestFrontPoint(
  fronts: RegionPicture["fronts"],
  frame: RegionFrame,
  at: Pixel,
  within = 16,
): FrontPoint | null {
  const { left, right, top, bottom } = frame.plot;
  let best: FrontPoint | null = null;
  let least = within;
  fronts.forEach(({ points }, front) => {
    points.forEach((value, point) => {
      const [x, y] = toPixel(frame, value);
      const distance = Math.hypot(x - at[0], y - at[1]);
      const seen = x >= left && x <= right && y >= top && y <= bottom;
      if (seen && distance <= least) {
        best = { front, point };
        least = distance;
      }
    });
  });
  return best;
}

/** One step along a front (`along`) or to the same place of another front (`across`), ends included. */
export function stepFrontPoint(
  fronts: RegionPicture["fronts"],
  from: FrontPoint,
  along: number,
  across: number,
): FrontPoint {
  const clamp = (x: number, last: number) => Math.min(last, Math.max(0, x));
  const front = clamp(from.front + across, fronts.length - 1);
  const last = fronts[front].points.length - 1;
  const lastBefore = fronts[from.front].points.length - 1;
  const share = lastBefore > 0 ? from.point / lastBefore : 0;
  const point = front === from.front ? from.point : Math.round(share * last);
  return { front, point: clamp(point + along, last) };
}

/** Where a note of `width` × `height` pixels stands beside a point: above it if there is room, inside the plot. */
export function noteBox(at: Pixel, width: number, height: number, plot: Box): Box {
  const above = at[1] - 10 - height;
  const top = above >= plot.top ? above : Math.min(at[1] + 12, plot.bottom - height);
  const left = Math.max(plot.left, Math.min(plot.right - width, at[0] - width / 2));
  return { left, right: left + width, top, bottom: top + height };
}

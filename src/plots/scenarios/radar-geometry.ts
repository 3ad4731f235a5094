import { pointRadial } from "d3";
import type { Pixel } from "../base/convex-curve.ts";
import { polyline } from "../base/convex-curve.ts";
import { textWidth } from "../base/text-width.ts";

/** The circle that a radar is drawn in. */
export interface RadarFrame {
  readonly centre: Pixel;
  readonly radius: number;
  readonly spokes: number;
}

/** From the rim to a label. */
const GAP = 12;
const LABEL_SIZE = 11.5;

/** A radar with a spoke for each label in width × height pixels, `pad` from the edge and small enough for the labels beside it. */
export function radarFrame(
  width: number,
  height: number,
  labels: readonly string[],
  pad = 28,
): RadarFrame {
  const spokes = labels.length;
  const beside = labels.map((label, spoke) => {
    const side = Math.abs(Math.sin((2 * Math.PI * spoke) / spokes));
    return side > 0.1 ? (width / 2 - textWidth(label, LABEL_SIZE)) / side - GAP : width;
  });
  const radius = Math.max(20, Math.min(width / 2 - 2.6 * pad, height / 2 - pad, ...beside));
  return { centre: [width / 2, height / 2], radius, spokes };
}

/** Where a share (0 in the middle, 1 on the rim, kept inside) lies on a spoke; spoke 0 points up, then clockwise. */
export function radarPoint(
  { centre, radius, spokes }: RadarFrame,
  spoke: number,
  share: number,
): Pixel {
  const length = radius * Math.min(1, Math.max(0, share));
  const [x, y] = pointRadial((2 * Math.PI * spoke) / spokes, length);
  return [centre[0] + x, centre[1] + y];
}

/** Closed path through one share per spoke. */
export function radarPath(frame: RadarFrame, shares: readonly number[]): string {
  return `${polyline(shares.map((share, i) => radarPoint(frame, i, share)))}Z`;
}

/** Where the label of a spoke stands, just outside the rim. */
export function radarLabel(frame: RadarFrame, spoke: number) {
  const angle = (2 * Math.PI * spoke) / frame.spokes;
  const [x, y] = radarPoint({ ...frame, radius: frame.radius + GAP }, spoke, 1);
  const side = Math.sin(angle);
  const anchor = side > 0.1 ? "start" : side < -0.1 ? "end" : "middle";
  return { x, y, anchor } as const;
}

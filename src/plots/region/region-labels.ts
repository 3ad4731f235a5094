import { bisector } from "d3";
import type { Pixel } from "../base/convex-curve.ts";
import {
  type Box,
  crosses,
  type LabelRequest,
  type Obstacles,
  overlaps,
  type PlacedLabel,
  placeLabels,
  type Spot,
} from "../base/place-labels.ts";
import type { Boundary, Front, RegionShapes } from "./region-shapes.ts";

/** Marks in pixels. */
export interface MarkPixels {
  readonly baseline: Pixel;
  readonly realised: Pixel;
  readonly target: Pixel;
  /** Ends of the single-value arrows, null where that value alone is out of reach. */
  readonly alone: readonly (Pixel | null)[];
}

/** The words on a region plot. */
export interface RegionWords {
  readonly today: string;
  readonly palette: string;
  /** Beside the realised mark; null where it lies in the target. */
  readonly realised: string | null;
  readonly alone: readonly string[];
  readonly contour: (budget: number) => string;
  readonly beyond: string;
  readonly beyondShort: string;
  /** Inside the hatched part. */
  readonly hatched: string;
  readonly hatchedShort: string;
}

const MARK_SIZE = 11.5;
const CONTOUR_SIZE = 10.5;
/** Where contour labels like to stand, as a direction from the baseline: 58° above level. */
const RAY = (58 * Math.PI) / 180;

const around = (point: Pixel, radius: number): Box => ({
  left: point[0] - radius,
  right: point[0] + radius,
  top: point[1] - radius,
  bottom: point[1] + radius,
});

/** How many of the places around a mark touch it. */
export const NEAR = 8;

/** Places around a mark: eight near ones, above first, then beside and below; and some further off. */
export function spotsAround([x, y]: Pixel, gap: number): Spot[] {
  const up = y - gap - 9;
  const down = y + gap + 9;
  return [
    { x: x - 4, y: up, anchor: "end" },
    { x, y: up, anchor: "middle" },
    { x: x + gap + 3, y, anchor: "start" },
    { x: x - gap - 3, y, anchor: "end" },
    { x, y: down, anchor: "middle" },
    { x: x + 4, y: up, anchor: "start" },
    { x: x + 4, y: down, anchor: "start" },
    { x: x - 4, y: down, anchor: "end" },
    { x: x - 12, y: up - 9, anchor: "end" },
    { x: x - 12, y: down + 9, anchor: "end" },
    { x: x - 4, y: down + 18, anchor: "end" },
    { x: x + 4, y: up - 18, anchor: "end" },
    { x: x - 2, y: down + 30, anchor: "end" },
    { x: x - 10, y: down + 28, anchor: "middle" },
  ];
}

function contourSpots(front: Front, origin: Pixel, bounds: Box): Spot[] {
  const off = ([x, y]: Pixel) =>
    Math.abs(Math.atan2(origin[1] - y, Math.max(1e-9, x - origin[0])) - RAY);
  return front.samples
    .filter(([x, y]) => x > bounds.left && x < bounds.right && y > bounds.top && y < bounds.bottom)
    .sort((a, b) => off(a) - off(b))
    .map(([x, y]) => ({ x, y, anchor: "middle" }));
}

const xOrder = bisector((point: Pixel) => point[0]);

/** Height of a boundary at x, both in pixels; NaN outside it. */
function heightAt(samples: readonly Pixel[], x: number): number {
  const i = xOrder.left(samples, x);
  if (i === samples.length) return Number.NaN;
  if (i === 0) return samples[0][1];
  const [p, q] = [samples[i - 1], samples[i]];
  return p[1] + ((q[1] - p[1]) * (x - p[0])) / (q[0] - p[0] || 1);
}

/** Places between the two edges, widest gap first, for the long text and then for the short one. */
function hatchedSpots(free: Boundary, hull: Boundary, words: RegionWords, plot: Box): Spot[] {
  const spots: (Spot & { gap: number })[] = [];
  for (let share = 0.15; share < 0.95; share += 0.1) {
    const x = plot.left + share * (plot.right - plot.left);
    const upper = heightAt(free.samples, x);
    const lower = heightAt(hull.samples, x);
    if (lower - upper > 16)
      spots.push({ x, y: (upper + lower) / 2, anchor: "middle", gap: lower - upper });
  }
  spots.sort((a, b) => b.gap - a.gap);
  return [...spots, ...spots.map((spot) => ({ ...spot, text: words.hatchedShort }))];
}

/**
 * Top of a centred note, `width` × `height` pixels, that hides neither a mark, an arrow nor a label; near the top of the plot
 * where there is no such place.
 */
export function notePlace(
  marks: MarkPixels,
  labels: readonly PlacedLabel[],
  plot: Box,
  width: number,
  height: number,
): number {
  const middle = (plot.left + plot.right) / 2;
  const boxes = [
    around(marks.baseline, 6),
    around(marks.realised, 6),
    around(marks.target, 10),
    ...labels.map((label) => label.box),
  ];
  for (let top = plot.top + 24; top + height < plot.bottom; top += 12) {
    const box = { left: middle - width / 2, right: middle + width / 2, top, bottom: top + height };
    const hidden = boxes.some((other) => overlaps(box, other));
    if (!hidden && !crosses(box, marks.baseline, marks.realised)) return top;
  }
  return plot.top + 24;
}

const below = (spots: readonly Spot[]): Spot[] => [4, 6, 2, 7, 3, 0].map((i) => spots[i]);

/** Labels of a region plot, each where it touches no mark, line or other label; those that find no room are left out. */
export function regionLabels(
  marks: MarkPixels,
  shapes: RegionShapes,
  words: RegionWords,
  plot: Box,
  previous?: readonly PlacedLabel[],
): PlacedLabel[] {
  const apart = Math.hypot(
    marks.target[0] - marks.realised[0],
    marks.target[1] - marks.realised[1],
  );
  const lines: Obstacles["lines"] = [
    { key: "free", kind: "edge", points: shapes.free.samples },
    { key: "hull", kind: "edge", points: shapes.hull?.samples ?? [] },
    { key: "arrow", kind: "arrow", points: [marks.baseline, marks.realised] },
    { key: "link", kind: "arrow", points: [marks.realised, marks.target] },
    ...marks.alone.flatMap((end, k) =>
      end ? [{ key: `arrow ${k}`, kind: "arrow" as const, points: [marks.baseline, end] }] : [],
    ),
    ...shapes.fronts.map((f) => ({
      key: `contour ${f.budget}`,
      kind: "contour" as const,
      points: f.samples,
    })),
  ];
  const boxes = [
    around(marks.baseline, 6),
    around(marks.realised, 6),
    around(marks.target, 10),
    ...marks.alone.flatMap((end) => (end ? [around(end, 4)] : [])),
  ];
  const mark = (key: string, text: string, spots: readonly Spot[]): LabelRequest => ({
    key,
    text,
    size: MARK_SIZE,
    spots,
  });
  const { left, right, top } = plot;
  const requests: LabelRequest[] = [
    { ...mark("palette", words.palette, spotsAround(marks.target, 10)), near: NEAR },
    mark("today", words.today, below(spotsAround(marks.baseline, 6))),
  ];
  if (words.realised && apart > 8) {
    const spots = spotsAround(marks.realised, 6);
    requests.push({ ...mark("realised", words.realised, spots), near: NEAR });
  }
  marks.alone.forEach((end, k) => {
    if (end) requests.push(mark(`alone ${k}`, words.alone[k], spotsAround(end, 5).slice(0, NEAR)));
  });
  for (const front of shapes.fronts) {
    requests.push({
      key: `contour ${front.budget}`,
      text: words.contour(front.budget),
      size: CONTOUR_SIZE,
      spots: contourSpots(front, marks.baseline, plot),
      careful: true,
    });
  }
  const beyond: Spot[] = [
    { x: right - 4, y: top + 9, anchor: "end" },
    { x: left + 6, y: top + 9, anchor: "start" },
    { x: right - 4, y: top + 9, anchor: "end", text: words.beyondShort },
  ];
  requests.push({ ...mark("beyond", words.beyond, beyond), careful: true });
  if (shapes.hull) {
    const hatched = hatchedSpots(shapes.free, shapes.hull, words, plot);
    requests.push({ ...mark("hatched", words.hatched, hatched), careful: true });
  }
  return placeLabels(requests, plot, { boxes, lines }, previous);
}

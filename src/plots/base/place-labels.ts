import { textWidth } from "./text-width.ts";

/** A rectangle in pixels, y downwards. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A polyline in pixels; labels of the same key may lie on it. */
interface ObstacleLine {
  readonly key: string;
  readonly points: readonly (readonly [number, number])[];
  /** Every label keeps clear of an arrow, most of an edge, careful ones of a contour too. */
  readonly kind: "arrow" | "edge" | "contour";
}

/** What labels must keep clear of. */
export interface Obstacles {
  readonly boxes: readonly Box[];
  readonly lines: readonly ObstacleLine[];
}

/** Where a label may stand: its anchor on the text's middle line, and how the text hangs from it. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  /** A shorter text for this spot. */
  readonly text?: string;
}

/** A label with its possible spots, the best first. */
export interface LabelRequest {
  readonly key: string;
  readonly text: string;
  /** Font size in pixels. */
  readonly size: number;
  readonly spots: readonly Spot[];
  /** Keeps clear of contours too. Default false. */
  readonly careful?: boolean;
  /** So many of the first spots are near: one of them across an edge is better than any of the rest. Default 0. */
  readonly near?: number;
}

/** A label that found a spot; `spot` is the index of the one it took. */
export interface PlacedLabel extends Spot {
  readonly key: string;
  readonly text: string;
  readonly size: number;
  readonly spot: number;
  readonly box: Box;
}

/** The rectangle that a text of a size takes at a spot, with `pad` pixels around it. */
function labelBox(text: string, size: number, spot: Spot, pad = 2): Box {
  const width = textWidth(text, size);
  const shift = spot.anchor === "start" ? 0 : spot.anchor === "end" ? -width : -width / 2;
  return {
    left: spot.x + shift - pad,
    right: spot.x + shift + width + pad,
    top: spot.y - size * 0.6 - pad / 2,
    bottom: spot.y + size * 0.6 + pad / 2,
  };
}

/** Whether two rectangles share area. */
export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Whether the segment from p to q passes through a rectangle (Liang–Barsky clipping). */
export function crosses(
  box: Box,
  p: readonly [number, number],
  q: readonly [number, number],
): boolean {
  if (Math.max(p[0], q[0]) < box.left || Math.min(p[0], q[0]) > box.right) return false;
  if (Math.max(p[1], q[1]) < box.top || Math.min(p[1], q[1]) > box.bottom) return false;
  let enter = 0;
  let leave = 1;
  const sides = [
    [p[0] - q[0], p[0] - box.left],
    [q[0] - p[0], box.right - p[0]],
    [p[1] - q[1], p[1] - box.top],
    [q[1] - p[1], box.bottom - p[1]],
  ];
  for (const [direction, distance] of sides) {
    if (direction === 0) {
      if (distance < 0) return false;
    } else if (direction < 0) enter = Math.max(enter, distance / direction);
    else leave = Math.min(leave, distance / direction);
  }
  return enter <= leave;
}

function inside(box: Box, bounds: Box): boolean {
  return (
    box.left >= bounds.left &&
    box.right <= bounds.right &&
    box.top >= bounds.top &&
    box.bottom <= bounds.bottom
  );
}

type Kind = ObstacleLine["kind"];

function isFree(
  box: Box,
  key: string,
  boxes: readonly Box[],
  lines: readonly ObstacleLine[],
  kinds: readonly Kind[],
) {
  return (
    !boxes.some((other) => overlaps(box, other)) &&
    !lines.some(
      (line) =>
        line.key !== key &&
        kinds.includes(line.kind) &&
        line.points.some((q, i) => i > 0 && crosses(box, line.points[i - 1], q)),
    )
  );
}

function attempts(
  { careful, near = 0 }: LabelRequest,
  order: readonly number[],
): { readonly kinds: readonly Kind[]; readonly order: readonly number[] }[] {
  const kinds: Kind[] = careful ? ["arrow", "edge", "contour"] : ["arrow", "edge"];
  if (near === 0) return [{ kinds, order }];
  const close = order.filter((spot) => spot < near);
  return [
    { kinds, order: close },
    { kinds: ["arrow"], order: close },
    { kinds, order },
    { kinds: ["arrow"], order },
  ];
}

function labelAt({ key, size, spots, ...request }: LabelRequest, spot: number): PlacedLabel {
  const at = spots[spot];
  const text = at.text ?? request.text;
  return { ...at, key, text, size, spot, box: labelBox(text, size, at) };
}

function firstFree(
  request: LabelRequest,
  order: readonly number[],
  bounds: Box,
  { boxes, lines }: Obstacles,
): PlacedLabel | null {
  for (const { kinds, order: spots } of attempts(request, order)) {
    for (const spot of spots) {
      const label = labelAt(request, spot);
      if (inside(label.box, bounds) && isFree(label.box, request.key, boxes, lines, kinds)) {
        return label;
      }
    }
  }
  return null;
}

/**
 * Places labels one after the other, each at its first spot that is inside `bounds` and clear of every obstacle and of the
 * labels before it; one that finds none is left out. The spot a label had in `previous` is tried first, so that labels stay
 * put while things move around them.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  bounds: Box,
  obstacles: Obstacles,
  previous: readonly PlacedLabel[] = [],
): PlacedLabel[] {
  const labels: PlacedLabel[] = [];
  for (const request of requests) {
    const before = previous.find((label) => label.key === request.key)?.spot;
    const order = request.spots.map((_, i) => i);
    if (before !== undefined && before < order.length) order.unshift(before);
    const boxes = [...obstacles.boxes, ...labels.map((label) => label.box)];
    const label = firstFree(request, order, bounds, { boxes, lines: obstacles.lines });
    if (label) labels.push(label);
  }
  return labels;
}

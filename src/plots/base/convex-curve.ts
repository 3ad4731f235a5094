import { line } from "d3";
import { svgNumber } from "./scale.ts";

/** A point in pixels, y downwards. */
export type Pixel = readonly [number, number];

/** A cubic Bézier piece: start, two handles, end. */
export type Piece = readonly [Pixel, Pixel, Pixel, Pixel];

/** Handles reach this share of the way to the tangents' corner: close to an arc for the turns of a front. */
const HANDLE = 0.62;

const between = (a: Pixel, b: Pixel): Pixel => [b[0] - a[0], b[1] - a[1]];
const length = (v: Pixel) => Math.hypot(v[0], v[1]);
const cross = (a: Pixel, b: Pixel) => a[0] * b[1] - a[1] * b[0];
const towards = (a: Pixel, b: Pixel, share: number): Pixel => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];

/** Tangent at the middle of three points: that of the circle through them. */
function tangent(before: Pixel, at: Pixel, after: Pixel): Pixel {
  const a = between(before, at);
  const b = between(at, after);
  const ratio = length(b) / (length(a) || 1) || 1;
  return [a[0] * ratio + b[0] / ratio, a[1] * ratio + b[1] / ratio];
}

/** Where the tangents at p and q meet, if they do so between the two; else null. */
function corner(p: Pixel, tp: Pixel, q: Pixel, tq: Pixel): Pixel | null {
  const turn = cross(tp, tq);
  if (!(Math.abs(turn) > 1e-9 * length(tp) * length(tq))) return null;
  const chord = between(p, q);
  const along = cross(chord, tq) / turn;
  const back = cross(tp, chord) / turn;
  return along > 0 && back > 0 ? [p[0] + along * tp[0], p[1] + along * tp[1]] : null;
}

/**
 * A smooth curve through the points of a Pareto front that stays convex: each piece lies in the triangle of its chord and
 * the two tangents; where there is no such triangle the piece is straight. `points` run from the greatest y to the greatest
 * x (pixels); the front leaves the first level and arrives at the last upright, as fronts of extended sets do.
 */
export function convexCurve(points: readonly Pixel[]): Piece[] {
  const last = points.length - 1;
  const tangents = points.map((point, i): Pixel => {
    if (i === 0) return [1, 0];
    if (i === last) return [0, 1];
    return tangent(points[i - 1], point, points[i + 1]);
  });
  return points.slice(1).map((q, i): Piece => {
    const p = points[i];
    const c = corner(p, tangents[i], q, tangents[i + 1]);
    return c ? [p, towards(p, c, HANDLE), towards(q, c, HANDLE), q] : [p, p, q, q];
  });
}

/** The points of a curve at `steps` equal parameters per piece, ends included. */
export function sampleCurve(pieces: readonly Piece[], steps = 6): Pixel[] {
  const points: Pixel[] = pieces.length > 0 ? [pieces[0][0]] : [];
  for (const [a, b, c, d] of pieces) {
    for (let i = 1; i <= steps; i++) {
      const t = i / steps;
      const ab = towards(a, b, t);
      const bc = towards(b, c, t);
      const cd = towards(c, d, t);
      points.push(towards(towards(ab, bc, t), towards(bc, cd, t), t));
    }
  }
  return points;
}

const at = (point: Pixel) => `${svgNumber(point[0])},${svgNumber(point[1])}`;

/** SVG path commands that continue from the curve's start to its end (no leading M). */
export function curveCommands(pieces: readonly Piece[]): string {
  return pieces
    .map(([a, b, c, d]) => (a === b && c === d ? `L${at(d)}` : `C${at(b)} ${at(c)} ${at(d)}`))
    .join("");
}

const straightLine = line<Pixel>().digits(2);

/** SVG path of straight lines through two points or more. */
export function polyline(points: readonly Pixel[]): string {
  return straightLine(points) ?? "";
}

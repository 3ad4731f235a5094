import type { Pixel } from "../base/convex-curve.ts";

/** A view of a cube: turned about its upright axis, then tilted towards the eye; in radians. */
export interface View {
  readonly yaw: number;
  readonly pitch: number;
}

/** A parallel projection of the unit cube (third coordinate upright) into a drawing. */
export interface Projection {
  readonly centre: Pixel;
  /** Pixels per unit. */
  readonly scale: number;
  readonly view: View;
}

/** The view that shows all three axes apart. */
export const FIRST_VIEW: View = { yaw: 0.6, pitch: 0.4 };

/** A projection whose cube fits into width × height pixels in all but the steepest views. */
export function projection(width: number, height: number, view: View): Projection {
  return { centre: [width / 2, height / 2], scale: Math.min(width, height) / 1.7, view };
}

/** Where a point of the unit cube lies in pixels. */
export function project(
  { centre, scale, view: { yaw, pitch } }: Projection,
  [x, y, z]: readonly [number, number, number],
): Pixel {
  const u = x - 0.5;
  const v = y - 0.5;
  const across = u * Math.cos(yaw) - v * Math.sin(yaw);
  const away = u * Math.sin(yaw) + v * Math.cos(yaw);
  const up = (z - 0.5) * Math.cos(pitch) + away * Math.sin(pitch);
  return [centre[0] + scale * across, centre[1] - scale * up];
}

/** Points x, y, z, … as pixels x, y, …; each coordinate is divided by its entry of `ends`. */
export function projectPoints(
  frame: Projection,
  points: Float64Array,
  ends: readonly [number, number, number],
): Float32Array {
  const out = new Float32Array((points.length / 3) * 2);
  for (let i = 0, j = 0; i + 2 < points.length; i += 3, j += 2) {
    const at = project(frame, [
      points[i] / ends[0],
      points[i + 1] / ends[1],
      points[i + 2] / ends[2],
    ]);
    out[j] = at[0];
    out[j + 1] = at[1];
  }
  return out;
}

/** The greatest λ of each of `size` coordinates over points and palette; 1 where all are 0. */
export function lambdaEnds(
  points: Float64Array,
  size: number,
  palette: readonly number[] | null,
): number[] {
  const ends = Array.from({ length: size }, (_, k) => palette?.[k] ?? 0);
  for (let i = 0; i < points.length; i++)
    if (points[i] > ends[i % size]) ends[i % size] = points[i];
  return ends.map((end) => (end > 0 ? end : 1));
}

/** A view after a turn of dx, dy pixels, or keys' worth of them; the tilt stays between level and straight down. */
export function turn({ yaw, pitch }: View, dx: number, dy: number): View {
  const full = 2 * Math.PI;
  return {
    yaw: (((yaw - dx * 0.01) % full) + full) % full,
    pitch: Math.min(Math.PI / 2, Math.max(0, pitch + dy * 0.01)),
  };
}

import { HULL_TOLERANCE } from "../solve/tolerances.ts";

/** A point of the plane. */
export type PlanePoint = readonly [number, number];

/**
 * The upper right boundary of a convex set in the plane, as its vertices from the greatest y to the greatest x.
 * `furthestAlong(a, b)` returns the point of the set that maximises a·x + b·y (a, b ≥ 0), or null where the set is empty.
 * Exact: an edge is final once its own normal finds nothing beyond it. `tolerance` is in the units of the plane, `limit` bounds
 * how many vertices are sought (default 200).
 */
export async function upperRightHull(
  furthestAlong: (a: number, b: number) => Promise<PlanePoint | null>,
  tolerance = HULL_TOLERANCE,
  limit = 200,
): Promise<PlanePoint[] | null> {
  const top = await furthestAlong(0, 1);
  const right = await furthestAlong(1, 0);
  if (!top || !right) return null;
  const pending: [PlanePoint, PlanePoint][] = [[top, right]];
  const vertices: PlanePoint[] = [top, right];
  while (pending.length > 0 && vertices.length < limit) {
    const [a, b] = pending.pop() as [PlanePoint, PlanePoint];
    const nx = a[1] - b[1];
    const ny = b[0] - a[0];
    const length = Math.hypot(nx, ny);
    if (!(length > tolerance) || nx < 0 || ny < 0) continue;
    const c = await furthestAlong(nx / length, ny / length);
    if (!c || (nx * (c[0] - a[0]) + ny * (c[1] - a[1])) / length <= tolerance) continue;
    vertices.push(c);
    pending.push([c, b], [a, c]);
  }
  return chain(vertices, tolerance);
}

/** Sorts by x and drops what another vertex dominates (ties along the axes). */
function chain(vertices: readonly PlanePoint[], tolerance: number): PlanePoint[] {
  const sorted = [...vertices].sort((a, b) => b[0] - a[0] || b[1] - a[1]);
  const line: PlanePoint[] = [];
  for (const v of sorted) {
    const last = line[line.length - 1];
    if (!last || v[1] > last[1] + tolerance) line.push(v);
  }
  return line.reverse();
}

import { cumsum, curveMonotoneX, curveStepAfter, line } from "d3";

/** How a distribution is drawn. */
export type Shape = "density" | "histogram" | "ecdf";

/** Width and height of the box the paths are drawn in; whole numbers there are fine enough and quick to write. */
const BOX = 1000;

/** Outline and filled area of masses over equal bins, as SVG paths in a box 1000 wide and 1000 high, y downwards. */
export interface BinsPath {
  readonly line: string;
  readonly area: string;
}

/**
 * Paths of masses whose `peak` touches the top of the box. A peak of 0 gives a flat line. As "ecdf" the line is the share at or
 * below each bin's right edge, and `peak` does not count.
 */
export function binsPath(masses: ArrayLike<number>, peak: number, shape: Shape): BinsPath {
  if (shape === "ecdf") return cumulativePath(masses);
  const n = masses.length;
  const height = (mass: number) => BOX - (peak > 0 ? (BOX * mass) / peak : 0);
  const points: [number, number][] = Array.from({ length: n }, (_, i) => [
    (BOX * (i + (shape === "density" ? 0.5 : 0))) / n,
    height(masses[i]),
  ]);
  if (shape === "density") points.unshift([0, points[0][1]]);
  points.push([BOX, points[points.length - 1][1]]);
  const curve = shape === "density" ? curveMonotoneX : curveStepAfter;
  const outline = line().curve(curve).digits(0)(points) ?? "";
  return { line: outline, area: `${outline}L${BOX},${BOX}L0,${BOX}Z` };
}

function cumulativePath(masses: ArrayLike<number>): BinsPath {
  const points = Array.from(cumsum(Array.from(masses)), (sum, i): [number, number] => [
    (BOX * (i + 1)) / masses.length,
    BOX * (1 - sum),
  ]);
  const outline = line().digits(0)([[0, BOX], ...points]) ?? "";
  return { line: outline, area: `${outline}L${BOX},${BOX}L0,${BOX}Z` };
}

/** Where a value lies between min and max as a share, kept inside [0, 1]; ½ where they are equal. */
export function shareOf(value: number, min: number, max: number): number {
  if (!(max > min)) return 0.5;
  return Math.min(1, Math.max(0, (value - min) / (max - min)));
}

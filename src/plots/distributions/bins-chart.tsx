import { memo } from "react";
import { valueColor } from "../base/value-color.ts";
import { type BinsPath, binsPath, type Shape } from "./bins-path.ts";
import { densities } from "./density.ts";

/** Both paths of a value, drawn to one height so that their areas compare. */
function beforeAfterPaths(
  before: Float64Array,
  after: Float64Array,
  shape: Shape,
): { readonly before: BinsPath; readonly after: BinsPath } {
  const heights =
    shape === "density"
      ? densities(before, after)
      : { before, after, peak: Math.max(...before, ...after) };
  return {
    before: binsPath(heights.before, heights.peak, shape),
    after: binsPath(heights.after, heights.peak, shape),
  };
}

interface CacheEntry {
  readonly before: Float64Array;
  readonly shape: Shape;
  readonly paths: ReturnType<typeof beforeAfterPaths>;
}

const pathCache = new WeakMap<Float64Array, CacheEntry>();

/** A cache: the slider and the ridge of a value draw the same paths, which are made once for each answer. */
function cachedPaths(before: Float64Array, after: Float64Array, shape: Shape): CacheEntry["paths"] {
  const entry = pathCache.get(after);
  if (entry && entry.before === before && entry.shape === shape) return entry.paths;
  const paths = beforeAfterPaths(before, after, shape);
  pathCache.set(after, { before, shape, paths });
  return paths;
}

/**
 * A value's distribution before (grey) and after (in its colour) over equal bins; it stretches to the box that CSS gives
 * it, from the value's min at the left edge to its max at the right. Hidden from screen readers.
 */
export const BinsChart = memo(function BinsChart({
  before,
  after,
  place,
  shape = "density",
}: {
  /** Masses per bin. */
  before: Float64Array;
  after: Float64Array;
  /** The value's place, which gives its colour. */
  place: number;
  /** Default density. */
  shape?: Shape;
}) {
  const paths = cachedPaths(before, after, shape);
  const color = valueColor(place);
  return (
    <svg className="bins" viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">
      <path className="bins-before" d={paths.before.area} />
      {shape !== "ecdf" && <path className="bins-after" d={paths.after.area} fill={color} />}
      <path className="bins-line" d={paths.after.line} stroke={color} />
    </svg>
  );
});

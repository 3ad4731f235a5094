import { memo } from "react";
import { valueColor } from "../base/value-color.ts";
import { type BinsPath, binsPath, type Shape } from "./bins-path.ts";
import { densities } from "./density.ts";

/** Both paths of a value, drawn to one height so that their areas compare. */
export function beforeAfterPaths(
  before: Float64Array,
  after: Float64Array,
  shape: Shape,
): { readonly before: BinsPath; readonly after: BinsPath } {
  const drawn =
    shape === "density"
      ? densities(before, after)
      : { before, after, peak: Math.max(...before, ...after) };
  return {
    before: binsPath(drawn.before, drawn.peak, shape),
    after: binsPath(drawn.after, drawn.peak, shape),
  };
}

interface Known {
  readonly before: Float64Array;
  readonly shape: Shape;
  readonly paths: ReturnType<typeof beforeAfterPaths>;
}

const drawn = new WeakMap<Float64Array, Known>();

/** The slider and the ridge of a value draw the same paths: they are made once for each answer. */
function knownPaths(before: Float64Array, after: Float64Array, shape: Shape): Known["paths"] {
  const known = drawn.get(after);
  if (known && known.before === before && known.shape === shape) return known.paths;
  const paths = beforeAfterPaths(before, after, shape);
  drawn.set(after, { before, shape, paths });
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
  const paths = knownPaths(before, after, shape);
  const color = valueColor(place);
  return (
    <svg className="bins" viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">
      <path className="bins-before" d={paths.before.area} />
      {shape !== "ecdf" && <path className="bins-after" d={paths.after.area} fill={color} />}
      <path className="bins-line" d={paths.after.line} stroke={color} />
    </svg>
  );
});

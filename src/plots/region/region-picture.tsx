import { memo } from "react";
import type { Box, PlacedLabel } from "../base/place-labels.ts";
import { svgNumber } from "../base/scale.ts";
import type { RegionShapes } from "./region-shapes.ts";

/** Everything behind the marks: hatching where the other targets forbid, the reachable set, and its drift contours. */
export const RegionBackdrop = memo(function RegionBackdrop({
  shapes,
  plot,
  id,
}: {
  shapes: RegionShapes;
  plot: Box;
  id: string;
}) {
  const { hull, free, fronts } = shapes;
  return (
    <>
      <defs>
        <clipPath id={`${id}-clip`}>
          <rect
            x={plot.left}
            y={plot.top}
            width={plot.right - plot.left}
            height={plot.bottom - plot.top}
          />
        </clipPath>
        <Hatch id={`${id}-hatch`} />
      </defs>
      <g clipPath={`url(#${id}-clip)`} aria-hidden>
        <path d={free.area} fill={`url(#${id}-hatch)`} />
        {hull && <path className="region-ground" d={hull.area} />}
        {hull && <path className="region-reach" d={hull.area} />}
        {fronts.map(({ budget, area }) => (
          <path key={budget} className="region-band" d={area} />
        ))}
      </g>
    </>
  );
});

/** The lines of the reachable set, above the grid. */
export const RegionLines = memo(function RegionLines({
  shapes,
  id,
}: {
  shapes: RegionShapes;
  id: string;
}) {
  return (
    <g clipPath={`url(#${id}-clip)`} fill="none" aria-hidden>
      <g mask={`url(#${id}-gaps)`}>
        {shapes.fronts.map(({ budget, line }) => (
          <path
            key={budget}
            className={budget < 1 ? "contour contour-minor" : "contour"}
            d={line}
          />
        ))}
      </g>
      <path className="hull-free" d={shapes.free.line} />
      {shapes.hull && <path className="hull" d={shapes.hull.line} />}
    </g>
  );
});

/** A mask that interrupts contour lines under their labels. */
export function Gaps({
  labels,
  plot,
  id,
}: {
  labels: readonly PlacedLabel[];
  plot: Box;
  id: string;
}) {
  const rect = ({ left, top, right, bottom }: Box) => ({
    x: svgNumber(left),
    y: svgNumber(top),
    width: svgNumber(right - left),
    height: svgNumber(bottom - top),
  });
  return (
    <mask id={`${id}-gaps`} maskUnits="userSpaceOnUse" {...rect(plot)}>
      <rect {...rect(plot)} fill="white" />
      {labels.map((label) => (
        <rect key={label.key} {...rect(label.box)} fill="black" />
      ))}
    </mask>
  );
}

/** The hatching that means "put out of reach by the other targets". */
function Hatch({ id }: { id: string }) {
  return (
    <pattern
      id={id}
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <line className="hatch" x1="3" x2="3" y2="6" />
    </pattern>
  );
}

import { Fragment } from "react";
import { svgNumber } from "../base/scale.ts";
import { type RadarFrame, radarLabel, radarPath, radarPoint } from "./radar-geometry.ts";

/** The rings of a radar at these shares of its radius, and a named spoke for each value. */
export function RadarGrid({
  frame,
  rings,
  labels,
}: {
  frame: RadarFrame;
  rings: readonly number[];
  labels: readonly string[];
}) {
  return (
    <>
      {rings.map((ring) => (
        <path
          key={ring}
          className="ring"
          d={radarPath(
            frame,
            labels.map(() => ring),
          )}
        />
      ))}
      {labels.map((label, i) => {
        const [x, y] = radarPoint(frame, i, 1);
        const place = radarLabel(frame, i);
        return (
          <Fragment key={label}>
            <line
              className="spoke"
              x1={svgNumber(frame.centre[0])}
              y1={svgNumber(frame.centre[1])}
              x2={svgNumber(x)}
              y2={svgNumber(y)}
            />
            <text
              className="axis-title"
              x={svgNumber(place.x)}
              y={svgNumber(place.y)}
              dy="0.35em"
              textAnchor={place.anchor}
            >
              {label}
            </text>
          </Fragment>
        );
      })}
    </>
  );
}

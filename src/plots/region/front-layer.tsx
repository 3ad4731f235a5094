import { type KeyboardEvent, type PointerEvent, useState } from "react";
import type { RegionPicture } from "../../core/region/region-picture.ts";
import { useText } from "../../ui/text/use-text.ts";
import { svgNumber } from "../base/scale.ts";
import { textWidth } from "../base/text-width.ts";
import { type FrontPoint, nearestFrontPoint, noteBox, stepFrontPoint } from "./front-geometry.ts";
import { type RegionFrame, toPixel } from "./region-frame.ts";
import "./front-layer.css";

/** What can be done with the points of the fronts. */
export interface FrontActions {
  /** What stands behind a point, for example its λ in words; one line. */
  readonly describe: (at: FrontPoint) => string;
  /** Takes the point as the palette. */
  readonly onAdopt: (at: FrontPoint) => void;
}

const KEYS: Record<string, readonly [along: number, across: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/**
 * The points of the fronts under the pointer or the keys: arrows go along a front and from one to the next, Enter or a click
 * adopts the point shown. A touch first shows a point, a second one adopts it.
 */
export function FrontLayer({
  fronts,
  frame,
  name,
  actions,
}: {
  fronts: RegionPicture["fronts"];
  frame: RegionFrame;
  /** A point in words: its drift and both levels. */
  name: (at: FrontPoint) => string;
  actions: FrontActions;
}) {
  const text = useText().plots.region;
  const [chosenPoint, setPoint] = useState<FrontPoint | null>(null);
  const shownPoint =
    chosenPoint && fronts[chosenPoint.front]?.points[chosenPoint.point] ? chosenPoint : null;
  const { plot } = frame;
  const under = (event: PointerEvent<SVGElement> | React.MouseEvent<SVGElement>) => {
    const rect = event.currentTarget.getBoundingClientRect();
    const scale = rect.width > 0 ? (plot.right - plot.left) / rect.width : 1;
    const at = [
      plot.left + (event.clientX - rect.left) * scale,
      plot.top + (event.clientY - rect.top) * scale,
    ] as const;
    return nearestFrontPoint(fronts, frame, at);
  };
  const isShown = (at: FrontPoint) =>
    shownPoint?.front === at.front && shownPoint.point === at.point;
  if (fronts.length === 0) return null;
  const first: FrontPoint = { front: 0, point: 0 };
  return (
    <g className="fronts">
      <rect
        className="fronts-ground"
        x={plot.left}
        y={plot.top}
        width={plot.right - plot.left}
        height={plot.bottom - plot.top}
        role="slider"
        tabIndex={0}
        aria-label={text.fronts}
        aria-roledescription={text.frontsRole}
        aria-valuemin={0}
        aria-valuemax={fronts[(shownPoint ?? first).front].points.length - 1}
        aria-valuenow={(shownPoint ?? first).point}
        aria-valuetext={`${name(shownPoint ?? first)}. ${actions.describe(shownPoint ?? first)}. ${text.adoptKey}`}
        onPointerMove={(event) => event.pointerType !== "touch" && setPoint(under(event))}
        onPointerLeave={() => setPoint(null)}
        onBlur={() => setPoint(null)}
        onClick={(event) => {
          const at = under(event);
          if (at && isShown(at)) actions.onAdopt(at);
          else setPoint(at);
        }}
        onKeyDown={(event: KeyboardEvent<SVGElement>) => {
          const key = KEYS[event.key];
          if (key)
            setPoint(shownPoint ? stepFrontPoint(fronts, shownPoint, key[0], key[1]) : first);
          else if (event.key === "Enter" && shownPoint) actions.onAdopt(shownPoint);
          else if (event.key === "Escape") setPoint(null);
          else return;
          event.preventDefault();
        }}
      />
      {shownPoint && (
        <Note
          at={toPixel(frame, fronts[shownPoint.front].points[shownPoint.point])}
          lines={[name(shownPoint), actions.describe(shownPoint), text.adopt]}
          frame={frame}
        />
      )}
    </g>
  );
}

const SIZE = 11.5;
const LINE = 16;

function Note({
  at,
  lines,
  frame,
}: {
  at: readonly [number, number];
  lines: readonly string[];
  frame: RegionFrame;
}) {
  const width = Math.max(...lines.map((line) => textWidth(line, SIZE))) + 16;
  const box = noteBox(at, width, lines.length * LINE + 10, frame.plot);
  return (
    <g className="front-note" aria-hidden>
      <circle cx={svgNumber(at[0])} cy={svgNumber(at[1])} r="5" />
      <rect
        x={svgNumber(box.left)}
        y={svgNumber(box.top)}
        width={svgNumber(width)}
        height={svgNumber(box.bottom - box.top)}
        rx="3"
      />
      {lines.map((line, i) => (
        <text
          key={line}
          className={i === lines.length - 1 ? "front-hint" : undefined}
          x={svgNumber(box.left + 8)}
          y={svgNumber(box.top + 17 + i * LINE)}
          fontSize={SIZE}
        >
          {line}
        </text>
      ))}
    </g>
  );
}

import { Fragment, type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from "react";
import { formatNumber } from "../../ui/format.ts";
import { useText } from "../../ui/text/use-text.ts";
import type { Pixel } from "../base/convex-curve.ts";
import { svgNumber } from "../base/scale.ts";
import { LambdaClouds } from "./lambda-clouds.tsx";
import {
  FIRST_VIEW,
  lambdaEnds,
  type Projection,
  project,
  projection,
  projectPoints,
  turn,
} from "./lambda-geometry.ts";
import { type LambdaSpace, lambdaSummary } from "./lambda-text.tsx";

type Corner = readonly [number, number, number];

const AXIS_ENDS: readonly Corner[] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

const EDGES: readonly (readonly [Corner, Corner])[] = [
  [
    [1, 0, 0],
    [1, 1, 0],
  ],
  [
    [0, 1, 0],
    [1, 1, 0],
  ],
  [
    [1, 0, 0],
    [1, 0, 1],
  ],
  [
    [0, 0, 1],
    [1, 0, 1],
  ],
  [
    [0, 1, 0],
    [0, 1, 1],
  ],
  [
    [0, 0, 1],
    [0, 1, 1],
  ],
];

const KEYS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

const degrees = (radians: number) => formatNumber((radians * 180) / Math.PI, { digits: 0 });

/** λ space of three values as a cube that a pointer or the arrow keys turn (Shift: faster). */
export function LambdaVolume({
  width,
  height,
  space,
}: {
  width: number;
  height: number;
  space: LambdaSpace;
}) {
  const text = useText().figures;
  const { points, desirable, palette } = space;
  const { view, handlers } = useTurning();
  const ends = useMemo(() => {
    const [a, b, c] = lambdaEnds(points, 3, palette);
    return [a, b, c] as const;
  }, [points, palette]);
  const frame = useMemo(() => projection(width, height, view), [width, height, view]);
  const pixels = useMemo(() => projectPoints(frame, points, ends), [frame, points, ends]);
  return (
    <>
      <LambdaClouds width={width} height={height} points={pixels} desirable={desirable} />
      <div
        className="volume"
        role="slider"
        tabIndex={0}
        aria-label={`${text.lambda.turn}. ${lambdaSummary(text, space)}`}
        aria-roledescription={text.lambda.turnRole}
        aria-valuemin={0}
        aria-valuemax={360}
        aria-valuenow={Math.round((view.yaw * 180) / Math.PI)}
        aria-valuetext={text.lambda.turned(degrees(view.yaw), degrees(view.pitch))}
        {...handlers}
      >
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          <Cube frame={frame} labels={space.labels} ends={ends} />
          {palette && (
            <PaletteMark
              at={project(frame, [
                palette[0] / ends[0],
                palette[1] / ends[1],
                palette[2] / ends[2],
              ])}
              label={text.lambda.palette}
            />
          )}
        </svg>
      </div>
    </>
  );
}

/** The view of the cube, and the handlers that turn it. */
function useTurning() {
  const [view, setView] = useState(FIRST_VIEW);
  const pointer = useRef<Pixel | null>(null);
  const stop = () => {
    pointer.current = null;
  };
  const handlers = {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      pointer.current = [event.clientX, event.clientY];
      event.currentTarget.setPointerCapture?.(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (!pointer.current) return;
      const [x, y] = pointer.current;
      pointer.current = [event.clientX, event.clientY];
      setView((now) => turn(now, event.clientX - x, event.clientY - y));
    },
    onPointerUp: stop,
    onPointerCancel: stop,
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const direction = KEYS[event.key];
      if (!direction) return;
      event.preventDefault();
      const step = event.shiftKey ? 30 : 6;
      setView((now) => turn(now, direction[0] * step, direction[1] * step));
    },
  };
  return { view, handlers };
}

/** The edges of the cube, and its three axes with the greatest λ of each. */
function Cube({
  frame,
  labels,
  ends,
}: {
  frame: Projection;
  labels: readonly string[];
  ends: Corner;
}) {
  const { at } = useText().figures;
  return (
    <>
      {EDGES.map(([from, to]) => (
        <line
          key={`${from} ${to}`}
          className="cube-edge"
          {...lineBetween(project(frame, from), project(frame, to))}
        />
      ))}
      {AXIS_ENDS.map((end, k) => {
        const label = project(frame, [end[0] * 1.07, end[1] * 1.07, end[2] * 1.07]);
        return (
          <Fragment key={labels[k]}>
            <line
              className="cube-axis"
              {...lineBetween(project(frame, [0, 0, 0]), project(frame, end))}
            />
            <text
              className="label axis-title"
              x={svgNumber(label[0])}
              y={svgNumber(label[1])}
              dy="0.35em"
              textAnchor="middle"
            >
              {at(labels[k], formatNumber(ends[k]))}
            </text>
          </Fragment>
        );
      })}
    </>
  );
}

function PaletteMark({ at, label }: { at: Pixel; label: string }) {
  const [x, y] = at.map(svgNumber);
  return (
    <>
      <circle className="mark-realised" cx={x} cy={y} r="5" />
      <text className="label label-palette" x={x} y={y} dx="10" dy="0.35em">
        {label}
      </text>
    </>
  );
}

function lineBetween(from: Pixel, to: Pixel) {
  const [x1, y1, x2, y2] = [...from, ...to].map(svgNumber);
  return { x1, y1, x2, y2 };
}

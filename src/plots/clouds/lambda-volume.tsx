import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from "react";
import { formatNumber } from "../../ui/format.ts";
import { useText } from "../../ui/text/use-text.ts";
import { svgNumber } from "../base/scale.ts";
import {
  FIRST_VIEW,
  lambdaEnds,
  project,
  projection,
  projectPoints,
  turn,
} from "./lambda-geometry.ts";
import { type LambdaSpace, lambdaSummary } from "./lambda-text.tsx";
import { SplatCanvas } from "./splat-canvas.tsx";

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
  const { points, desirable, palette, labels } = space;
  const [view, setView] = useState(FIRST_VIEW);
  const last = useRef<readonly [number, number] | null>(null);
  const ends = useMemo(() => {
    const [a, b, c] = lambdaEnds(points, 3, palette);
    return [a, b, c] as const;
  }, [points, palette]);
  const frame = projection(width, height, view);
  const pixels = useMemo(
    () => projectPoints(projection(width, height, view), points, ends),
    [width, height, view, points, ends],
  );
  const at = (corner: Corner) => project(frame, corner).map(svgNumber);
  const line = (from: Corner, to: Corner) => {
    const [[x1, y1], [x2, y2]] = [at(from), at(to)];
    return { x1, y1, x2, y2 };
  };
  const mark = palette && at([palette[0] / ends[0], palette[1] / ends[1], palette[2] / ends[2]]);
  const stop = () => {
    last.current = null;
  };
  const handlers = {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      last.current = [event.clientX, event.clientY];
      event.currentTarget.setPointerCapture?.(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (!last.current) return;
      const [x, y] = last.current;
      last.current = [event.clientX, event.clientY];
      setView((now) => turn(now, event.clientX - x, event.clientY - y));
    },
    onPointerUp: stop,
    onPointerCancel: stop,
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const key = KEYS[event.key];
      if (!key) return;
      event.preventDefault();
      const step = event.shiftKey ? 30 : 6;
      setView((now) => turn(now, key[0] * step, key[1] * step));
    },
  };
  return (
    <>
      <SplatCanvas
        className="splat-other"
        width={width}
        height={height}
        points={pixels}
        flags={desirable}
        wanted={0}
      />
      <SplatCanvas
        className="splat-mixes"
        width={width}
        height={height}
        points={pixels}
        flags={desirable}
      />
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
          {EDGES.map((edge) => (
            <line key={edge.join()} className="cube-edge" {...line(...edge)} />
          ))}
          {AXIS_ENDS.map((end, k) => (
            <Axis
              key={labels[k]}
              line={line([0, 0, 0], end)}
              label={text.at(labels[k], formatNumber(ends[k]))}
              at={at(end.map((c) => c * 1.07) as unknown as Corner)}
            />
          ))}
          {mark && (
            <>
              <circle className="mark-realised" cx={mark[0]} cy={mark[1]} r="5" />
              <text className="label label-palette" x={mark[0]} y={mark[1]} dx="10" dy="0.35em">
                {text.lambda.palette}
              </text>
            </>
          )}
        </svg>
      </div>
    </>
  );
}

function Axis({
  line,
  label,
  at,
}: {
  line: { x1: string; y1: string; x2: string; y2: string };
  label: string;
  at: readonly string[];
}) {
  return (
    <>
      <line className="cube-axis" {...line} />
      <text className="label axis-title" x={at[0]} y={at[1]} dy="0.35em" textAnchor="middle">
        {label}
      </text>
    </>
  );
}

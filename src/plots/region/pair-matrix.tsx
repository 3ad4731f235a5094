import { memo, useId } from "react";
import type { RegionPicture } from "../../core/region/region-picture.ts";
import type { Catalogue } from "../../ui/text/en.ts";
import { useText } from "../../ui/text/use-text.ts";
import { svgNumber } from "../base/scale.ts";
import { textWidth } from "../base/text-width.ts";
import { NumbersTable, numberCell } from "../figure/numbers-table.tsx";
import type { TableData } from "../figure/table-data.ts";
import {
  type Margin,
  type RegionAxis,
  regionDomains,
  regionFrame,
  toPixel,
} from "./region-frame.ts";
import { RegionBackdrop } from "./region-picture.tsx";
import { regionShapes } from "./region-shapes.ts";
import { axisNumber } from "./region-text.ts";
import "../base/plots.css";
import "../base/charts.css";
import "./pair-matrix.css";

/** What every pair of m values needs; levels in the user's units, one per value. */
export interface PairMatrixProps {
  /** Pixels that the matrix may take across. */
  readonly width: number;
  readonly axes: readonly RegionAxis[];
  readonly baseline: readonly number[];
  readonly realised: readonly number[];
  readonly target: readonly number[];
  /** Pictures that are ready, in any order; the others show an empty cell. */
  readonly pictures: readonly RegionPicture[];
  /** Called with the indices across and upwards of the pair that was chosen. */
  readonly onChoose: (pair: readonly [number, number]) => void;
}

const MARGIN: Margin = { left: 2, right: 2, top: 2, bottom: 2 };
/** Room for the names of the rows: as much as the longest takes, within these. */
const NAMES: readonly [number, number] = [64, 140];
const NAME_SIZE = 12;
const GAP = 4;

/** Side of a cell in pixels: a matrix of m values has m − 1 columns beside its names. */
function cellSize(width: number, names: number, values: number): number {
  const columns = Math.max(1, values - 1);
  return Math.max(44, Math.min(120, Math.floor((width - names - GAP * columns) / columns)));
}

/** Pixels that the longest of these names takes. */
function longestName(axes: readonly RegionAxis[]): number {
  return Math.max(...axes.map(({ label }) => textWidth(label, NAME_SIZE)));
}

/** The best levels of each pair with the others at their targets. */
function pairsTable(
  text: Catalogue["figures"],
  axes: readonly RegionAxis[],
  pictures: readonly RegionPicture[],
): TableData {
  const { columns, title, pair: name, conflict } = text.pairs;
  const best = (axis: RegionAxis, xs: readonly number[]) => {
    const x = axis.lowerIsBetter ? Math.min(...xs) : Math.max(...xs);
    return numberCell(x, axisNumber(axis, x));
  };
  return {
    caption: title,
    columns: [columns.pair, columns.across, columns.up],
    rows: pictures.map(({ pair: [i, k], hull }) => [
      name(axes[i].label, axes[k].label),
      ...(hull
        ? [
            best(
              axes[i],
              hull.map((p) => p[0]),
            ),
            best(
              axes[k],
              hull.map((p) => p[1]),
            ),
          ]
        : [conflict, conflict]),
    ]),
  };
}

/** Every pair as a small region plot below the diagonal; choosing one asks for it large. */
export function PairMatrix(props: PairMatrixProps) {
  const { width, axes, pictures } = props;
  const text = useText().figures;
  if (axes.length < 2) return <p className="figure-empty">{text.pairs.empty}</p>;
  const longest = longestName(axes);
  const names = Math.min(NAMES[1], Math.max(NAMES[0], Math.ceil(longest) + 4), width / 3);
  const size = cellSize(width, names, axes.length);
  // Turned, a name stands whole under a cell that is narrower than it.
  const isTurned = longest > size;
  const rows = axes.slice(1).map((_, i) => i + 1);
  const columns = rows.map((i) => i - 1);
  return (
    <figure className="plot pair-matrix" aria-label={text.pairs.title}>
      <div
        className="pair-grid"
        style={{ gridTemplateColumns: `${names}px repeat(${columns.length}, ${size}px)`, gap: GAP }}
      >
        {rows.flatMap((i) => [
          <span key={`name ${i}`} className="pair-row" aria-hidden="true">
            {axes[i].label}
          </span>,
          ...columns.map((k) =>
            k < i ? (
              <Cell key={`${i} ${k}`} {...props} x={k} y={i} size={size} />
            ) : (
              <span key={`${i} ${k}`} />
            ),
          ),
        ])}
        <span />
        {columns.map((k) => (
          <span
            key={axes[k].label}
            className={isTurned ? "pair-column pair-turned" : "pair-column"}
            aria-hidden="true"
          >
            {axes[k].label}
          </span>
        ))}
      </div>
      <NumbersTable data={() => pairsTable(text, axes, pictures)} />
    </figure>
  );
}

/** A picture of (x, y), turned round if it was made for (y, x). */
export function pictureOf(
  pictures: readonly RegionPicture[],
  x: number,
  y: number,
): RegionPicture | null {
  const same = pictures.find(({ pair }) => pair[0] === x && pair[1] === y);
  if (same) return same;
  const other = pictures.find(({ pair }) => pair[0] === y && pair[1] === x);
  if (!other) return null;
  const turn = (line: RegionPicture["hullFree"]) => line.map(([a, b]) => [b, a] as const).reverse();
  const swap = (p: readonly [number, number] | null) => p && ([p[1], p[0]] as const);
  return {
    pair: [x, y],
    hull: other.hull && turn(other.hull),
    hullFree: turn(other.hullFree),
    fronts: other.fronts.map(({ budget, points }) => ({ budget, points: turn(points) })),
    alone: [swap(other.alone[1]), swap(other.alone[0])],
  };
}

const Cell = memo(function Cell({
  x,
  y,
  size,
  axes,
  baseline,
  realised,
  target,
  pictures,
  onChoose,
}: PairMatrixProps & { x: number; y: number; size: number }) {
  const text = useText().figures.pairs;
  const id = useId();
  const picture = pictureOf(pictures, x, y);
  const pair = [axes[x], axes[y]] as const;
  const name = text.choose(axes[x].label, axes[y].label);
  if (!picture) {
    return (
      <span
        className="pair-pending"
        role="img"
        style={{ height: size }}
        aria-label={`${name}: ${text.pending}`}
      />
    );
  }
  const at = (levels: readonly number[]) => [levels[x], levels[y]] as const;
  const marks = { baseline: at(baseline), realised: at(realised), target: at(target) };
  const frame = regionFrame(size, size, pair, regionDomains(picture, pair, marks), MARGIN);
  const shapes = regionShapes(picture, frame);
  const [from, to, aim] = [marks.baseline, marks.realised, marks.target].map((p) =>
    toPixel(frame, p).map(svgNumber),
  );
  return (
    <button type="button" className="pair-cell" aria-label={name} onClick={() => onChoose([x, y])}>
      <svg width={size} height={size} viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
        <RegionBackdrop shapes={shapes} plot={frame.plot} id={id} />
        <g clipPath={`url(#${id}-clip)`} fill="none">
          <path className="hull-free" d={shapes.free.line} />
          {shapes.hull && <path className="hull" d={shapes.hull.line} />}
        </g>
        <line className="arrow" x1={from[0]} y1={from[1]} x2={to[0]} y2={to[1]} />
        <circle className="mark-baseline" cx={from[0]} cy={from[1]} r="2.5" />
        <circle className="mark-realised" cx={to[0]} cy={to[1]} r="2.5" />
        <path
          className="pair-target"
          transform={`translate(${aim.join(",")})`}
          d="M0,-5L5,0L0,5L-5,0Z"
        />
      </svg>
    </button>
  );
});

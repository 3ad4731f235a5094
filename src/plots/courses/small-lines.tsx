import { digitsFor, formatNumber } from "../../ui/format.ts";
import { markerPath } from "../base/marker.ts";
import { axisTicks, type Interval, svgNumber } from "../base/scale.ts";
import { valueColor } from "../base/value-color.ts";
import { gridColumns, type LinePanel, panelFrame, panelPaths } from "./line-panel.ts";
import "../base/plots.css";
import "../base/charts.css";
import "./small-lines.css";

const HEIGHT = 116;
const GAP = 16;

/** A tick of the shared x axis: where, and what it says. */
export interface Tick {
  readonly x: number;
  readonly text: string;
}

/** A row of small line charts that share their x axis, as many beside each other as fit in `width` pixels. */
export function SmallLines({
  width,
  panels,
  across,
  ticks,
  describe,
}: {
  width: number;
  panels: readonly LinePanel[];
  /** Domain of x. */
  across: Interval;
  ticks: readonly Tick[];
  /** The sentence that stands for a panel. */
  describe: (panel: LinePanel) => string;
}) {
  const { columns, cell } = gridColumns(width, 160, GAP, panels.length);
  return (
    <div
      className="small-lines"
      style={{ gridTemplateColumns: `repeat(${columns}, ${cell}px)`, gap: GAP }}
    >
      {panels.map((panel) => (
        <div key={panel.label} role="img" aria-label={describe(panel)}>
          <Panel panel={panel} width={cell} across={across} ticks={ticks} />
        </div>
      ))}
    </div>
  );
}

function Panel({
  panel,
  width,
  across,
  ticks,
}: {
  panel: LinePanel;
  width: number;
  across: Interval;
  ticks: readonly Tick[];
}) {
  const frame = panelFrame(panel, width, HEIGHT, across);
  const { x, y, plot } = frame;
  const paths = panelPaths(panel, frame);
  const levels = axisTicks(y.domain(), 3);
  const color = valueColor(panel.place);
  return (
    <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
      <text className="panel-title" y={12}>
        {panel.label}
        <tspan className="panel-unit" dx={6}>
          {panel.unit}
        </tspan>
      </text>
      {levels.values.map((value) => (
        <g key={value} transform={`translate(0,${svgNumber(y(value))})`}>
          <line className="grid" x1={plot.left} x2={plot.right} />
          <text className="tick" x={plot.left - 6} dy="0.35em" textAnchor="end">
            {formatNumber(value, {
              digits: Math.max(levels.digits, Math.min(1, digitsFor(panel.sd))),
            })}
          </text>
        </g>
      ))}
      {ticks.map((tick) => (
        <text
          key={tick.x}
          className="tick"
          x={svgNumber(x(tick.x))}
          y={plot.bottom + 14}
          textAnchor="middle"
        >
          {tick.text}
        </text>
      ))}
      {panel.reference !== null && (
        <line
          className="reference"
          x1={plot.left}
          x2={plot.right}
          y1={svgNumber(y(panel.reference))}
          y2={svgNumber(y(panel.reference))}
        />
      )}
      {paths.band && <path className="band" d={paths.band} fill={color} />}
      <path className="course" d={paths.line} stroke={color} />
      {paths.marks.map(([px, py]) => (
        <path
          key={px}
          className="course-mark"
          transform={`translate(${svgNumber(px)},${svgNumber(py)})`}
          d={markerPath(panel.place, 3)}
          fill={color}
        />
      ))}
    </svg>
  );
}

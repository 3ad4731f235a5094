import { digitsFor, formatNumber } from "../../ui/format.ts";
import { useText } from "../../ui/text/use-text.ts";
import { polyline } from "../base/convex-curve.ts";
import { lineDash, markerPath } from "../base/marker.ts";
import { PlotSvg } from "../base/plot-svg.tsx";
import { svgNumber } from "../base/scale.ts";
import { NumbersTable, numberCell } from "../figure/numbers-table.tsx";
import type { TableData } from "../figure/table-data.ts";
import {
  type ParallelAxis,
  type ParallelScenario,
  parallelFrame,
  parallelPoints,
} from "./parallel-geometry.ts";
import { ScenarioKey } from "./scenario-key.tsx";
import "../base/plots.css";
import "../base/charts.css";
import "./scenarios.css";

const write = (axis: ParallelAxis, x: number) => formatNumber(x, { digits: digitsFor(axis.sd) });

/** Scenarios against values, in the user's units. */
function parallelTable(
  caption: string,
  corner: string,
  axes: readonly ParallelAxis[],
  scenarios: readonly ParallelScenario[],
  withUnit: (label: string, unit: string) => string,
): TableData {
  return {
    caption,
    columns: [corner, ...scenarios.map(({ label }) => label)],
    rows: axes.map((axis, i) => [
      withUnit(axis.label, axis.unit),
      ...scenarios.map(({ levels }) => numberCell(levels[i], write(axis, levels[i]))),
    ]),
  };
}

/** Parallel coordinates: one upright axis per value, better always up, and one line per scenario. */
export function ParallelPlot({
  width,
  height,
  axes,
  scenarios,
  emphasised,
}: {
  width: number;
  height: number;
  axes: readonly ParallelAxis[];
  scenarios: readonly ParallelScenario[];
  /** Id of the scenario that is drawn heavier. */
  emphasised?: string;
}) {
  const figures = useText().figures;
  const text = figures.parallel;
  if (scenarios.length === 0 || axes.length === 0)
    return <p className="figure-empty">{text.empty}</p>;
  const frame = parallelFrame(width, height, axes, scenarios);
  const summary = scenarios
    .map(({ label, levels }) =>
      figures.radar.summary(
        label,
        axes.map((axis, i) => figures.at(axis.label, write(axis, levels[i]))).join(", "),
      ),
    )
    .join(" ");
  return (
    <figure className="plot parallel" aria-label={text.title}>
      <PlotSvg width={width} height={height} summary={summary}>
        <g aria-hidden>
          {frame.axes.map(({ x, top, bottom, labelY, best, worst, anchor }, i) => (
            <g key={axes[i].label} transform={`translate(${svgNumber(x)},0)`}>
              <line className="parallel-axis" y1={top} y2={bottom} />
              <text className="axis-title" y={labelY} textAnchor={anchor}>
                {axes[i].label}
              </text>
              <text className="tick" y={top - 8} textAnchor={anchor}>
                {write(axes[i], best)}
              </text>
              <text className="tick" y={bottom + 14} textAnchor={anchor}>
                {write(axes[i], worst)}
              </text>
            </g>
          ))}
          {scenarios.map((scenario, k) => {
            const points = parallelPoints(frame, scenario);
            return (
              <g
                key={scenario.id}
                className={scenario.id === emphasised ? "scenario scenario-strong" : "scenario"}
              >
                <path
                  className="scenario-line"
                  d={polyline(points)}
                  strokeDasharray={lineDash(k)}
                />
                {points.map(([x, y]) => (
                  <path
                    key={x}
                    className="scenario-mark"
                    transform={`translate(${svgNumber(x)},${svgNumber(y)})`}
                    d={markerPath(k, 3.25)}
                  />
                ))}
              </g>
            );
          })}
        </g>
      </PlotSvg>
      <figcaption className="figure-key">{text.key}</figcaption>
      <ScenarioKey scenarios={scenarios} emphasised={emphasised} />
      <NumbersTable
        data={() =>
          parallelTable(text.title, text.columns.value, axes, scenarios, figures.withUnit)
        }
      />
    </figure>
  );
}

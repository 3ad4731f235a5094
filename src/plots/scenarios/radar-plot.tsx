import { formatPercent } from "../../ui/format.ts";
import { useText } from "../../ui/text/use-text.ts";
import { lineDash, markerPath } from "../base/marker.ts";
import { PlotSvg } from "../base/plot-svg.tsx";
import { svgNumber } from "../base/scale.ts";
import { NumbersTable, numberCell } from "../figure/numbers-table.tsx";
import type { TableData } from "../figure/table-data.ts";
import { type RadarFrame, radarFrame, radarPath, radarPoint } from "./radar-geometry.ts";
import { RadarGrid } from "./radar-grid.tsx";
import { ScenarioKey } from "./scenario-key.tsx";
import "../base/plots.css";
import "../base/charts.css";
import "./scenarios.css";

/** A scenario's realised levels as baseline quantiles in [0, 1], one per value. */
export interface RadarScenario {
  readonly id: string;
  readonly label: string;
  readonly quantiles: readonly number[];
}

const RINGS = [0.25, 0.5, 0.75, 1];

/** Scenarios against values, in per cent. */
function radarTable(
  caption: string,
  corner: string,
  values: readonly string[],
  scenarios: readonly RadarScenario[],
): TableData {
  return {
    caption,
    columns: [corner, ...scenarios.map(({ label }) => label)],
    rows: values.map((value, i) => [
      value,
      ...scenarios.map(({ quantiles }) => numberCell(quantiles[i], formatPercent(quantiles[i]))),
    ]),
  };
}

/** Radar of realised levels in baseline quantiles; `emphasised` is drawn heavier than the rest. */
export function RadarPlot({
  width,
  height,
  values,
  scenarios,
  emphasised,
}: {
  width: number;
  height: number;
  /** Names of the values, one spoke each, at least three. */
  values: readonly string[];
  scenarios: readonly RadarScenario[];
  /** Id of the scenario that is drawn heavier. */
  emphasised?: string;
}) {
  const text = useText().figures.radar;
  const at = useText().figures.at;
  if (scenarios.length === 0) return <p className="figure-empty">{text.empty}</p>;
  const table = () => radarTable(text.title, text.columns.value, values, scenarios);
  if (values.length < 3) return <p className="figure-empty">{text.few}</p>;
  const frame = radarFrame(width, height, values);
  const summary = scenarios
    .map(({ label, quantiles }) =>
      text.summary(
        label,
        values.map((value, i) => at(value, formatPercent(quantiles[i]))).join(", "),
      ),
    )
    .join(" ");
  return (
    <figure className="plot radar" aria-label={text.title}>
      <PlotSvg width={width} height={height} summary={summary}>
        <g aria-hidden>
          <RadarGrid frame={frame} rings={RINGS} labels={values} />
          {RINGS.map((ring) => {
            const [x, y] = radarPoint(frame, 0, ring);
            return (
              <text
                key={ring}
                className="tick ring-label"
                x={svgNumber(x + 4)}
                y={svgNumber(y + 10)}
              >
                {formatPercent(ring)}
              </text>
            );
          })}
          {scenarios.map((scenario, k) => (
            <Scenario
              key={scenario.id}
              frame={frame}
              scenario={scenario}
              place={k}
              strong={scenario.id === emphasised}
            />
          ))}
        </g>
      </PlotSvg>
      <ScenarioKey scenarios={scenarios} emphasised={emphasised} />
      <NumbersTable data={table} />
    </figure>
  );
}

function Scenario({
  frame,
  scenario,
  place,
  strong,
}: {
  frame: RadarFrame;
  scenario: RadarScenario;
  place: number;
  strong: boolean;
}) {
  return (
    <g className={strong ? "scenario scenario-strong" : "scenario"}>
      <path
        className="scenario-line"
        d={radarPath(frame, scenario.quantiles)}
        strokeDasharray={lineDash(place)}
      />
      {scenario.quantiles.map((share, i) => {
        const [x, y] = radarPoint(frame, i, share);
        return (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: one marker for each spoke
            key={i}
            className="scenario-mark"
            transform={`translate(${svgNumber(x)},${svgNumber(y)})`}
            d={markerPath(place, 3)}
          />
        );
      })}
    </g>
  );
}

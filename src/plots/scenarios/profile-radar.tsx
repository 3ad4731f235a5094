import { formatNumber } from "../../ui/format.ts";
import { useText } from "../../ui/text/use-text.ts";
import { markerPath } from "../base/marker.ts";
import { PlotSvg } from "../base/plot-svg.tsx";
import { svgNumber } from "../base/scale.ts";
import { valueColor } from "../base/value-color.ts";
import { NumbersTable, numberCell } from "../figure/numbers-table.tsx";
import { radarFrame, radarPath, radarPoint } from "./radar-geometry.ts";
import { RadarGrid } from "./radar-grid.tsx";
import "../base/plots.css";
import "../base/charts.css";
import "./scenarios.css";

const RINGS = [0.5, 1];
const FEWEST_SPOKES = 3;

/** Radar of a moral profile: how much each value counts, from 0 in the middle to 1 on the rim. Nothing for fewer than three values. */
export function ProfileRadar({
  width,
  height,
  values,
  weights,
}: {
  width: number;
  height: number;
  /** Names of the values, one spoke each. */
  values: readonly string[];
  /** In [0, 1], in the order of the values. */
  weights: readonly number[];
}) {
  const text = useText().moral.profile;
  const at = useText().figures.at;
  if (values.length < FEWEST_SPOKES) return null;
  const frame = radarFrame(width, height, values, 22);
  const write = (weight: number) => formatNumber(weight, { digits: 2 });
  const summary = text.radarSummary(values.map((v, i) => at(v, write(weights[i]))).join(", "));
  return (
    <figure className="plot radar" aria-label={text.radar}>
      <PlotSvg width={width} height={height} summary={summary}>
        <g aria-hidden>
          <RadarGrid frame={frame} rings={RINGS} labels={values} />
          <path className="profile-shape" d={radarPath(frame, weights)} />
          {weights.map((weight, i) => {
            const [x, y] = radarPoint(frame, i, weight);
            return (
              <path
                key={values[i]}
                transform={`translate(${svgNumber(x)},${svgNumber(y)})`}
                d={markerPath(i, 4)}
                fill={valueColor(i)}
              />
            );
          })}
        </g>
      </PlotSvg>
      <NumbersTable
        data={() => ({
          caption: text.radar,
          columns: [text.radarColumns.value, text.radarColumns.weight],
          rows: values.map((value, i) => [value, numberCell(weights[i], write(weights[i]))]),
        })}
      />
    </figure>
  );
}

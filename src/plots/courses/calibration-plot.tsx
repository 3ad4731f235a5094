import { scaleLinear, scaleSqrt } from "d3";
import { formatPercent } from "../../ui/format.ts";
import { useText } from "../../ui/text/use-text.ts";
import { markerPath } from "../base/marker.ts";
import { PlotSvg } from "../base/plot-svg.tsx";
import { svgNumber } from "../base/scale.ts";
import { valueColor } from "../base/value-color.ts";
import { NumbersTable, numberCell } from "../figure/numbers-table.tsx";
import "../base/plots.css";

/** A bin of texts: the chance they were rated at, the share of them that follows the value, and how many there are. */
export interface CalibrationPoint {
  readonly predicted: number;
  readonly observed: number;
  readonly texts: number;
}

const PAD = { left: 34, right: 8, top: 22, bottom: 30 };
const TICKS = [0, 0.5, 1];
const SMALLEST = 2;
const LARGEST = 6;

/** Rated chance against the share that follows, both in [0, 1]; larger marks stand for more texts. */
export function CalibrationPlot({
  size,
  label,
  place,
  points,
}: {
  /** Width and height in pixels. */
  size: number;
  /** Name of the value. */
  label: string;
  /** The value's place, which gives colour and mark. */
  place: number;
  points: readonly CalibrationPoint[];
}) {
  const text = useText().moralParts.rewards;
  const side = size - PAD.left - PAD.right;
  const height = PAD.top + side + PAD.bottom;
  const x = scaleLinear([PAD.left, PAD.left + side]);
  const y = scaleLinear([PAD.top + side, PAD.top]);
  const most = Math.max(...points.map(({ texts }) => texts), 1);
  const radius = scaleSqrt([0, most], [SMALLEST, LARGEST]);
  const pair = ({ predicted, observed }: CalibrationPoint) =>
    `${formatPercent(predicted)} ${formatPercent(observed)}`;
  return (
    <figure className="plot calibration" aria-label={`${text.calibration}: ${label}`}>
      <figcaption>{label}</figcaption>
      <PlotSvg
        width={size}
        height={height}
        summary={text.calibrationSummary(label, points.map(pair).join(", "))}
      >
        <g aria-hidden>
          <path
            className="calibration-frame"
            d={`M${x(0)},${y(0)}H${x(1)}M${x(0)},${y(0)}V${y(1)}`}
          />
          <path className="calibration-even" d={`M${x(0)},${y(0)}L${x(1)},${y(1)}`} />
          {TICKS.map((tick) => (
            <g key={tick}>
              <text className="tick" x={x(tick)} y={y(0) + 14} textAnchor="middle">
                {formatPercent(tick)}
              </text>
              <text className="tick" x={x(0) - 5} y={y(tick)} dy="0.35em" textAnchor="end">
                {formatPercent(tick)}
              </text>
            </g>
          ))}
          <text className="tick" x={x(0.5)} y={height - 2} textAnchor="middle">
            {text.predicted}
          </text>
          <text className="tick" x={x(0) - 5} y={10}>
            {text.observed}
          </text>
          {points.map((point) => (
            <path
              key={point.predicted}
              transform={`translate(${svgNumber(x(point.predicted))},${svgNumber(y(point.observed))})`}
              d={markerPath(place, radius(point.texts))}
              fill={valueColor(place)}
            />
          ))}
        </g>
      </PlotSvg>
      <NumbersTable
        data={() => ({
          caption: `${text.calibration}: ${label}`,
          columns: [text.predicted, text.observed],
          rows: points.map((p) =>
            [p.predicted, p.observed].map((x) => numberCell(x, formatPercent(x))),
          ),
        })}
      />
    </figure>
  );
}

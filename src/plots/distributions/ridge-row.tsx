import type { Histograms } from "../../core/rows/oracle.ts";
import { useText } from "../../ui/text/use-text.ts";
import { svgPercent } from "../base/scale.ts";
import { valueColor } from "../base/value-color.ts";
import { BinsChart } from "./bins-chart.tsx";
import { type Shape, shareOf } from "./bins-path.ts";
import { binsOf } from "./density.ts";
import { type RidgeValue, ridgeNumber, ridgeSummary } from "./ridges-text.ts";

/** One value's row: its name and means, and the distribution over an axis with its end values. */
export function RidgeRow({
  value,
  place,
  histograms,
  shape,
  showUnit,
}: {
  value: RidgeValue;
  place: number;
  histograms: Histograms;
  shape: Shape;
  showUnit: boolean;
}) {
  const text = useText().plots;
  const { before, after, bins } = histograms;
  const left = (x: number) => svgPercent(shareOf(x, value.min, value.max));
  const [low, high] = [value.min, value.max].map((x) => ridgeNumber(value, x));
  return (
    <li className="ridge">
      <div className="ridge-name" aria-hidden="true">
        <strong>{value.label}</strong>
        <span>
          {text.ridges.change(ridgeNumber(value, value.before), "")}
          <b>{ridgeNumber(value, value.after)}</b>
        </span>
      </div>
      <div className="ridge-plot" role="img" aria-label={ridgeSummary(text, value)}>
        <BinsChart
          before={binsOf(before, bins, place)}
          after={binsOf(after, bins, place)}
          place={place}
          shape={shape}
        />
        <svg className="ridge-marks" aria-hidden="true">
          <line className="ridge-axis" x2="100%" y1="100%" y2="100%" />
          <line className="mean-before" x1={left(value.before)} x2={left(value.before)} y2="100%" />
          <line
            className="mean-after"
            x1={left(value.after)}
            x2={left(value.after)}
            y2="100%"
            stroke={valueColor(place)}
          />
        </svg>
        {value.target !== null && <Diamond left={left(value.target)} />}
        <span className="ridge-end">{low}</span>
        <span className="ridge-end ridge-end-high">
          {showUnit ? text.withUnit(high, value.unit) : high}
        </span>
      </div>
    </li>
  );
}

function Diamond({ left }: { left: string }) {
  return (
    <svg className="ridge-target" style={{ left }} viewBox="-6 -6 12 12" aria-hidden="true">
      <path d="M0,-4.5L4.5,0L0,4.5L-4.5,0Z" />
    </svg>
  );
}

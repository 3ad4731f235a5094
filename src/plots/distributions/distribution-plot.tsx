import { digitsFor, formatNumber, formatPercent } from "../../ui/format.ts";
import type { Catalogue } from "../../ui/text/en.ts";
import { useText } from "../../ui/text/use-text.ts";
import { Axes } from "../base/axes.tsx";
import { KeyMark } from "../base/key-mark.tsx";
import { PlotSvg } from "../base/plot-svg.tsx";
import { svgNumber } from "../base/scale.ts";
import { valueColor } from "../base/value-color.ts";
import { NumbersTable, numberCell } from "../figure/numbers-table.tsx";
import type { TableData } from "../figure/table-data.ts";
import {
  curvePaths,
  type DistributionShape,
  distributionCurves,
  distributionFrame,
} from "./distribution-geometry.ts";
import "../base/plots.css";
import "../base/charts.css";
import "./distribution-plot.css";
import "./ridges.css";

/** One value's distribution before and after, in the user's units. */
export interface DistributionValue {
  readonly label: string;
  readonly unit: string;
  /** Ends of the bins. */
  readonly min: number;
  readonly max: number;
  /** Baseline sd; gives the decimals. */
  readonly sd: number;
  /** The value's place, which gives its colour. */
  readonly place: number;
  /** Masses per bin. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly meanBefore: number;
  readonly meanAfter: number;
  /** Null where the value is left out. */
  readonly target: number | null;
  /** Quantiles at probabilities in [0, 1]; none is drawn where the list is empty. */
  readonly quantiles: readonly {
    readonly p: number;
    readonly before: number;
    readonly after: number;
  }[];
}

/** Means, target and quantiles before and after. */
function distributionTable(text: Catalogue["figures"], value: DistributionValue): TableData {
  const { distribution } = text;
  const { columns } = distribution;
  const write = (x: number) => numberCell(x, formatNumber(x, { digits: digitsFor(value.sd) }));
  const target = value.target === null ? text.none : write(value.target);
  return {
    caption: distribution.title(value.label),
    columns: [columns.what, columns.before, columns.after],
    rows: [
      [distribution.mean, write(value.meanBefore), write(value.meanAfter)],
      [distribution.target, target, target],
      ...value.quantiles.map(({ p, before, after }) => [
        distribution.quantile(formatPercent(p)),
        write(before),
        write(after),
      ]),
    ],
  };
}

/** One value large: density, histogram or ECDF before (grey) and after (in colour), means, target and quantiles. */
export function DistributionPlot({
  width,
  height,
  value,
  shape,
}: {
  width: number;
  height: number;
  value: DistributionValue;
  shape: DistributionShape;
}) {
  const figures = useText().figures;
  const text = figures.distribution;
  const ends = [value.min, value.max] as const;
  const curves = distributionCurves(value.before, value.after, ends, shape);
  const frame = distributionFrame(width, height, ends, curves.peak, shape);
  const [before, after] = [curves.before, curves.after].map((c) => curvePaths(c, frame, shape));
  const { x, y, plot } = frame;
  const color = valueColor(value.place);
  const write = (v: number) => formatNumber(v, { digits: digitsFor(value.sd) });
  const target = value.target === null ? null : write(value.target);
  const upright = text[shape];
  const line = (v: number) => ({ x1: svgNumber(x(v)), x2: svgNumber(x(v)) });
  return (
    <figure className="plot distribution" aria-label={text.title(value.label)}>
      <PlotSvg
        width={width}
        height={height}
        summary={text.summary(value.label, write(value.meanBefore), write(value.meanAfter), target)}
      >
        <Axes
          x={x}
          y={y}
          plot={plot}
          titles={[figures.withUnit(value.label, value.unit), upright]}
          percent={[false, shape !== "density"]}
        />
        <g aria-hidden>
          {shape === "ecdf" ? (
            <path className="ecdf-before" d={before.line} />
          ) : (
            <>
              <path className="bins-before" d={before.area} />
              <path className="bins-after" d={after.area} fill={color} />
            </>
          )}
          <path className="bins-line" d={after.line} stroke={color} />
          {value.quantiles.map(({ p, before: b, after: a }) => (
            <g key={p}>
              <line
                className="quantile-before"
                {...line(b)}
                y1={plot.bottom}
                y2={plot.bottom - 10}
              />
              <line
                className="quantile-after"
                {...line(a)}
                y1={plot.bottom}
                y2={plot.bottom - 16}
                stroke={color}
              />
            </g>
          ))}
          <line
            className="mean-before"
            {...line(value.meanBefore)}
            y1={plot.top}
            y2={plot.bottom}
          />
          <line
            className="mean-after"
            {...line(value.meanAfter)}
            y1={plot.top}
            y2={plot.bottom}
            stroke={color}
          />
          {value.target !== null && (
            <path
              className="distribution-target"
              transform={`translate(${svgNumber(x(value.target))},${plot.bottom})`}
              d="M0,-5.5L5.5,0L0,5.5L-5.5,0Z"
            />
          )}
        </g>
      </PlotSvg>
      <figcaption className="ridges-key" style={{ "--key": color } as React.CSSProperties}>
        <span>
          <KeyMark kind="before" />
          {text.before}
        </span>
        <span>
          <KeyMark kind="after" />
          {text.after}
        </span>
        <span>
          <KeyMark kind="means" />
          {text.means}
        </span>
        {value.target !== null && (
          <span>
            <KeyMark kind="target" />
            {text.targetKey}
          </span>
        )}
        {value.quantiles.length > 0 && (
          <span className="ridges-unit">
            {text.ticks(value.quantiles.map(({ p }) => formatPercent(p)).join(", "))}
          </span>
        )}
      </figcaption>
      <NumbersTable data={() => distributionTable(figures, value)} />
    </figure>
  );
}

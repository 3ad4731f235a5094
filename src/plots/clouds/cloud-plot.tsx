import { quantileSorted } from "d3";
import { useMemo } from "react";
import { digitsFor, formatCount, formatNumber, formatPercent } from "../../ui/format.ts";
import type { Catalogue } from "../../ui/text/en.ts";
import { useText } from "../../ui/text/use-text.ts";
import { Axes } from "../base/axes.tsx";
import { PlotSvg } from "../base/plot-svg.tsx";
import { NumbersTable, numberCell } from "../figure/numbers-table.tsx";
import type { TableData } from "../figure/table-data.ts";
import { toPixel } from "../region/region-frame.ts";
import { Labels, RegionArrows } from "../region/region-marks.tsx";
import {
  type CloudAxis,
  type CloudMarks,
  cloudFrame,
  cloudLabels,
  cloudPixels,
} from "./cloud-geometry.ts";
import { SplatCanvas } from "./splat-canvas.tsx";
import "../base/plots.css";
import "../base/charts.css";
import "./clouds.css";

const SHARES = [0.05, 0.25, 0.5, 0.75, 0.95];

function written(axis: CloudAxis, x: number): string {
  return axis.percent ? formatPercent(x) : formatNumber(x, { digits: digitsFor(axis.sd) });
}

/** Marks, and the cloud's quantiles along each axis. */
function cloudTable(
  text: Catalogue["figures"],
  axes: readonly [CloudAxis, CloudAxis],
  points: Float64Array,
  marks: CloudMarks,
): TableData {
  const { cloud } = text;
  const columns = [0, 1].map((k) => [...points.filter((_, i) => i % 2 === k).sort()]);
  const row = (name: string, x: number, y: number) => [
    name,
    numberCell(x, written(axes[0], x)),
    numberCell(y, written(axes[1], y)),
  ];
  return {
    caption: cloud.title(axes[0].label, axes[1].label),
    columns: [cloud.columns.point, ...axes.map(({ label, unit }) => text.withUnit(label, unit))],
    rows: [
      row(cloud.today, ...marks.baseline),
      row(cloud.palette, ...marks.palette),
      ...marks.alone.flatMap((p, k) => (p ? [row(cloud.alone(axes[k].label), ...p)] : [])),
      ...SHARES.map((p) =>
        row(
          `${cloud.columns.quantile} ${formatPercent(p)}`,
          quantileSorted(columns[0], p) ?? Number.NaN,
          quantileSorted(columns[1], p) ?? Number.NaN,
        ),
      ),
    ],
  };
}

/**
 * Random linear mixes as a cloud of realised levels (paper Fig. 1), with arrows from the baseline to the palette's solution
 * and to each single-value one (dashed).
 */
export function CloudPlot({
  width,
  height,
  axes,
  points,
  marks,
}: {
  width: number;
  height: number;
  axes: readonly [CloudAxis, CloudAxis];
  /** Realised levels x, y, x, y, … in the axes' units. */
  points: Float64Array;
  marks: CloudMarks;
}) {
  const figures = useText().figures;
  const text = figures.cloud;
  const frame = useMemo(
    () => cloudFrame(width, height, axes, points, marks),
    [width, height, axes, points, marks],
  );
  const pixels = useMemo(() => cloudPixels(frame, points), [frame, points]);
  if (points.length === 0) return <p className="figure-empty">{text.empty}</p>;
  const arrows = {
    baseline: toPixel(frame, marks.baseline),
    realised: toPixel(frame, marks.palette),
    target: toPixel(frame, marks.palette),
    alone: marks.alone.map((p) => p && toPixel(frame, p)),
  };
  const words = {
    today: text.today,
    palette: text.palette,
    alone: axes.map(({ label }) => text.alone(label)),
  };
  const ends = (k: 0 | 1) => {
    const [low, high] = (k === 0 ? frame.x : frame.y).domain();
    return text.range(written(axes[k], low), written(axes[k], high));
  };
  return (
    <figure className="plot cloud" aria-label={text.title(axes[0].label, axes[1].label)}>
      <SplatCanvas className="splat-mixes" width={width} height={height} points={pixels} />
      <PlotSvg
        width={width}
        height={height}
        summary={text.summary(
          formatCount(points.length / 2),
          axes[0].label,
          axes[1].label,
          ends(0),
          ends(1),
        )}
      >
        <Axes
          x={frame.x}
          y={frame.y}
          plot={frame.plot}
          titles={[
            figures.withUnit(axes[0].label, axes[0].unit),
            figures.withUnit(axes[1].label, axes[1].unit),
          ]}
          percent={[axes[0].percent ?? false, axes[1].percent ?? false]}
        />
        <RegionArrows marks={arrows} linked={false} />
        <Labels labels={cloudLabels(arrows, words, frame.plot)} />
      </PlotSvg>
      <NumbersTable data={() => cloudTable(figures, axes, points, marks)} />
    </figure>
  );
}

import { formatNumber, formatPercent } from "../../ui/format.ts";
import type { Box } from "./place-labels.ts";
import { axisTicks, type Scale, svgNumber } from "./scale.ts";

/** Hairline grid with tick labels left of and below a plot, and the titles at the ends of their axes. */
export function Axes({
  x,
  y,
  plot,
  titles,
  percent = [false, false],
}: {
  x: Scale;
  y: Scale;
  plot: Box;
  /** Of x and of y. */
  titles: readonly [string, string];
  /** Whether the ticks of x and of y are shares, written as per cent. Default neither. */
  percent?: readonly [boolean, boolean];
}) {
  const across = axisTicks(x.domain(), (plot.right - plot.left) / 64);
  const up = axisTicks(y.domain(), (plot.bottom - plot.top) / 44);
  const write = (value: number, digits: number, asPercent: boolean) =>
    asPercent
      ? formatPercent(value, { digits: Math.max(0, digits - 2) })
      : formatNumber(value, { digits });
  return (
    <g className="axes" aria-hidden>
      {across.values.map((value) => (
        <g key={value} transform={`translate(${svgNumber(x(value))},0)`}>
          <line className="grid" y1={plot.top} y2={plot.bottom} />
          <text className="tick" y={plot.bottom + 15} textAnchor="middle">
            {write(value, across.digits, percent[0])}
          </text>
        </g>
      ))}
      {up.values.map((value) => (
        <g key={value} transform={`translate(0,${svgNumber(y(value))})`}>
          <line className="grid" x1={plot.left} x2={plot.right} />
          <text className="tick" x={plot.left - 8} dy="0.35em" textAnchor="end">
            {write(value, up.digits, percent[1])}
          </text>
        </g>
      ))}
      <text className="axis-title" x={plot.right} y={plot.bottom + 31} textAnchor="end">
        {titles[0]}
      </text>
      <text className="axis-title" x={2} y={11}>
        {titles[1]}
      </text>
    </g>
  );
}

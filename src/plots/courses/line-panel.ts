import { area, extent, line, scaleLinear } from "d3";
import type { Pixel } from "../base/convex-curve.ts";
import type { Box } from "../base/place-labels.ts";
import type { Interval, Scale } from "../base/scale.ts";
import { plotBox } from "../region/region-frame.ts";

/** One panel of a row of small line charts: a value's course, in its own units. */
export interface LinePanel {
  readonly label: string;
  readonly unit: string;
  /** Spread of what is drawn; gives the decimals. */
  readonly sd: number;
  /** The value's place, which gives colour and marker. */
  readonly place: number;
  /** x ascending; `error` is the half-width of the band around y. */
  readonly points: readonly { readonly x: number; readonly y: number; readonly error?: number }[];
  /** A level to compare with (dashed); null for none. */
  readonly reference: number | null;
}

/** Scales and inner rectangle of a panel. */
export interface PanelFrame {
  readonly x: Scale;
  readonly y: Scale;
  readonly plot: Box;
}

/** What a panel draws, in pixels. */
export interface PanelPaths {
  readonly line: string;
  readonly band: string | null;
  readonly marks: readonly Pixel[];
}

/** [min, max] of numbers widened by a share of their range; by `least` on each side where they are all the same. */
export function paddedDomain(values: readonly number[], share: number, least: number): Interval {
  const [low, high] = extent(values.filter(Number.isFinite));
  if (low === undefined) return [0, 1];
  const pad =
    high - low > 1e-12 * Math.max(Math.abs(low), Math.abs(high))
      ? (high - low) * share
      : least || 1;
  return [low - pad, high + pad];
}

/** Columns of equal cells, each at least `least` pixels wide, with gaps between them. */
export function gridColumns(width: number, least: number, gap: number, count: number) {
  const most = Math.max(1, Math.min(count, Math.floor((width + gap) / (least + gap))));
  // As many rows as that takes, and each as full as the others: 3 + 3 in place of 5 + 1.
  const columns = Math.ceil(count / Math.ceil(count / most));
  return { columns, cell: Math.floor((width - gap * (columns - 1)) / columns) };
}

/** Lays a panel out: every point with its error, and the reference, lies inside. `across` is the shared x domain. */
export function panelFrame(
  panel: LinePanel,
  width: number,
  height: number,
  across: Interval,
): PanelFrame {
  const plot = plotBox(width, height, { left: 36, right: 8, top: 24, bottom: 18 });
  const ys = panel.points.flatMap(({ y, error = 0 }) => [y - error, y + error]);
  if (panel.reference !== null) ys.push(panel.reference);
  return {
    x: scaleLinear(across, [plot.left + 4, plot.right - 4]),
    y: scaleLinear(paddedDomain(ys, 0.1, panel.sd / 10), [plot.bottom, plot.top]),
    plot,
  };
}

/** Paths of a panel in its frame; the band only where a point has an error. */
export function panelPaths(panel: LinePanel, { x, y }: PanelFrame): PanelPaths {
  const marks = panel.points.map((point): Pixel => [x(point.x), y(point.y)]);
  const banded = panel.points.some(({ error }) => error !== undefined && error > 0);
  const band = area<LinePanel["points"][number]>()
    .x((point) => x(point.x))
    .y0((point) => y(point.y - (point.error ?? 0)))
    .y1((point) => y(point.y + (point.error ?? 0)))
    .digits(1);
  return {
    marks,
    line: line().digits(1)(marks as [number, number][]) ?? "",
    band: banded ? band(panel.points as [LinePanel["points"][number]]) : null,
  };
}

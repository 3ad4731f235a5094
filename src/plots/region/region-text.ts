import type { Line, RegionPicture } from "../../core/region/region-picture.ts";
import { digitsFor, formatBound, formatNats, formatNumber } from "../../ui/format.ts";
import type { Catalogue } from "../../ui/text/en.ts";
import type { ReachStatus } from "../base/status-mark.tsx";
import { numberCell } from "../figure/numbers-table.tsx";
import type { TableCell, TableData } from "../figure/table-data.ts";
import type { FrontPoint } from "./front-geometry.ts";
import type { Point, RegionAxis, RegionMarks } from "./region-frame.ts";
import type { RegionWords } from "./region-labels.ts";

type Words = Catalogue["plots"];
type Axes = readonly [RegionAxis, RegionAxis];

/** One coordinate of an axis as text, without the unit. */
export function axisNumber(axis: RegionAxis, x: number): string {
  return formatNumber(x, { digits: digitsFor(axis.sd) });
}

/** The best of some levels, rounded outwards. */
function bestWritten({ lowerIsBetter, sd }: RegionAxis, xs: readonly number[]): string {
  return lowerIsBetter
    ? formatBound(Math.min(...xs), digitsFor(sd), "least")
    : formatBound(Math.max(...xs), digitsFor(sd), "greatest");
}

/** The words drawn on the plot. */
export function regionWords(
  text: Words,
  axes: Axes,
  status: ReachStatus,
  mode: RegionPicture["mode"] = "pooled",
): RegionWords {
  const { region } = text;
  return {
    today: region.today,
    palette: region.palette,
    realised: status === "out-of-reach" ? region.closestSafeMix : region.realised,
    alone: axes.map((axis) => region.alone(axis.label)),
    contour: (budget) => region.nats(budget, writtenBudget(budget)),
    beyond: region.beyond[mode],
    beyondShort: region.beyondShort,
    hatched: region.hatched,
    hatchedShort: region.hatchedShort,
  };
}

function writtenBudget(budget: number): string {
  return Number.isInteger(budget * 10)
    ? formatNumber(budget, { digits: Number.isInteger(budget) ? 0 : 1 })
    : formatNats(budget);
}

/** A point of a front in words: its drift and both levels. */
export function frontName(
  text: Words,
  axes: Axes,
  picture: RegionPicture,
  { front, point }: FrontPoint,
): string {
  const { budget, points } = picture.fronts[front];
  const levels = axes.map((axis, k) =>
    text.valueNow(axis.label, axisNumber(axis, points[point][k])),
  );
  return text.region.frontPoint(
    text.region.nats(budget, writtenBudget(budget)),
    levels[0],
    levels[1],
  );
}

/** What the figure says, in sentences. */
export function regionSummary(
  text: Words,
  axes: Axes,
  picture: RegionPicture,
  marks: RegionMarks,
  status: ReachStatus,
): string {
  const at = (point: Point) =>
    axes.map((axis, k) => text.valueNow(axis.label, axisNumber(axis, point[k]))).join(", ");
  const { hull } = picture;
  const most = (k: 0 | 1, line: Line) =>
    text.valueNow(
      axes[k].label,
      bestWritten(
        axes[k],
        line.map((point) => point[k]),
      ),
    );
  return text.region.summary({
    x: axes[0].label,
    y: axes[1].label,
    today: at(marks.baseline),
    asked: at(marks.target),
    reach: text.reach[status],
    realised: at(marks.realised),
    most: hull && hull.length > 0 ? `${most(0, hull)}, ${most(1, hull)}` : null,
    mode: picture.mode ?? "pooled",
    budgets: picture.fronts
      .map(({ budget }) => text.region.nats(budget, writtenBudget(budget)))
      .join(", "),
  });
}

/** Every number of the figure: marks, edges and fronts, each as a row of x, y and, on a front, its drift. */
export function regionTable(
  text: Words,
  axes: Axes,
  picture: RegionPicture,
  marks: RegionMarks,
  status: ReachStatus,
): TableData {
  const { region } = text;
  const words = regionWords(text, axes, status, picture.mode);
  const row = (name: string, point: Point, drift: TableCell = "") => [
    name,
    ...axes.map((axis, k) => numberCell(point[k], axisNumber(axis, point[k]))),
    drift,
  ];
  return {
    caption: region.title(axes[0].label, axes[1].label),
    columns: [
      region.columns.point,
      ...axes.map((axis) => text.axisTitle(axis.label, axis.unit, axis.lowerIsBetter ?? false)),
      region.columns.drift,
    ],
    rows: [
      row(region.today, marks.baseline),
      row(words.realised ?? region.realised, marks.realised),
      row(region.palette, marks.target),
      ...picture.alone.flatMap((point, k) => (point ? [row(words.alone[k], point)] : [])),
      ...(picture.hull ?? []).map((point, i) => row(region.edge(i + 1), point)),
      ...picture.hullFree.map((point, i) => row(region.edgeFree(i + 1), point)),
      ...picture.fronts.flatMap(({ budget, points }) =>
        points.map((point, i) =>
          row(
            `${words.contour(budget)}, ${region.front(i + 1)}`,
            point,
            numberCell(budget, writtenBudget(budget)),
          ),
        ),
      ),
    ],
  };
}

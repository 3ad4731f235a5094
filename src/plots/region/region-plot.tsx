import { useId, useMemo, useState } from "react";
import type { RegionPicture } from "../../core/region/region-picture.ts";
import { useText } from "../../ui/text/use-text.ts";
import { Axes } from "../base/axes.tsx";
import type { Box, PlacedLabel } from "../base/place-labels.ts";
import type { ReachStatus } from "../base/status-mark.tsx";
import { useSteady } from "../base/use-steady.ts";
import { NumbersTable } from "../figure/numbers-table.tsx";
import { type FrontActions, FrontLayer } from "./front-layer.tsx";
import {
  type Point,
  type RegionAxis,
  regionDomains,
  regionFrame,
  toPixel,
} from "./region-frame.ts";
import { type MarkPixels, notePlace, regionLabels } from "./region-labels.ts";
import { Labels, RegionArrows } from "./region-marks.tsx";
import { Gaps, RegionBackdrop, RegionLines } from "./region-picture.tsx";
import { regionShapes } from "./region-shapes.ts";
import { frontName, regionSummary, regionTable, regionWords } from "./region-text.ts";
import { TargetMark } from "./target-mark.tsx";
import type { TargetDrag } from "./use-target-drag.ts";
import "../base/plots.css";

/** What a region plot draws; points are [x, y] in the user's units. */
export interface RegionPlotProps {
  /** Pixels of the drawing, without the table of numbers below it. */
  readonly width: number;
  readonly height: number;
  /** The newest picture of the pair; an older one may stay while the marks move on. */
  readonly picture: RegionPicture;
  readonly axes: readonly [RegionAxis, RegionAxis];
  /** Baseline means. */
  readonly baseline: Point;
  /** Realised levels of the palette, or of the closest safe mix while it is out of reach. */
  readonly realised: Point;
  readonly target: Point;
  readonly status: ReachStatus;
  /** Called while the target is moved by pointer or keyboard. Without it the target stays put. */
  readonly onTargetDrag?: TargetDrag;
  /** Makes the points of the fronts answer to pointer and keys. Default: they do not. */
  readonly fronts?: FrontActions;
}

const haveSameSpots = (a: readonly PlacedLabel[], b: readonly PlacedLabel[]) =>
  a.length === b.length &&
  a.every((label, i) => label.key === b[i].key && label.spot === b[i].spot);

/**
 * What a pair of values can reach with the others at their targets (method §6): drift contours shaded towards the baseline,
 * the edge, the part that the other targets forbid (hatched), and the marks ○ today, ● realised, ◇ target.
 */
export function RegionPlot(props: RegionPlotProps) {
  const { width, height, picture, axes, status } = props;
  const text = useText().plots;
  const id = useId();
  const [isDragged, setDragged] = useState(false);
  const { frame, shapes, pixels, labels } = useRegionDrawing(props, isDragged);
  const { baseline, realised, target } = props;
  const marks = { baseline, realised, target };
  const [titleX, titleY] = axes.map((axis) =>
    text.axisTitle(axis.label, axis.unit, axis.lowerIsBetter ?? false),
  );
  return (
    <figure
      className="plot region-plot"
      aria-label={text.region.title(axes[0].label, axes[1].label)}
      aria-describedby={`${id}-desc`}
    >
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: its figure names it, a title would pop up under the pointer */}
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        <desc id={`${id}-desc`}>{regionSummary(text, axes, picture, marks, status)}</desc>
        <RegionBackdrop shapes={shapes} plot={frame.plot} id={id} />
        <Axes x={frame.x} y={frame.y} plot={frame.plot} titles={[titleX, titleY]} />
        <Gaps labels={labels} plot={frame.plot} id={id} />
        <RegionLines shapes={shapes} id={id} />
        <RegionArrows marks={pixels} linked={status === "out-of-reach"} />
        <Labels labels={labels} />
        {props.fronts && (
          <FrontLayer
            fronts={picture.fronts}
            frame={frame}
            name={(at) => frontName(text, axes, picture, at)}
            actions={props.fronts}
          />
        )}
        <TargetMark
          frame={frame}
          axes={axes}
          target={target}
          status={status}
          isDragged={isDragged}
          setDragged={setDragged}
          onDrag={props.onTargetDrag}
        />
      </svg>
      {picture.hull === null && <ConflictNote marks={pixels} labels={labels} plot={frame.plot} />}
      <NumbersTable data={() => regionTable(text, axes, picture, marks, status)} />
    </figure>
  );
}

/** Everything of the plot in pixels. Axes and label places are held from one drawing to the next; the axes also while the target is dragged. */
function useRegionDrawing(props: RegionPlotProps, isDragged: boolean) {
  const { width, height, picture, axes, status, baseline, realised, target } = props;
  const text = useText().plots;
  const dataKey = JSON.stringify([picture.pair, baseline, axes.map((a) => [a.min, a.max])]);
  const domains = useSteady(
    dataKey,
    (previous) =>
      previous && isDragged
        ? previous
        : regionDomains(picture, axes, { baseline, realised, target }, previous),
    Object.is,
  );
  const frame = useMemo(
    () => regionFrame(width, height, axes, domains),
    [width, height, axes, domains],
  );
  const shapes = useMemo(() => regionShapes(picture, frame), [picture, frame]);
  const pixels: MarkPixels = {
    baseline: toPixel(frame, baseline),
    realised: toPixel(frame, realised),
    target: toPixel(frame, target),
    alone: picture.alone.map((point) => point && picture.hull && toPixel(frame, point)),
  };
  const labels = useSteady(
    `${dataKey} ${width} ${height}`,
    (previous) =>
      regionLabels(
        pixels,
        shapes,
        regionWords(text, axes, status, picture.mode),
        frame.plot,
        previous,
      ),
    haveSameSpots,
  );
  return { frame, shapes, pixels, labels };
}

/** Says in the middle of the plot that the other targets already conflict, where it hides nothing. */
function ConflictNote({
  marks,
  labels,
  plot,
}: {
  marks: MarkPixels;
  labels: readonly PlacedLabel[];
  plot: Box;
}) {
  const text = useText().plots.region;
  const width = Math.min(300, plot.right - plot.left - 16);
  return (
    <p
      className="plot-empty"
      style={{
        width,
        left: (plot.left + plot.right - width) / 2,
        top: notePlace(marks, labels, plot, width, 72),
      }}
    >
      {text.empty}
    </p>
  );
}

import { extent, scaleLinear } from "d3";
import type { Pixel } from "../base/convex-curve.ts";
import type { Scale } from "../base/scale.ts";
import { textWidth } from "../base/text-width.ts";
import { paddedDomain } from "../courses/line-panel.ts";

/** One value's axis, in the user's units. */
export interface ParallelAxis {
  readonly label: string;
  readonly unit: string;
  /** Baseline sd; gives the decimals. */
  readonly sd: number;
  /** True for a cost: the axis is turned round. Default false. */
  readonly lowerIsBetter?: boolean;
}

/** A scenario's realised levels, one per axis, in the user's units. */
export interface ParallelScenario {
  readonly id: string;
  readonly label: string;
  readonly levels: readonly number[];
}

/** Where an axis stands and what its ends are. */
interface ParallelAxisFrame {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  /** Baseline of its name; every other one stands higher where names are longer than the axes are apart. */
  readonly labelY: number;
  readonly scale: Scale;
  /** Values at the upper and the lower end. */
  readonly best: number;
  readonly worst: number;
  /** Of its labels: the outer ones stay inside the drawing. */
  readonly anchor: "start" | "middle" | "end";
}

/** Layout of parallel coordinates; each axis spans its scenarios' levels with a tenth more at both ends. */
export interface ParallelFrame {
  readonly axes: readonly ParallelAxisFrame[];
}

/** Lays the axes out side by side in width × height pixels. */
export function parallelFrame(
  width: number,
  height: number,
  axes: readonly ParallelAxis[],
  scenarios: readonly ParallelScenario[],
): ParallelFrame {
  const inset = 8;
  const step = axes.length > 1 ? (width - 2 * inset) / (axes.length - 1) : width;
  const staggered = axes.some(({ label }) => textWidth(label, 11.5) + 8 > step);
  const bottom = height - 20;
  const top = staggered ? 48 : 34;
  return {
    axes: axes.map((axis, i) => {
      const levels = scenarios.map((scenario) => scenario.levels[i]);
      const [low, high] = levelDomain(levels, axis.sd);
      const [worst, best] = axis.lowerIsBetter ? [high, low] : [low, high];
      return {
        x: axes.length > 1 ? inset + i * step : width / 2,
        top,
        bottom,
        labelY: staggered && i % 2 === 0 ? top - 36 : top - 22,
        scale: scaleLinear([worst, best], [bottom, top]),
        best,
        worst,
        anchor: labelAnchor(i, axes.length),
      };
    }),
  };
}

/** Labels of the outer axes stay inside the drawing. */
function labelAnchor(place: number, count: number): ParallelAxisFrame["anchor"] {
  if (count < 2) return "middle";
  if (place === 0) return "start";
  return place === count - 1 ? "end" : "middle";
}

/** Levels that hardly differ must look so: an axis spans a twentieth of the sd at the least. */
function levelDomain(levels: readonly number[], sd: number): readonly [number, number] {
  const [least = 0, most = 0] = extent(levels);
  if (most - least >= sd / 20) return paddedDomain(levels, 0.1, sd / 4);
  const middle = (least + most) / 2;
  return paddedDomain([middle], 0.1, sd / 4);
}

/** A scenario's points from the first axis to the last, in pixels. */
export function parallelPoints(frame: ParallelFrame, scenario: ParallelScenario): Pixel[] {
  return frame.axes.map(({ x, scale }, i): Pixel => [x, scale(scenario.levels[i])]);
}

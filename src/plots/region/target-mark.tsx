import { useText } from "../../ui/text/use-text.ts";
import { svgNumber } from "../base/scale.ts";
import type { ReachStatus } from "../base/status-mark.tsx";
import { type Point, type RegionAxis, type RegionFrame, toPixel } from "./region-frame.ts";
import { axisNumber } from "./region-text.ts";
import { type TargetDrag, useTargetDrag } from "./use-target-drag.ts";

/** The target ◇ as a slider in two dimensions; without `onDrag` it stays put. */
export function TargetMark({
  frame,
  axes,
  target,
  status,
  isDragged,
  setDragged,
  onDrag,
}: {
  frame: RegionFrame;
  axes: readonly [RegionAxis, RegionAxis];
  target: Point;
  status: ReachStatus;
  isDragged: boolean;
  setDragged: (isDragged: boolean) => void;
  onDrag: TargetDrag | undefined;
}) {
  const text = useText().plots;
  const handlers = useTargetDrag(frame, target, setDragged, onDrag);
  const at = toPixel(frame, target).map(svgNumber).join(",");
  return (
    <g
      className={`target target-${status}${isDragged ? " target-held" : ""}`}
      transform={`translate(${at})`}
      role="slider"
      tabIndex={onDrag ? 0 : -1}
      aria-label={text.region.target}
      aria-roledescription={text.region.targetRole}
      aria-valuemin={Math.min(...frame.x.domain())}
      aria-valuemax={Math.max(...frame.x.domain())}
      aria-valuenow={target[0]}
      aria-valuetext={text.region.targetText(
        text.valueNow(axes[0].label, axisNumber(axes[0], target[0])),
        text.valueNow(axes[1].label, axisNumber(axes[1], target[1])),
        text.reach[status],
      )}
      {...(onDrag ? handlers : {})}
    >
      <circle className="target-grip" r="22" />
      <path className="target-halo" d="M0,-9.5L9.5,0L0,9.5L-9.5,0Z" />
      <path className="target-shape" d="M0,-9.5L9.5,0L0,9.5L-9.5,0Z" />
    </g>
  );
}

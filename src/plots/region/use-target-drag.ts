import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import type { Pixel } from "../base/convex-curve.ts";
import { fromPixel, type Point, type RegionFrame, toPixel } from "./region-frame.ts";

/** What a drag is about; `cancel` is an end that takes everything back. */
export type DragPhase = "start" | "move" | "end" | "cancel";

/** Called as the target moves, in the user's units; one `start` … `end` is one step of undo. */
export type TargetDrag = (x: number, y: number, phase: DragPhase) => void;

const ARROWS: Record<string, Pixel> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function pointerPixel(event: PointerEvent<SVGElement>, frame: RegionFrame): Pixel {
  const svg = event.currentTarget.ownerSVGElement;
  const rect = svg?.getBoundingClientRect();
  if (!svg || !rect || rect.width === 0) return [frame.plot.left, frame.plot.top];
  const scale = svg.viewBox.baseVal.width / rect.width;
  return [(event.clientX - rect.left) * scale, (event.clientY - rect.top) * scale];
}

/**
 * Handlers that let a mark be dragged in two dimensions with a pointer (captured, kept inside the plot) or moved with the
 * arrow keys: a hundredth of the axis, a tenth with Shift.
 */
export function useTargetDrag(
  frame: RegionFrame,
  target: Point,
  setDragging: (dragging: boolean) => void,
  onDrag: TargetDrag | undefined,
) {
  const grip = useRef<Pixel | null>(null);
  const keys = useRef(false);
  const move = (pixel: Pixel, phase: DragPhase) => onDrag?.(...fromPixel(frame, pixel), phase);
  const dropped = (event: PointerEvent<SVGElement>, phase: DragPhase) => {
    if (!grip.current) return;
    grip.current = null;
    setDragging(false);
    event.currentTarget.releasePointerCapture?.(event.pointerId);
    onDrag?.(...target, phase);
  };
  const released = () => {
    if (!keys.current) return;
    keys.current = false;
    onDrag?.(...target, "end");
  };
  return {
    onPointerDown(event: PointerEvent<SVGElement>) {
      if (event.button !== 0) return;
      const at = pointerPixel(event, frame);
      const mark = toPixel(frame, target);
      grip.current = [mark[0] - at[0], mark[1] - at[1]];
      event.currentTarget.setPointerCapture?.(event.pointerId);
      setDragging(true);
      onDrag?.(...target, "start");
    },
    onPointerMove(event: PointerEvent<SVGElement>) {
      if (!grip.current) return;
      const at = pointerPixel(event, frame);
      move([at[0] + grip.current[0], at[1] + grip.current[1]], "move");
    },
    onPointerUp: (event: PointerEvent<SVGElement>) => dropped(event, "end"),
    onPointerCancel: (event: PointerEvent<SVGElement>) => dropped(event, "cancel"),
    onKeyDown(event: KeyboardEvent<SVGElement>) {
      const arrow = ARROWS[event.key];
      if (!arrow || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const share = event.shiftKey ? 0.1 : 0.01;
      const { plot } = frame;
      const [x, y] = toPixel(frame, target);
      if (!keys.current) onDrag?.(...target, "start");
      keys.current = true;
      onDrag?.(
        frame.x.invert(x + arrow[0] * share * (plot.right - plot.left)),
        frame.y.invert(y + arrow[1] * share * (plot.bottom - plot.top)),
        "move",
      );
    },
    onKeyUp: released,
    onBlur: released,
  };
}

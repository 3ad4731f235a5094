import type { KeyboardEvent } from "react";
import type { Participation } from "../../share/document/document.ts";
import type { OwnGesture } from "../kit/use-gesture.ts";
import { HandleShape } from "./participation-select.tsx";

const STEPS: Record<string, number> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
};

/** The native range input of a value with its handle drawn over it; `step` in the user's units is left to the caller. */
export function ValueSlider({
  label,
  valueText,
  min,
  max,
  value,
  participation,
  color,
  gesture,
  onMove,
  onStep,
}: {
  label: string;
  valueText: string;
  min: number;
  max: number;
  /** Where the handle stands, in the user's units. */
  value: number;
  participation: Participation;
  color: string;
  /** Brackets one movement by pointer or key, which is one step of undo. */
  gesture: OwnGesture;
  onMove: (value: number) => void;
  /** Steps of the keyboard, ±1 or ±10. */
  onStep: (steps: number) => void;
}) {
  const share = max > min ? Math.min(1, Math.max(0, (value - min) / (max - min))) : 0;
  const key = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const steps = STEPS[event.key];
    if (!steps && event.key !== "Home" && event.key !== "End") return;
    event.preventDefault();
    gesture.begin();
    if (steps) onStep(event.shiftKey ? 10 * Math.sign(steps) : steps);
    else onMove(event.key === "Home" ? min : max);
  };
  return (
    <>
      <input
        className="slider"
        type="range"
        min={min}
        max={max}
        step="any"
        value={value}
        aria-label={label}
        aria-valuetext={valueText}
        onPointerDown={gesture.begin}
        onPointerUp={gesture.end}
        onPointerCancel={gesture.cancel}
        onChange={(event) => onMove(event.currentTarget.valueAsNumber)}
        onKeyDown={key}
        onKeyUp={gesture.end}
        onBlur={gesture.end}
      />
      {participation !== "out" && (
        <svg
          className={`handle handle-${participation}`}
          viewBox="-1 -1 16 18"
          style={{
            left: `calc(var(--thumb) / 2 + (100% - var(--thumb)) * ${share})`,
            ["--handle" as string]: color,
          }}
          aria-hidden="true"
        >
          <HandleShape participation={participation} />
        </svg>
      )}
    </>
  );
}

import { useState } from "react";
import type { ValueSummary } from "../../core/rows/samples.ts";
import { quantileTarget, type TargetUnit } from "../../core/rows/units.ts";
import { formatNumber } from "../../ui/format.ts";
import { NumberField } from "../../ui/number-field.tsx";
import { useText } from "../../ui/text/use-text.ts";
import {
  readTarget,
  type TypedDoubt,
  type TypedTarget,
  writeTarget,
  writtenRange,
} from "./target-text.ts";

/** What was typed last, while it may not be what was meant. */
export interface TargetDoubt {
  readonly doubt: TypedDoubt;
  /** The raw target that was set for it: once the target is another one, the doubt is over. */
  readonly raw: number;
}

/** A target as a number that can be typed, in its unit or in another. */
export function TargetField({
  label,
  value,
  unit,
  target,
  isOut,
  onTyped,
  onStep,
}: {
  label: string;
  value: ValueSummary;
  unit: TargetUnit;
  /** In raw units. */
  target: number;
  isOut: boolean;
  onTyped: (typed: TypedTarget) => void;
  onStep: (steps: number) => void;
}) {
  const words = useText().palette;
  const range = writtenRange(value, unit);
  return (
    <NumberField
      label={words.field(label, words.unit[unit])}
      shown={isOut ? "–" : writeTarget(value, unit, target)}
      invalid={[words.bad[unit], range && words.range(...range)].filter(Boolean).join("; ")}
      parse={(typed) => readTarget(value, unit, typed)}
      onCommit={onTyped}
      onStep={onStep}
      disabled={value.sd === 0}
    />
  );
}

/** Says what a typed target was taken for, where another may have been meant, with a way to have that instead. */
export function TargetNote({
  value,
  target,
  doubted,
  onMove,
}: {
  value: ValueSummary;
  target: number;
  doubted: TargetDoubt | null;
  onMove: (raw: number) => void;
}) {
  const words = useText().palette.doubt;
  const isOver = doubted === null || doubted.raw !== target;
  const { kind, percent } = isOver ? { kind: "none" as const, percent: 0 } : doubted.doubt;
  const write = (x: number) =>
    formatNumber(x, { digits: Math.abs(x - Math.round(x)) < 0.05 ? 0 : 1 });
  return (
    <p className="value-note" role="status">
      {kind === "below" && <span>{words.below(write(percent))}</span>}
      {kind === "above" && <span>{words.above(write(percent))}</span>}
      {kind === "share" && (
        <>
          <span>{words.share(write(percent / 100))}</span>{" "}
          <button
            type="button"
            className="text-button"
            onClick={() => onMove(quantileTarget(value, percent))}
          >
            {words.instead(write(percent))}
          </button>
        </>
      )}
    </p>
  );
}

/** The last doubt about what was typed, and how to take what is typed. */
export function useTyped(onTarget: (raw: number) => void, onUnit: (unit: TargetUnit) => void) {
  const [doubted, setDoubted] = useState<TargetDoubt | null>(null);
  const take = (unit: TargetUnit, typed: TypedTarget) => {
    setDoubted(typed.doubt && { doubt: typed.doubt, raw: typed.raw });
    onTarget(typed.raw);
    if (typed.unit !== unit) onUnit(typed.unit);
  };
  return { doubted, take };
}

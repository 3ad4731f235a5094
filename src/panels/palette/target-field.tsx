import { useState } from "react";
import type { ValueSummary } from "../../core/rows/samples.ts";
import type { TargetUnit } from "../../core/rows/units.ts";
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
  target,
  doubted,
  onMove,
}: {
  target: number;
  doubted: TargetDoubt | null;
  onMove: (raw: number) => void;
}) {
  const words = useText().palette.doubt;
  const isOver = doubted === null || doubted.raw !== target;
  const doubt = isOver ? null : doubted.doubt;
  return (
    <p className="value-note" role="status">
      {doubt?.kind === "below" && <span>{words.below(write(doubt.percent))}</span>}
      {doubt?.kind === "above" && <span>{words.above(write(doubt.percent))}</span>}
      {doubt?.kind === "share" && (
        <>
          <span>{words.share(write(doubt.percent / 100))}</span>{" "}
          <button type="button" className="text-button" onClick={() => onMove(doubt.raw)}>
            {words.instead(write(doubt.percent))}
          </button>
        </>
      )}
    </p>
  );
}

const MOST_DIGITS = 3;

/** A percentage with no more decimals than it has. */
function write(x: number): string {
  let digits = 0;
  while (digits < MOST_DIGITS && Math.abs(x * 10 ** digits - Math.round(x * 10 ** digits)) > 1e-6)
    digits++;
  return formatNumber(x, { digits });
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

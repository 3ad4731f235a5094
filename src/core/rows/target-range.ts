import type { ValueSummary } from "./samples.ts";

/** Widths of the rewards that a target may lie beyond them: far more than any palette asks, and still a number to reckon with. */
const MOST_WIDTHS = 1000;

/** The least and the greatest target that a value takes, in the user's raw units; finite. */
export function targetRange({
  min,
  max,
}: Pick<ValueSummary, "min" | "max">): readonly [low: number, high: number] {
  const width = max - min || 1;
  const far = Number.MAX_VALUE / 4;
  return [Math.max(-far, min - MOST_WIDTHS * width), Math.min(far, max + MOST_WIDTHS * width)];
}

/** True where a target lies in that range. */
export function isInRange(value: Pick<ValueSummary, "min" | "max">, target: number): boolean {
  const [low, high] = targetRange(value);
  return target >= low && target <= high;
}

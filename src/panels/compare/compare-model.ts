import type { ComparedPalette } from "../../core/comparison.ts";
import type { ValueSummary } from "../../core/rows/samples.ts";
import { quantileOfTarget } from "../../core/rows/units.ts";
import { digitsFor, formatNumber, formatPercent, formatSigned } from "../../ui/format.ts";

/** How levels are written in the comparison. */
export type LevelUnit = "raw" | "quantile";

/** One scenario as the comparison shows it; the palette as it stands is the one without an id. */
export interface ComparedScenario {
  readonly id: string | null;
  readonly name: string;
  readonly compared: ComparedPalette;
}

/** A level as text: raw, or the baseline quantile it stands at. */
export function writeLevel(value: ValueSummary, level: number, unit: LevelUnit): string {
  if (unit === "quantile") return formatPercent(quantileOfTarget(value, level) / 100);
  return formatNumber(level, { digits: digitsFor(value.sd) });
}

/** The difference of two levels as text, signed. */
export function writeDifference(
  value: ValueSummary,
  level: number,
  reference: number,
  unit: LevelUnit,
): string {
  if (unit === "quantile") {
    const points = quantileOfTarget(value, level) - quantileOfTarget(value, reference);
    return formatSigned(points, { digits: 0 });
  }
  return formatSigned(level - reference, { digits: digitsFor(value.sd) });
}

import { priceStepSize } from "../../core/rows/price-step.ts";
import type { ValueSummary } from "../../core/rows/samples.ts";
import { formatSigned } from "../../ui/format.ts";

/** The step in which a value's price is quoted. */
export interface PriceStep {
  /** In the user's units, > 0. */
  readonly size: number;
  /** "+0.1", or "−0.1" where lower is better. */
  readonly label: string;
}

/** The step of a value and how it is written. */
export function priceStep(value: ValueSummary): PriceStep {
  const size = priceStepSize(value);
  const power = Math.round(Math.log10(size));
  const signed = value.lowerIsBetter ? -size : size;
  return { size, label: formatSigned(signed, { digits: Math.max(0, -power) }) };
}

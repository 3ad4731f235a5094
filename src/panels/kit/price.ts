import type { ValueSummary } from "../../core/rows/samples.ts";
import { formatSigned } from "../../ui/format.ts";

/** The step in which a value's price is quoted. */
export interface PriceStep {
  /** In the user's units, > 0. */
  readonly size: number;
  /** "+0.1", or "−0.1" where lower is better. */
  readonly label: string;
}

/** A power of ten near a twentieth of the value's spread. */
export function priceStep(value: ValueSummary): PriceStep {
  const power = value.sd > 0 ? Math.round(Math.log10(value.sd / 20)) : 0;
  const size = 10 ** power;
  const signed = value.lowerIsBetter ? -size : size;
  return { size, label: formatSigned(signed, { digits: Math.max(0, -power) }) };
}

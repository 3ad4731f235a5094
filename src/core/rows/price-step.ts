import type { ValueSummary } from "./samples.ts";

/** The step in which a value's price is quoted, in the user's units, > 0: a power of ten near a twentieth of its spread. */
export function priceStepSize({ sd }: Pick<ValueSummary, "sd">): number {
  return 10 ** (sd > 0 ? Math.round(Math.log10(sd / 20)) : 0);
}

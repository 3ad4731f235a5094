import { type ValueSpread, valueSpreads } from "../comparison.ts";
import type { Palette } from "../rows/palette.ts";
import type { AnalysisContext } from "./analysis-context.ts";

/** Quantiles and win rates of every value (method §7). */
export function spread(
  { oracle, samples, solveCache }: AnalysisContext,
  request: { readonly palette: Palette; readonly shares: readonly number[] },
): Promise<ValueSpread[]> {
  return valueSpreads(oracle, samples, request.palette, request.shares, solveCache);
}

import { type ComparedPalette, comparePalettes } from "../comparison.ts";
import type { Palette } from "../rows/palette.ts";
import type { AnalysisContext } from "./analysis-context.ts";

/** The palette and others that were kept, side by side. */
export function compare(
  { oracle, samples, solveCache }: AnalysisContext,
  request: { readonly palette: Palette; readonly kept: readonly Palette[] },
): Promise<ComparedPalette[]> {
  return comparePalettes(oracle, samples, [request.palette, ...request.kept], solveCache);
}

import { type StrengthScale, strengthScale } from "../repair/ray.ts";
import type { Palette } from "../rows/palette.ts";
import { targetsInSd } from "../solve/solve-palette.ts";
import type { AnalysisContext } from "./analysis-context.ts";

/** The ray of a palette, marked in nats and answers. */
export function strength(
  { oracle, samples, solveCache }: AnalysisContext,
  request: { readonly palette: Palette },
): Promise<StrengthScale> {
  return strengthScale(oracle, targetsInSd(samples, request.palette.targets), solveCache);
}

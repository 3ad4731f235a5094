import type { Palette } from "../rows/palette.ts";
import { type RowWeights, rowWeights as weigh } from "../rows/row-weights.ts";
import type { AnalysisContext } from "./analysis-context.ts";

/** Weights and rewards of all answers at the λ of a report, in the order of the rows. */
export async function rowWeights(
  { samples, solveCache }: AnalysisContext,
  request: {
    /** Only its mode counts. */
    readonly palette: Palette;
    /** Nats per unit of improvement. */
    readonly lambda: readonly number[];
  },
): Promise<RowWeights> {
  return weigh(samples, request.lambda, solveCache.view);
}

import type { Palette } from "../rows/palette.ts";
import { targetsInSd } from "../solve/solve-palette.ts";
import { type TrustReport, trustReport } from "../trust/trust-report.ts";
import type { AnalysisContext } from "./analysis-context.ts";

/** Intervals with their check, held-out levels and the decoding forecast of a palette (method §8). */
export function trust(
  { samples, solveCache, checkpoint }: AnalysisContext,
  request: {
    readonly palette: Palette;
    /** True where a target was asked as a baseline quantile. Default none. */
    readonly isQuantile?: readonly boolean[];
  },
): Promise<TrustReport> {
  return trustReport(samples, targetsInSd(samples, request.palette.targets), solveCache, {
    isQuantile: request.isQuantile,
    checkpoint,
  });
}

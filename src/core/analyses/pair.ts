import { regionPicture } from "../region/region.ts";
import type { RegionPicture } from "../region/region-picture.ts";
import type { Palette } from "../rows/palette.ts";
import type { AnalysisContext } from "./analysis-context.ts";

const BUDGETS = [0.5, 1, 2, 4];
const ANGLES = 7;

/** The region of one pair with few contours, for the matrix of all pairs (method §6). */
export function pair(
  { oracle, samples, solveCache }: AnalysisContext,
  request: { readonly palette: Palette; readonly pair: readonly [number, number] },
): Promise<RegionPicture> {
  return regionPicture(oracle, samples, request.palette, request.pair, solveCache, {
    budgets: BUDGETS,
    angles: ANGLES,
  });
}

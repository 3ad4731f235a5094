import type { RayLimit } from "../repair/ray-limit.ts";
import { type Repair, repairPalette } from "../repair/repairs.ts";
import type { Palette } from "../rows/palette.ts";
import type { AnalysisContext } from "./analysis-context.ts";

/** All repairs of a palette out of reach (method §5). */
export function repairs(
  { oracle, samples, solveCache, checkpoint }: AnalysisContext,
  request: {
    readonly palette: Palette;
    readonly order: readonly number[];
    /** What the safe versions keep to. Default as in `repairPalette`. */
    readonly limit?: RayLimit;
  },
): Promise<Repair[]> {
  return repairPalette(oracle, samples, request.palette, solveCache, { ...request, checkpoint });
}

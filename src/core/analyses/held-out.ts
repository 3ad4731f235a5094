import type { Palette } from "../rows/palette.ts";
import { targetsInSd } from "../solve/solve-palette.ts";
import { type HeldOutLevels, heldOutLevels } from "../trust/held-out.ts";
import type { AnalysisContext } from "./analysis-context.ts";

/** Levels on answers that the mix has not seen, for the sentence beside the verdict; null out of reach. */
export function heldOut(
  { samples, solveCache, checkpoint }: AnalysisContext,
  request: { readonly palette: Palette },
): Promise<HeldOutLevels | null> {
  const targets = targetsInSd(samples, request.palette.targets);
  return heldOutLevels(samples, targets, { view: solveCache.view, checkpoint });
}

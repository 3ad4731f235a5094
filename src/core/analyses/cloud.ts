import { type MixCloud, mixCloud } from "../compare/cloud.ts";
import type { Palette } from "../rows/palette.ts";
import { isReached } from "../solve/report.ts";
import { lambdaInUnits, levelsInUnits, targetsInSd } from "../solve/solve-palette.ts";
import type { AnalysisContext } from "./analysis-context.ts";

/** Random mixes, and the palette's own λ and levels among them. */
export interface CloudReport extends MixCloud {
  readonly palette: {
    readonly lambda: readonly number[];
    readonly levels: readonly number[];
  } | null;
}

const STRENGTH = 6;

/** Random linear mixes of some values (paper Figs. 1 and 2). */
export async function cloud(
  { oracle, samples, solveCache, checkpoint }: AnalysisContext,
  request: {
    readonly palette: Palette;
    readonly among: readonly number[];
    readonly draws: number;
  },
): Promise<CloudReport> {
  const { among, draws } = request;
  const mixes = await mixCloud(oracle, samples, {
    among,
    draws,
    strength: STRENGTH,
    view: solveCache.view,
    checkpoint,
  });
  const solution = await solveCache.solve(targetsInSd(samples, request.palette.targets));
  return {
    ...mixes,
    palette: isReached(solution.status)
      ? {
          lambda: lambdaInUnits(samples, solution.lambda),
          levels: levelsInUnits(samples, solution.moments.mean),
        }
      : null,
  };
}

import { sequentialRounds } from "../compare/sequential.ts";
import type { Palette } from "../rows/palette.ts";
import { isReached } from "../solve/report.ts";
import { lambdaInUnits, levelsInUnits, targetsInSd } from "../solve/solve-palette.ts";
import type { AnalysisContext } from "./analysis-context.ts";

/** Sequential rounds beside the simultaneous solution, user's units. */
export interface SequentialCourse {
  readonly rounds: readonly {
    readonly lambda: readonly number[];
    readonly levels: readonly number[];
  }[];
  readonly together: { readonly lambda: readonly number[]; readonly levels: readonly number[] };
}

const ROUNDS = 8;

/** Sequential alignment, round by round (paper Thm 5); null out of reach. */
export async function sequential(
  { oracle, samples, solveCache }: AnalysisContext,
  request: { readonly palette: Palette; readonly order: readonly number[] },
): Promise<SequentialCourse | null> {
  const targets = targetsInSd(samples, request.palette.targets);
  const together = await solveCache.solve(targets);
  if (!isReached(together.status)) return null;
  const rounds = await sequentialRounds(oracle, targets, ROUNDS, {
    order: request.order,
    view: solveCache.view,
  });
  const inUnits = (lambda: Float64Array, levels: Float64Array) => ({
    lambda: lambdaInUnits(samples, lambda),
    levels: levelsInUnits(samples, levels),
  });
  return {
    rounds: rounds.map((r) => inUnits(r.lambda, r.levels)),
    together: inUnits(together.lambda, together.moments.mean),
  };
}

import { tradeOffMatrix } from "../compare/trade-off.ts";
import { winRates } from "../compare/win-rate.ts";
import type { Palette } from "../rows/palette.ts";
import { orientedScale } from "../rows/samples.ts";
import { tiltedWeights } from "../rows/tilted-weights.ts";
import { targetsInSd } from "../solve/solve-palette.ts";
import type { AnalysisContext } from "./analysis-context.ts";

/** Prices and trade-offs of a palette, user's units; null where the palette is out of reach. */
export interface TradeOffs {
  /** How much each row's value is raised. */
  readonly raise: readonly number[];
  /** Entry [i][k]: what value k alone gives up for the drift to stay; null where nothing can be traded. */
  readonly change: readonly (readonly (number | null)[])[];
  /** Probability that an answer after beats one before. */
  readonly winRate: readonly number[];
}

const RAISE_SD = 0.1;

/** Exact trade-offs at constant drift and win rates (method §4, §7). */
export async function tradeOffs(
  { samples, solveCache }: AnalysisContext,
  request: {
    readonly palette: Palette;
    /** By how much each value is raised, user's units, > 0. Default a tenth of its sd. */
    readonly raise?: readonly number[];
  },
): Promise<TradeOffs | null> {
  const targets = targetsInSd(samples, request.palette.targets);
  const here = await solveCache.solve(targets);
  const steps = samples.values.map((v, i) =>
    v.sd > 0 && request.raise ? request.raise[i] / v.sd : RAISE_SD,
  );
  const matrix = await tradeOffMatrix(targets, Float64Array.from(steps), solveCache);
  if (!matrix) return null;
  const scale = samples.values.map(orientedScale);
  const m = scale.length;
  return {
    raise: scale.map((s, i) => steps[i] * s),
    change: scale.map((_, i) =>
      scale.map((s, k) => {
        const change = matrix.change[i * m + k];
        return Number.isNaN(change) ? null : change * s;
      }),
    ),
    winRate: winRates(
      samples,
      tiltedWeights(samples, here.lambda, solveCache.view),
      solveCache.view?.mode,
    ),
  };
}

import { stepCost } from "../compare/step-cost.ts";
import { type TradeGap, tradeOffMatrix } from "../compare/trade-off.ts";
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
  /** Entry [i][k]: what value k alone gives up for the drift to stay, or why it cannot; null where i = k or one is left out. */
  readonly change: readonly (readonly (number | TradeGap | null)[])[];
  /** Nats that each raise costs by itself, the others at their targets; null where it is out of reach or the value left out. */
  readonly cost: readonly (number | null)[];
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
  const cost: (number | null)[] = [];
  for (const [i, step] of steps.entries())
    cost.push(
      targets[i] > Number.NEGATIVE_INFINITY
        ? await stepCost(targets, i, step, here.kl, solveCache)
        : null,
    );
  return {
    raise: scale.map((s, i) => steps[i] * s),
    change: matrix.change.map((row) =>
      row.map((change, k) => (typeof change === "number" ? change * scale[k] : change)),
    ),
    cost,
    winRate: winRates(
      samples,
      tiltedWeights(samples, here.lambda, solveCache.view),
      solveCache.view?.mode,
    ),
  };
}

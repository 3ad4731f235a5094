import { winRates } from "./compare/win-rate.ts";
import { levelAtShare, quantileCurve, sortWithWeights } from "./numerics/quantile.ts";
import { SAFE_SHARE, shownTargets } from "./repair/safe-mix.ts";
import type { TiltOracle } from "./rows/oracle.ts";
import type { Palette } from "./rows/palette.ts";
import { fromSd, type Samples, type ValueSummary } from "./rows/samples.ts";
import { tiltedWeights } from "./rows/tilted-weights.ts";
import type { SolveReport } from "./solve/report.ts";
import type { SolveCache } from "./solve/solve-cache.ts";
import { targetsInSd, toReport } from "./solve/solve-palette.ts";

/** One palette of a comparison: its own report, and that of its closest safe mix where it is out of reach. */
export interface ComparedPalette {
  readonly report: SolveReport;
  /** What is shown of it: the same report, or the closest safe mix. */
  readonly shown: SolveReport;
}

/** Quantiles and win rate of one value before and after, user's units. */
export interface ValueSpread {
  readonly quantiles: readonly {
    readonly p: number;
    readonly before: number;
    readonly after: number;
  }[];
  /** Probability that an answer after beats one before. */
  readonly winRate: number;
}

/** Weights of all rows before and after, and the rows from the most lifted to the most lowered. */
export interface AnswerWeights {
  /** Base weights; null for 1/N. */
  readonly before: Float64Array | null;
  readonly after: Float64Array;
  readonly order: Int32Array;
}

/** Reports of several palettes on the same rows; one out of reach is shown at `SAFE_SHARE` of the way to the edge. */
export async function comparePalettes(
  oracle: TiltOracle,
  samples: Samples,
  palettes: readonly Palette[],
  solveCache: SolveCache,
): Promise<ComparedPalette[]> {
  const out: ComparedPalette[] = [];
  for (const palette of palettes) {
    const own = targetsInSd(samples, palette.targets);
    const { targets, solution } = await shownTargets(oracle, own, solveCache);
    const shown = targets === own ? solution : await solveCache.solve(targets, {}, `${SAFE_SHARE}`);
    out.push({ report: toReport(samples, solution), shown: toReport(samples, shown) });
  }
  return out;
}

/** Quantiles at `shares` in [0, 1] and win rates of every value, before and after what is shown of a palette (method §7). */
export async function valueSpreads(
  oracle: TiltOracle,
  samples: Samples,
  palette: Palette,
  shares: readonly number[],
  solveCache: SolveCache,
): Promise<ValueSpread[]> {
  const weights = await shownWeights(oracle, samples, palette, solveCache);
  const wins = winRates(samples, weights, solveCache.view?.mode);
  return samples.values.map((value, i) => ({
    winRate: wins[i],
    quantiles: quantilesOf(value, samples.columns[i], weights, shares),
  }));
}

/** Levels at some shares before and after, from the least reward to the greatest. */
function quantilesOf(
  value: ValueSummary,
  column: Float64Array | Float32Array,
  weights: Float64Array,
  shares: readonly number[],
): ValueSpread["quantiles"] {
  const after = quantileCurve(sortWithWeights(column, weights));
  return shares.map((share) => ({
    p: share,
    before: levelAtShare(value.curve, share),
    after: fromSd(value, levelAtShare(after, value.lowerIsBetter ? 1 - share : share)),
  }));
}

/** Weights of every row under what is shown of a palette, ordered by their ratio after / before. */
export async function answerWeights(
  oracle: TiltOracle,
  samples: Samples,
  palette: Palette,
  solveCache: SolveCache,
): Promise<AnswerWeights> {
  const after = await shownWeights(oracle, samples, palette, solveCache);
  const before = samples.weights;
  const ratio = before ? after.map((w, j) => (before[j] > 0 ? w / before[j] : 0)) : after;
  const order = Int32Array.from({ length: samples.rows }, (_, j) => j);
  order.sort((a, b) => ratio[b] - ratio[a] || a - b);
  return { before, after, order };
}

async function shownWeights(
  oracle: TiltOracle,
  samples: Samples,
  palette: Palette,
  solveCache: SolveCache,
): Promise<Float64Array> {
  const own = targetsInSd(samples, palette.targets);
  const { targets, solution } = await shownTargets(oracle, own, solveCache);
  const shown = targets === own ? solution : await solveCache.solve(targets);
  return tiltedWeights(samples, shown.lambda, solveCache.view);
}

import { sequentialRounds } from "../core/compare/sequential.ts";
import { winRates } from "../core/compare/win-rate.ts";
import { reachableMaximum } from "../core/program/reachable-set.ts";
import { greedyPalette } from "../core/repair/greedy.ts";
import { greedyWithin } from "../core/repair/greedy-within.ts";
import { nearestPalette } from "../core/repair/nearest-palette.ts";
import { nearestWithin } from "../core/repair/nearest-within.ts";
import { alongRay, backShare, shareWithin } from "../core/repair/scale-back.ts";
import { fromSd } from "../core/rows/samples.ts";
import { tiltedWeights } from "../core/rows/tilted-weights.ts";
import type { DualSolution } from "../core/solve/dual-solution.ts";
import { isReached } from "../core/solve/report.ts";
import { sensitivityOf } from "../core/solve/sensitivity.ts";
import { SolveCache } from "../core/solve/solve-cache.ts";
import {
  lambdaInUnits,
  levelsInUnits,
  targetsInSd,
  targetsInUnits,
  toReport,
} from "../core/solve/solve-palette.ts";
import { decodingForecast } from "../core/trust/forecast.ts";
import { heldOutLevels } from "../core/trust/held-out.ts";
import { intervalsOf } from "../core/trust/intervals.ts";
import type { Prepared } from "./prepare.ts";

const ROUNDS = 6;

/** Settings of `fullReport`. */
export interface FullOptions {
  /** Indices in order of priority. Default the values' own order. */
  readonly order: readonly number[];
  readonly klBudget: number | null;
  /** Which targets were asked as baseline quantiles, and so move with the sample. */
  readonly isQuantile: readonly boolean[];
}

/** What every part of a report is computed from. */
interface SolveContext extends Prepared {
  readonly solveCache: SolveCache;
  /** In sd units. */
  readonly targets: Float64Array;
}

/** The report of a palette with every analysis that `--report full` prints; all in the user's units, in the order of the values. */
export async function fullReport(
  prepared: Prepared,
  palette: readonly (number | null)[],
  options: FullOptions,
) {
  const { samples, oracle, view } = prepared;
  const { values } = samples;
  const solveCache = new SolveCache(oracle, view);
  const targets = targetsInSd(samples, palette);
  const context: SolveContext = { ...prepared, solveCache, targets };
  const solution = await solveCache.solve(targets);
  const isReachable = isReached(solution.status);
  return {
    values: values.map((v) => v.id),
    prompts: prepared.prompts,
    ...toReport(samples, solution),
    reachableMaximum: await reachableMaxima(context),
    repairs: await repairsOf(context, options),
    sensitivity: isReachable ? sensitivityRows(prepared, solution) : null,
    winRate: isReachable
      ? winRates(samples, tiltedWeights(samples, solution.lambda, view), view.mode)
      : null,
    sequential: (await sequentialRounds(oracle, targets, ROUNDS, { view })).map((r) => ({
      round: r.round,
      lambda: lambdaInUnits(samples, r.lambda),
      levels: levelsInUnits(samples, r.levels),
    })),
    intervals: isReachable ? intervalsOf(samples, solution, view, options) : null,
    heldOut: await heldOutLevels(samples, targets, { view }),
    forecast: isReachable
      ? await decodingForecast(samples, solution.lambda, { mode: view.mode })
      : null,
  };
}

function reachOptions({ solveCache, view }: SolveContext) {
  return { cache: solveCache.pointCache, view };
}

async function reachableMaxima(context: SolveContext): Promise<(number | null)[]> {
  const { samples, oracle, targets } = context;
  const maxima: (number | null)[] = [];
  for (const [k, v] of samples.values.entries()) {
    const most = await reachableMaximum(oracle, targets, k, reachOptions(context));
    maxima.push(most && fromSd(v, most.level));
  }
  return maxima;
}

function sensitivityRows({ samples }: Prepared, solution: DualSolution) {
  const size = samples.values.length;
  const { cov, dLambdaDc } = sensitivityOf(samples, solution);
  const rowsOf = (matrix: Float64Array) =>
    samples.values.map((_, i) => [...matrix.subarray(i * size, (i + 1) * size)]);
  return { cov: rowsOf(cov), dLambdaDc: rowsOf(dLambdaDc) };
}

async function repairsOf(context: SolveContext, { order, klBudget }: FullOptions) {
  const { samples, oracle, targets, solveCache } = context;
  const rho = await backShare(oracle, targets, solveCache);
  const greedy = await greedyPalette(oracle, targets, order, reachOptions(context));
  const nearest = await nearestPalette(oracle, targets, reachOptions(context));
  const names = order.map((i) => samples.values[i].id);
  const scaled = rho === null ? null : alongRay(targets, rho);
  return {
    scaleBack: scaled && { rho, palette: targetsInUnits(samples, scaled) },
    greedy: { order: names, palette: targetsInUnits(samples, greedy) },
    nearest: { palette: targetsInUnits(samples, nearest.targets), distanceSd: nearest.distance },
    ...(klBudget === null
      ? {}
      : { underBudget: await repairsWithin(context, klBudget, { rho, order, names }) }),
  };
}

/** The same three repairs, each kept within a budget of KL. */
async function repairsWithin(
  context: SolveContext,
  klBudget: number,
  {
    rho,
    order,
    names,
  }: {
    readonly rho: number | null;
    readonly order: readonly number[];
    readonly names: readonly string[];
  },
) {
  const { samples, oracle, targets, solveCache } = context;
  const back = rho === null ? null : await shareWithin(targets, { klBudget }, rho, solveCache);
  const placed = await greedyWithin(oracle, targets, order, { klBudget }, solveCache);
  const near = await nearestWithin(oracle, targets, { klBudget }, reachOptions(context));
  return {
    klBudget,
    scaleBack: back && {
      rho: back.rho,
      palette: targetsInUnits(samples, alongRay(targets, back.rho)),
      kl: back.solution.kl,
    },
    greedy: placed && {
      order: names,
      palette: targetsInUnits(samples, placed.targets),
      kl: placed.solution.kl,
    },
    nearest: near && {
      palette: targetsInUnits(samples, near.targets),
      distanceSd: near.distance,
      kl: near.solution.kl,
    },
  };
}

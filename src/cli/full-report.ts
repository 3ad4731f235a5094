import { sequentialRounds } from "../core/compare/sequential.ts";
import { winRates } from "../core/compare/win-rate.ts";
import { reachableMaximum } from "../core/program/reach.ts";
import { greedyPalette } from "../core/repair/greedy.ts";
import { nearestPalette } from "../core/repair/nearest-palette.ts";
import { nearestWithin } from "../core/repair/nearest-within.ts";
import { alongRay, edgeShare, shareWithin } from "../core/repair/scale-back.ts";
import { fromSd } from "../core/rows/samples.ts";
import { tiltedWeights } from "../core/rows/tilted-weights.ts";
import { isReached } from "../core/solve/report.ts";
import { sensitivityOf } from "../core/solve/sensitivity.ts";
import { SolveMemory } from "../core/solve/solve-memory.ts";
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
}

/** The report of a palette with every analysis that `--report full` prints; all in the user's units, in the order of the values. */
export async function fullReport(
  prepared: Prepared,
  palette: readonly (number | null)[],
  { order, klBudget }: FullOptions,
) {
  const { samples, oracle, view } = prepared;
  const { values } = samples;
  const memory = new SolveMemory(oracle, view);
  const targets = targetsInSd(samples, palette);
  const found = await memory.solve(targets);
  const reach = { cache: memory.cache, view };
  const inUnits = (z: Float64Array) => targetsInUnits(samples, z);
  const isReachable = isReached(found.status);
  const { cov, dLambdaDc } = sensitivityOf(samples, found);
  const matrix = (a: Float64Array) =>
    values.map((_, i) => [...a.subarray(i * values.length, (i + 1) * values.length)]);

  return {
    values: values.map((v) => v.id),
    ...toReport(samples, found),
    reachableMaximum: await maxima(),
    repairs: await repairs(),
    sensitivity: isReachable ? { cov: matrix(cov), dLambdaDc: matrix(dLambdaDc) } : null,
    winRate: isReachable
      ? winRates(samples, tiltedWeights(samples, found.lambda, view), view.mode)
      : null,
    sequential: (await sequentialRounds(oracle, targets, ROUNDS, { view })).map((r) => ({
      round: r.round,
      lambda: lambdaInUnits(samples, r.lambda),
      levels: levelsInUnits(samples, r.levels),
    })),
    intervals: isReachable ? intervalsOf(samples, found, view) : null,
    heldOut: await heldOutLevels(samples, targets, { view }),
    forecast: isReachable
      ? await decodingForecast(samples, found.lambda, { mode: view.mode })
      : null,
  };

  async function maxima(): Promise<(number | null)[]> {
    const out: (number | null)[] = [];
    for (const [k, v] of values.entries()) {
      const most = await reachableMaximum(oracle, targets, k, reach);
      out.push(most && fromSd(v, most.level));
    }
    return out;
  }

  async function repairs() {
    const rho = await edgeShare(oracle, targets, memory);
    const greedy = await greedyPalette(oracle, targets, order, reach);
    const nearest = await nearestPalette(oracle, targets, reach);
    const names = order.map((i) => values[i].id);
    return {
      scaleBack: Number.isFinite(rho) ? { rho, palette: inUnits(alongRay(targets, rho)) } : null,
      greedy: { order: names, palette: inUnits(greedy) },
      nearest: { palette: inUnits(nearest.targets), distanceSd: nearest.distance },
      ...(klBudget === null
        ? {}
        : { underBudget: await underBudget(klBudget, rho, greedy, names) }),
    };
  }

  async function underBudget(
    budget: number,
    rho: number,
    greedy: Float64Array,
    names: readonly string[],
  ) {
    const limit = { klBudget: budget };
    const back = Number.isFinite(rho) ? await shareWithin(targets, limit, rho, memory) : null;
    const placed = await shareWithin(greedy, limit, 1, memory);
    const near = await nearestWithin(oracle, targets, limit, reach);
    return {
      klBudget: budget,
      scaleBack: back && {
        rho: back.rho,
        palette: inUnits(alongRay(targets, back.rho)),
        kl: back.solution.kl,
      },
      greedy: placed && {
        order: names,
        palette: inUnits(alongRay(greedy, placed.rho)),
        kl: placed.solution.kl,
      },
      nearest: near && {
        palette: inUnits(near.targets),
        distanceSd: near.distance,
        kl: near.solution.kl,
      },
    };
  }
}

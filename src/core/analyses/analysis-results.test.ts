import { describe, expect, test } from "vitest";
import { winRates } from "../compare/win-rate.ts";
import { noCheckpoint } from "../rows/checkpoint.ts";
import type { Palette } from "../rows/palette.ts";
import { fromSd } from "../rows/samples.ts";
import { tiltedWeights } from "../rows/tilted-weights.ts";
import { SolveCache } from "../solve/solve-cache.ts";
import { solvePalette, targetsInSd } from "../solve/solve-palette.ts";
import { columnsOf, draws, REWARD_KINDS } from "../testing/draws.ts";
import { problemOf } from "../testing/problem.ts";
import { analyses } from "./analyses.ts";
import type { AnalysisContext } from "./analysis-context.ts";

const ROWS = 240;
const PROMPTS = Int32Array.from({ length: ROWS }, (_, j) => j >> 3);
/** Three values on different scales, the last a cost. */
const COLUMNS = columnsOf(REWARD_KINDS.Gaussian, ROWS, 3, draws(19)).map((c, i) =>
  c.map((x) => x * [1, 10, 0.5][i] + [0, 50, 3][i]),
);
const { samples, oracle } = problemOf(COLUMNS, { costs: [2], prompts: PROMPTS });
const NONE_HELD = [false, false, false];
const palette: Palette = { targets: [0.4, 53, 2.7], held: NONE_HELD };
const beyond: Palette = { targets: [4, 90, 0], held: NONE_HELD };

function context(mode: "pooled" | "per-prompt" = "pooled"): AnalysisContext {
  return {
    samples,
    oracle,
    solveCache: new SolveCache(oracle, { mode }),
    checkpoint: noCheckpoint,
  };
}

const klOf = async (targets: readonly (number | null)[]) =>
  (await solvePalette(oracle, samples, targets)).kl;

describe("trade-offs of a palette", () => {
  test("raise each value by a tenth of its sd unless told, and every pair keeps the drift", async () => {
    const result = await analyses.tradeOffs(context(), { palette });
    if (!result) throw new Error("out of reach");
    const before = await klOf(palette.targets);
    expect(result.raise[0]).toBeCloseTo(0.1 * samples.values[0].sd, 12);
    expect(result.raise[2]).toBeCloseTo(-0.1 * samples.values[2].sd, 12);
    const pairs = [0, 1, 2]
      .flatMap((i) => [0, 1, 2].map((k) => [i, k]))
      .filter(([i, k]) => typeof result.change[i][k] === "number");
    expect(pairs.length).toBeGreaterThan(3);
    for (const [i, k] of pairs) {
      const moved = palette.targets.map((c) => c ?? 0);
      moved[i] += result.raise[i];
      moved[k] += Number(result.change[i][k]);
      expect(await klOf(moved)).toBeCloseTo(before, 7);
    }
    expect([0, 1, 2].map((i) => result.change[i][i])).toEqual([null, null, null]);
  });

  test("may raise by an amount in the user's units, positive for a cost too", async () => {
    const result = await analyses.tradeOffs(context(), { palette, raise: [0.05, 1, 0.02] });
    expect(result?.raise.map(Math.abs)).toEqual([0.05, 1, 0.02].map((x) => expect.closeTo(x, 12)));
    expect(result?.raise[2]).toBeLessThan(0);
  });

  test("win rates are those of the palette's own weights, in its mode", async () => {
    for (const mode of ["pooled", "per-prompt"] as const) {
      const own = context(mode);
      const result = await analyses.tradeOffs(own, { palette });
      const { lambda } = await own.solveCache.solve(targetsInSd(samples, palette.targets));
      const weights = tiltedWeights(samples, lambda, { mode });
      expect(result?.winRate).toEqual(
        winRates(samples, weights, mode).map((rate) => expect.closeTo(rate, 8)),
      );
      expect(result?.winRate.every((rate) => rate > 0.5 && rate < 1)).toBe(true);
    }
  });

  test("are not there for a palette out of reach", async () => {
    expect(await analyses.tradeOffs(context(), { palette: beyond })).toBeNull();
  });
});

describe("sequential alignment", () => {
  test("runs eight rounds towards the simultaneous solution, in the user's units", async () => {
    const course = await analyses.sequential(context(), { palette, order: [2, 0, 1] });
    const report = await solvePalette(oracle, samples, palette.targets);
    expect(course?.rounds.length).toBe(8);
    expect(course?.together.lambda).toEqual(report.lambda.map((l) => expect.closeTo(l, 6)));
    expect(course?.together.levels).toEqual(report.levels.map((l) => expect.closeTo(l, 6)));
    const gap = (k: number) =>
      Math.abs((course?.rounds[k].levels[1] ?? 0) - report.levels[1]) / samples.values[1].sd;
    expect(gap(7)).toBeLessThan(gap(0) + 1e-12);
    expect(gap(7)).toBeLessThan(1e-3);
    expect(course?.rounds[7].lambda[2]).toBeGreaterThan(0);
  });

  test("the order counts: the value aligned last meets its target after a round", async () => {
    for (const last of [0, 1, 2]) {
      const order = [0, 1, 2].filter((i) => i !== last).concat(last);
      const course = await analyses.sequential(context(), { palette, order });
      expect(course?.rounds[0].levels[last]).toBeCloseTo(palette.targets[last] ?? 0, 9);
    }
    expect(await analyses.sequential(context(), { palette: beyond, order: [0] })).toBeNull();
  });
});

describe("random mixes", () => {
  test("carry the palette's own place among them where it has one", async () => {
    const cloud = await analyses.cloud(context(), { palette, among: [0, 1], draws: 30 });
    const report = await solvePalette(oracle, samples, palette.targets);
    expect(cloud.palette?.lambda).toEqual(report.lambda.map((l) => expect.closeTo(l, 6)));
    expect(cloud.palette?.levels).toEqual(report.levels.map((l) => expect.closeTo(l, 6)));
    expect(cloud.kl.length).toBe(30);
    for (let d = 0; d < 30; d++) {
      expect(cloud.lambda[3 * d + 2]).toBe(0);
      const weights = tiltedWeights(
        samples,
        Float64Array.from(samples.values, (v, i) => cloud.lambda[3 * d + i] * v.sd),
      );
      const drift = weights.reduce((s, w) => s + w * Math.log(w * ROWS), 0);
      expect(cloud.kl[d]).toBeCloseTo(drift, 8);
    }
    const strengths = Array.from({ length: 30 }, (_, d) =>
      samples.values.reduce((s, v, i) => s + cloud.lambda[3 * d + i] * v.sd, 0),
    );
    expect(Math.max(...strengths)).toBeGreaterThan(4);
    expect(Math.max(...strengths)).toBeLessThanOrEqual(6);
    expect(
      (await analyses.cloud(context(), { palette: beyond, among: [0], draws: 1 })).palette,
    ).toBeNull();
  });
});

describe("non-linear mixes", () => {
  const named = (formula: string) => analyses.mixes(context(), { palette, among: [0, 2], formula });

  test("come by name, each at three strengths, a user's formula first", async () => {
    const kinds = (await named("min(v0, v1)")).map((m) => m.kind);
    expect([...new Set(kinds)]).toEqual(["formula", "min", "soft-min", "product-of-sigmoids"]);
    expect(kinds.length).toBe(12);
    const mixes = await named("");
    expect(mixes.map((m) => m.strength)).toEqual([1, 2, 4, 1, 2, 4, 4, 8, 16]);
  });

  test("a formula that has no value for some answer is left out", async () => {
    expect((await named("log(v0)")).some((m) => m.kind === "formula")).toBe(false);
    expect((await named("min(")).some((m) => m.kind === "formula")).toBe(false);
  });

  test("stronger mixes drift further, and lift the worse of the two values", async () => {
    const [gentle, , strong] = (await named("")).filter((m) => m.kind === "min");
    expect(strong.kl).toBeGreaterThan(gentle.kl);
    expect(gentle.levels[0]).toBeGreaterThan(samples.values[0].mean);
    expect(gentle.levels[2]).toBeLessThan(samples.values[2].mean);
  });

  test("a formula reads raw rewards: a cost's own units", async () => {
    const [mix] = await named("0 - v2");
    const report = await solvePalette(oracle, samples, [null, null, mix.levels[2]]);
    expect(report.lambda[2]).toBeCloseTo(1, 5);
    expect(report.kl).toBeCloseTo(mix.kl, 6);
  });
});

describe("other analyses", () => {
  test("strength: from the baseline almost to the edge, dearer with every step", async () => {
    const { edge, stops } = await analyses.strength(context(), { palette });
    expect(edge).toBeGreaterThan(1);
    expect(stops.length).toBe(13);
    expect(stops[0]).toMatchObject({ rho: 0, kl: 0, ess: expect.closeTo(ROWS, 6) });
    expect(stops[12].rho).toBeCloseTo(0.99 * (edge ?? 0), 12);
    stops.slice(1).forEach((stop, k) => {
      expect(stop.kl).toBeGreaterThan(stops[k].kl);
      expect(stop.ess).toBeLessThan(stops[k].ess);
      expect(stop.rho - stops[k].rho).toBeCloseTo(stops[12].rho / 12, 9);
    });
    const low = { targets: [-1, 40, 4], held: NONE_HELD };
    expect(await analyses.strength(context(), { palette: low })).toEqual({ edge: null, stops: [] });
  });

  test("a pair of the matrix has four contours of seven points", async () => {
    const { fronts, pair } = await analyses.pair(context(), {
      palette: { targets: [null, null, null], held: NONE_HELD },
      pair: [2, 0],
    });
    expect(pair).toEqual([2, 0]);
    expect(fronts.map((f) => f.budget)).toEqual([0.5, 1, 2, 4]);
    expect(fronts.every((f) => f.points.length === 7)).toBe(true);
    // A front runs from the most of the second value to the least of the first, which is a cost.
    const [first, last] = [fronts[1].points[0], fronts[1].points[6]];
    expect(last[0]).toBeLessThan(first[0]);
    expect(last[1]).toBeLessThan(first[1]);
  });

  test("palettes are compared by what is shown of them", async () => {
    const [own, far] = await analyses.compare(context(), { palette, kept: [beyond] });
    expect(own.shown).toEqual(own.report);
    expect(far.report.status).toBe("infeasible");
    expect(far.shown.status).toBe("aligned");
    const { edge } = await analyses.strength(context(), { palette: beyond });
    samples.values.forEach((v, i) => {
      const wanted = v.mean + 0.95 * (edge ?? 0) * ((beyond.targets[i] ?? 0) - v.mean);
      expect(far.shown.levels[i]).toBeCloseTo(wanted, 6);
    });
  });

  test("quantiles run from the least to the greatest reward, a cost's too", async () => {
    const spreads = await analyses.spread(context(), { palette, shares: [0.1, 0.5, 0.9] });
    const [value, , cost] = spreads;
    expect(value.quantiles.map((q) => q.p)).toEqual([0.1, 0.5, 0.9]);
    expect(value.quantiles[0].before).toBeLessThan(value.quantiles[2].before);
    expect(cost.quantiles[0].before).toBeLessThan(cost.quantiles[2].before);
    expect(value.quantiles[1].after).toBeGreaterThan(value.quantiles[1].before);
    expect(cost.quantiles[1].after).toBeLessThan(cost.quantiles[1].before);
    expect(spreads.every((s) => s.winRate > 0.5)).toBe(true);
    const sorted = [...COLUMNS[2]].sort((a, b) => a - b);
    const [tenth] = cost.quantiles;
    expect(tenth.before).toBeGreaterThanOrEqual(sorted[23]);
    expect(tenth.before).toBeLessThanOrEqual(sorted[24]);
  });

  test("answers are listed from the most lifted to the most lowered, unweighted ones last of equals", async () => {
    const { before, after, order } = await analyses.answers(context(), { palette });
    expect(before).toBeNull();
    expect([...order].sort((a, b) => a - b)).toEqual([...Array(ROWS).keys()]);
    for (let k = 1; k < ROWS; k++) expect(after[order[k]]).toBeLessThanOrEqual(after[order[k - 1]]);
    const weights = Float64Array.from({ length: ROWS }, (_, j) => (j % 9 === 0 ? 0 : 1 + (j % 4)));
    const uneven = problemOf(COLUMNS, { costs: [2], weights });
    const solveCache = new SolveCache(uneven.oracle);
    const listed = await analyses.answers(
      { samples: uneven.samples, oracle: uneven.oracle, solveCache, checkpoint: noCheckpoint },
      { palette },
    );
    const q = listed.before ?? new Float64Array(ROWS);
    const ratio = (j: number) => (q[j] > 0 ? listed.after[j] / q[j] : 0);
    for (let k = 1; k < ROWS; k++)
      expect(ratio(listed.order[k])).toBeLessThanOrEqual(ratio(listed.order[k - 1]));
    expect(ratio(listed.order[ROWS - 1])).toBe(0);
  });

  test("weights at a report's λ are those of its palette, in its mode", async () => {
    for (const mode of ["pooled", "per-prompt"] as const) {
      const { lambda, levels } = await solvePalette(oracle, samples, palette.targets, {
        view: { mode },
      });
      const { after, rewards } = await analyses.rowWeights(context(mode), { palette, lambda });
      levels.forEach((level, i) => {
        expect(rewards[i].reduce((s, r, j) => s + r * after[j], 0)).toBeCloseTo(level, 7);
      });
    }
  });

  test("repairs keep to the order and the limit that they are given", async () => {
    const repairsIn = (order: readonly number[]) =>
      analyses.repairs(context(), { palette: beyond, order, limit: { klBudget: 0.5 } });
    const first = await repairsIn([1, 0, 2]);
    expect(first.every((r) => (r.safe?.kl ?? 9) <= 0.5 + 1e-9)).toBe(true);
    const last = await repairsIn([0, 2, 1]);
    const placed = (repairs: typeof first, i: number) =>
      repairs.find((r) => r.kind === "greedy")?.targets[i] ?? Number.NaN;
    expect(placed(first, 1)).toBeGreaterThan(placed(last, 1) + 1);
    expect(placed(first, 0)).toBeLessThan(placed(last, 0) - 0.1);
  });

  test("trust and held-out levels are there within reach and not beyond", async () => {
    const trust = await analyses.trust(context(), { palette });
    expect(trust.intervals?.lambda.every((l) => l !== null && l.low < l.estimate)).toBe(true);
    expect(trust.bootstrap?.of).toBe(100);
    expect(trust.forecast?.map((p) => p.k)).toEqual([2, 4, 8, 16, 32, 64, 128, 256]);
    const alone = await analyses.heldOut(context(), { palette });
    expect(alone).toEqual(trust.heldOut);
    alone?.levels.forEach((level, i) => {
      const wanted =
        fromSd(samples.values[i], 0) + (palette.targets[i] ?? 0) - samples.values[i].mean;
      expect(Math.abs(level - wanted)).toBeLessThan(5 * (alone.se[i] ?? 0));
    });
    expect(await analyses.trust(context(), { palette: beyond })).toEqual({
      intervals: null,
      bootstrap: null,
      heldOut: null,
      forecast: null,
    });
    const grouped = await analyses.trust(context("per-prompt"), { palette });
    expect(grouped.forecast?.map((p) => p.k)).toEqual([2, 4, 8]);
  });

  test("a long analysis reports its progress in order, from 0 towards 1", async () => {
    const shares: number[] = [];
    const checkpoint = async (share: number) => {
      shares.push(share);
    };
    await analyses.trust({ ...context(), checkpoint }, { palette });
    expect(shares[0]).toBe(0);
    expect(shares.every((share, k) => k === 0 || share >= shares[k - 1])).toBe(true);
    expect(shares[shares.length - 1]).toBeGreaterThan(0.98);
    expect(shares[shares.length - 1]).toBeLessThan(1);
    expect(shares.some((share) => share > 0.1 && share < 0.6)).toBe(true);
  });
});

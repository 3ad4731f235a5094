import { describe, expect, test } from "vitest";
import { noCheckpoint } from "../rows/checkpoint.ts";
import { SolveCache } from "../solve/solve-cache.ts";
import { columnsOf, draws, REWARD_KINDS } from "../testing/draws.ts";
import { problemOf } from "../testing/problem.ts";
import { bootstrapSpread } from "./bootstrap.ts";
import { decodingForecast, fewestDraws } from "./forecast.ts";
import { heldOutLevels, splitIntoFolds } from "./held-out.ts";
import { trustReport } from "./trust-report.ts";

const COLUMNS = columnsOf(REWARD_KINDS.Gaussian, 400, 2, draws(51));
const { samples } = problemOf(COLUMNS);
const targets = Float64Array.of(0.5, 0.3);

describe("the bootstrap", () => {
  test("is the same for a seed and another for another, whatever the start", async () => {
    const spread = (seed?: number, start?: Float64Array) =>
      bootstrapSpread(samples, targets, { replicates: 20, seed, start });
    const first = await spread();
    expect(await spread(1)).toEqual(first);
    expect((await spread(2)).kl).not.toBe(first.kl);
    expect((await spread(1, Float64Array.of(1, 1))).kl).toBeCloseTo(first.kl, 7);
    expect((await bootstrapSpread(samples, Float64Array.of(0.1, 0))).of).toBe(200);
  });

  test("counts the replicates in which the palette was out of reach", async () => {
    const edge = Math.max(...samples.columns[0]);
    const { reachable, of } = await bootstrapSpread(samples, Float64Array.of(edge - 1e-3, -9), {
      replicates: 60,
    });
    // The best answer is in a resample with probability 1 − 1/e.
    expect(of).toBe(60);
    expect(reachable).toBeGreaterThan(24);
    expect(reachable).toBeLessThan(50);
  });

  test("a cost has the same spread as the value that mirrors it", async () => {
    const mirrored = problemOf([COLUMNS[0].map((x) => 5 - 2 * x), COLUMNS[1]], { costs: [0] });
    const plain = await bootstrapSpread(samples, targets, { replicates: 30 });
    const cost = await bootstrapSpread(mirrored.samples, targets, { replicates: 30 });
    expect(cost.lambda[0]).toBeCloseTo(plain.lambda[0] / 2, 7);
    expect(cost.lambda[1]).toBeCloseTo(plain.lambda[1], 7);
  });

  test("base weights count: a row of no weight is never drawn", async () => {
    const weights = Float64Array.from({ length: 400 }, (_, j) => (j < 200 ? 1 : 0));
    const half = problemOf(COLUMNS, { weights });
    const alone = problemOf(COLUMNS.map((c) => c.slice(0, 200)));
    const a = await bootstrapSpread(half.samples, targets, { replicates: 80 });
    const b = await bootstrapSpread(alone.samples, targets, { replicates: 80 });
    expect(a.lambda[0] / b.lambda[0]).toBeGreaterThan(0.75);
    expect(a.lambda[0] / b.lambda[0]).toBeLessThan(1.33);
  });

  test("prompts are drawn whole: copies of an answer in one prompt add nothing", async () => {
    const prompts = Int32Array.from({ length: 1200 }, (_, j) => Math.floor(j / 3));
    const thrice = problemOf(
      COLUMNS.map((c) => Float64Array.from({ length: 1200 }, (_, j) => c[Math.floor(j / 3)])),
      { prompts },
    );
    const single = await bootstrapSpread(samples, targets, { replicates: 100 });
    const grouped = await bootstrapSpread(thrice.samples, targets, { replicates: 100 });
    const careless = await bootstrapSpread({ ...thrice.samples, prompts: null }, targets, {
      replicates: 100,
    });
    expect(grouped.lambda[0] / single.lambda[0]).toBeCloseTo(1, 0);
    expect(careless.lambda[0] / single.lambda[0]).toBeLessThan(0.8);
  });
});

describe("held-out levels", () => {
  test("are those of the folds, whose number may be asked", async () => {
    const found = await heldOutLevels(samples, targets, { folds: 4 });
    expect(found).toMatchObject({ folds: 4, of: 4 });
    const again = await heldOutLevels(samples, targets, { folds: 4, seed: 2 });
    expect(again?.levels).not.toEqual(found?.levels);
    expect(await heldOutLevels(samples, targets, { folds: 4, seed: 1 })).toEqual(found);
  });

  test("folds are of equal size, every row in one", () => {
    const folds = splitIntoFolds(samples, 7, 3);
    const sizes = [0, 1, 2, 3, 4, 5, 6].map((k) => folds.filter((f) => f === k).length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    expect(splitIntoFolds(samples, 7, 3)).toEqual(folds);
    expect(splitIntoFolds(samples, 7, 4)).not.toEqual(folds);
    expect([...folds.subarray(0, 7)]).not.toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  test("of a cost lie about its target in its own units", async () => {
    const costly = problemOf([COLUMNS[0].map((x) => 100 - 10 * x)], { costs: [0] });
    const found = await heldOutLevels(costly.samples, Float64Array.of(0.5));
    const { mean, sd } = costly.samples.values[0];
    expect(Math.abs((found?.levels[0] ?? 0) - (mean - 0.5 * sd))).toBeLessThan(
      4 * (found?.se[0] ?? 0),
    );
    expect(found?.se[0]).toBeGreaterThan(0.1);
    expect(found?.se[0]).toBeLessThan(3);
  });

  test("weights and prompts go with their rows", async () => {
    const weights = Float64Array.from({ length: 400 }, (_, j) => (j % 2 ? 1 : 3));
    const prompts = Int32Array.from({ length: 400 }, (_, j) => j >> 2);
    const grouped = problemOf(COLUMNS, { weights, prompts });
    const view = { mode: "per-prompt" } as const;
    const found = await heldOutLevels(grouped.samples, Float64Array.of(0.2, 0.1), { view });
    grouped.samples.values.forEach((v, i) => {
      const wanted = v.mean + [0.2, 0.1][i] * v.sd;
      expect(Math.abs((found?.levels[i] ?? 9) - wanted)).toBeLessThan(5 * (found?.se[i] ?? 0));
    });
  });
});

describe("the forecast of decoding", () => {
  test("without any tilt stays at the baseline, exactly for two answers", async () => {
    const none = new Float64Array(2);
    const [two, many] = await decodingForecast(samples, none, { ks: [2, 32], draws: 3000 });
    samples.values.forEach((v, i) => {
      expect(two.levels[i]).toBeCloseTo(v.mean, 9);
      expect(two.se[i]).toBe(0);
      expect(Math.abs(many.levels[i] - v.mean)).toBeLessThan(4 * many.se[i]);
    });
    expect([two.draws, many.draws]).toEqual([0, 3000]);
  });

  test("says its own error: the spread of forecasts by other seeds", async () => {
    const lambda = Float64Array.of(1, 0.5);
    const runs: number[] = [];
    let se = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const [point] = await decodingForecast(samples, lambda, { ks: [8], draws: 200, seed });
      runs.push(point.levels[0]);
      se += point.se[0] / 40;
    }
    const mean = runs.reduce((s, x) => s + x, 0) / 40;
    const spread = Math.sqrt(runs.reduce((s, x) => s + (x - mean) ** 2, 0) / 39);
    expect(spread / se).toBeGreaterThan(0.7);
    expect(spread / se).toBeLessThan(1.35);
  });

  test("draws by base weight: rows of no weight never, heavy ones more often", async () => {
    const weights = Float64Array.from({ length: 400 }, (_, j) => (j < 40 ? 1 : 0));
    const part = problemOf(COLUMNS, { weights });
    const alone = problemOf(COLUMNS.map((c) => c.slice(0, 40)));
    const lambda = Float64Array.of(0.8, 0);
    const options = { ks: [2, 16], draws: 4000 };
    const a = await decodingForecast(part.samples, lambda, options);
    const b = await decodingForecast(alone.samples, lambda, options);
    expect(a[0].levels[0]).toBeCloseTo(b[0].levels[0], 9);
    expect(Math.abs(a[1].levels[0] - b[1].levels[0])).toBeLessThan(4 * Math.SQRT2 * a[1].se[0]);
  });

  test("per prompt leaves out counts that no prompt has", async () => {
    const prompts = Int32Array.from({ length: 400 }, (_, j) => (j < 10 ? 0 : j));
    const grouped = problemOf(COLUMNS, { prompts });
    const points = await decodingForecast(grouped.samples, Float64Array.of(1, 0), {
      mode: "per-prompt",
      draws: 50,
    });
    expect(points.map((p) => p.k)).toEqual([2, 4, 8]);
  });

  test("counts the answers that any rule needs, up to thirty nats", () => {
    expect(fewestDraws(0.1)).toBe(2);
    expect(fewestDraws(30)).toBeGreaterThan(1e12);
    expect(fewestDraws(30.001)).toBe(Number.POSITIVE_INFINITY);
    expect(fewestDraws(Number.NaN)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("the trust report", () => {
  test("a palette already met has trust, one out of reach none", async () => {
    const { oracle, samples: own } = problemOf(COLUMNS.map((c) => c.slice(0, 120)));
    const report = (asked: Float64Array) =>
      trustReport(own, asked, new SolveCache(oracle), { checkpoint: noCheckpoint });
    const met = await report(Float64Array.of(-0.5, -0.5));
    expect(met.intervals?.lambda).toEqual([null, null]);
    expect(met.intervals?.kl.estimate).toBe(0);
    expect(met.intervals?.levels.every((l) => l.se > 0)).toBe(true);
    expect((await report(Float64Array.of(9, 9))).intervals).toBeNull();
  });
});

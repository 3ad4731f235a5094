import { describe, expect, test } from "vitest";
import { fromSd, type Samples } from "../rows/samples.ts";
import { solveDual } from "../solve/dual.ts";
import { targetsInSd } from "../solve/solve-palette.ts";
import { columnsOf, draws, REWARD_KINDS } from "../testing/draws.ts";
import { type GoldenPalette, golden, goldenProblem } from "../testing/golden.ts";
import { problemOf } from "../testing/problem.ts";
import { decodingForecast, fewestDraws } from "./forecast.ts";

const { samples, oracle } = problemOf(columnsOf(REWARD_KINDS.Gaussian, 1200, 3, draws(21)));
const targets = targetsInSd(samples, [0.4, 0.3, -1]);

/** Σ_ij q_i q_j softmax: the level that picking one of two reaches, exactly. */
function exactPairs(of: Samples, lambda: Float64Array): number[] {
  const scores = Float64Array.from({ length: of.rows }, (_, j) =>
    of.columns.reduce((s, c, i) => s + lambda[i] * c[j], 0),
  );
  return of.values.map((v, i) => {
    let level = 0;
    for (let a = 0; a < of.rows; a++)
      for (let b = 0; b < of.rows; b++)
        level += of.columns[i][a] / (1 + Math.exp(scores[b] - scores[a]));
    return fromSd(v, (2 * level) / of.rows ** 2);
  });
}

describe("decoding forecast", () => {
  test("needs at least about e^(KL + 1) answers, and exactly as many as the bound allows", () => {
    expect(fewestDraws(3.63954267)).toBe(103);
    expect(fewestDraws(0)).toBe(1);
    expect(fewestDraws(1000)).toBe(Number.POSITIVE_INFINITY);
    for (let kl = 0.01; kl < 8; kl += 0.37) {
      const k = fewestDraws(kl);
      expect(Math.log(k) - (k - 1) / k).toBeGreaterThanOrEqual(kl);
      expect(Math.log(k - 1) - (k - 2) / (k - 1)).toBeLessThan(kl);
    }
  });

  test("is the exact double sum for two answers, by simulation too, and rises with k", async () => {
    const { lambda } = await solveDual(oracle, targets);
    const points = await decodingForecast(samples, lambda, { draws: 20_000 });
    exactPairs(samples, lambda).forEach((level, i) => {
      expect(points[0].levels[i]).toBeCloseTo(level, 10);
      expect(Math.abs(simulate(samples, lambda, 2, 50_000)[i] - level)).toBeLessThan(0.02);
    });
    expect(points.map((p) => p.k)).toEqual([2, 4, 8, 16, 32, 64, 128, 256]);
    for (let k = 1; k < 8; k++)
      expect(points[k].levels[0]).toBeGreaterThan(points[k - 1].levels[0] - 4 * points[k].se[0]);
    expect(points[7].levels[0]).toBeGreaterThan(points[0].levels[0]);
  });

  test("per prompt it draws within a prompt, and no more than there are", async () => {
    const prompts = Int32Array.from({ length: 1200 }, (_, j) => Math.floor(j / 4));
    const points = await decodingForecast({ ...samples, prompts }, Float64Array.from([1, 0, 0]), {
      mode: "per-prompt",
      draws: 500,
    });
    expect(points.map((p) => p.k)).toEqual([2, 4]);
  });

  test("per prompt it is what the answers of each prompt give, weights counted, rows of no weight left out", async () => {
    const rewards = Float64Array.from([0, 1, 5, 2, 4, 9]);
    const weights = Float64Array.from([1, 1, 2, 1, 3, 0]);
    const prompts = Int32Array.from([0, 0, 0, 1, 1, 1]);
    const grouped = problemOf([rewards], { prompts, weights });
    const lambda = Float64Array.from([0.7]);
    const [two, three] = await decodingForecast(grouped.samples, lambda, {
      mode: "per-prompt",
      ks: [2, 3, 4],
      draws: 40_000,
    });
    const perUnit = 0.7 / grouped.samples.values[0].sd;
    const pick = (rows: number[], isAll = false) => {
      const odds = rows.map((j) => Math.exp(perUnit * rewards[j]) * (isAll ? weights[j] : 1));
      const total = odds.reduce((s, x) => s + x, 0);
      return rows.reduce((s, j, t) => s + (odds[t] / total) * rewards[j], 0);
    };
    const first = (1 / 4) * (1 / 3) * 2 * pick([0, 1]);
    const second = ((1 / 4) * (2 / 3) + (2 / 4) * (1 / 2)) * (pick([0, 2]) + pick([1, 2]));
    const exact = 0.5 * (first + second) + 0.5 * pick([3, 4], true);
    expect(Math.abs(two.levels[0] - exact)).toBeLessThan(4 * two.se[0]);
    const all = 0.5 * pick([0, 1, 2], true) + 0.5 * pick([3, 4], true);
    expect(Math.abs(three.levels[0] - all)).toBeLessThan(4 * three.se[0]);
  });
});

describe("the forecast over prompts of unequal size", () => {
  const large = Array.from({ length: 120 }, (_, j) => -3 + 0.1 * ((j * 7) % 20));
  const small = Array.from({ length: 400 }, (_, j) => 0.1 * ((j * 13) % 20) - 1);
  const prompts = Int32Array.from([...large, ...small], (_, j) =>
    j < 120 ? Math.floor(j / 40) : 3 + Math.floor((j - 120) / 4),
  );
  const view = { mode: "per-prompt" } as const;

  test("is of all prompts at every k, and ends where most prompts have no more answers", async () => {
    const uneven = problemOf([[...large, ...small]], { prompts });
    const { lambda } = await solveDual(uneven.oracle, targetsInSd(uneven.samples, [-0.3]), {
      view,
    });
    const points = await decodingForecast(uneven.samples, lambda, { mode: "per-prompt" });
    expect(points.map(({ k }) => k)).toEqual([2, 4]);
    const [two, four] = points.map(({ levels }) => levels[0]);
    expect(two).toBeGreaterThan(uneven.samples.values[0].mean);
    expect(four).toBeGreaterThan(two);
    expect(four).toBeLessThan(-0.3 + 0.05);
  });

  test("with all answers to every prompt is the mix itself", async () => {
    const even = problemOf([small], { prompts: prompts.slice(120).map((x) => x - 3) });
    const solved = await solveDual(even.oracle, Float64Array.of(0.2), { view });
    const [four] = await decodingForecast(even.samples, solved.lambda, {
      mode: "per-prompt",
      ks: [4],
      draws: 20_000,
    });
    const level = fromSd(even.samples.values[0], solved.moments.mean[0]);
    expect(Math.abs(four.levels[0] - level)).toBeLessThan(4 * four.se[0]);
  });
});

describe("the forecast for HHH-80 % on the paper's samples", () => {
  const one = golden<GoldenPalette[]>("paper-palettes.json").find(
    (c) => c.source.startsWith("HHH-80") && c.model === "llama2_chat",
  );
  const problem = goldenProblem(one?.values ?? []);

  test("two answers: the exact double sum within 1e-3; 8, 16 and 64: another simulation within four standard errors", async () => {
    const { lambda } = await solveDual(
      problem.oracle,
      targetsInSd(problem.samples, one?.palette ?? []),
    );
    const [two] = await decodingForecast(problem.samples, lambda, { ks: [2] });
    exactPairs(problem.samples, lambda).forEach((level, i) => {
      expect(Math.abs(two.levels[i] - level)).toBeLessThan(1e-3);
    });
    const points = await decodingForecast(problem.samples, lambda, {
      ks: [8, 16, 64],
      draws: 20_000,
    });
    for (const point of points) {
      const other = simulate(problem.samples, lambda, point.k, 20_000);
      point.levels.forEach((level, i) => {
        expect(Math.abs(level - other[i])).toBeLessThan(4 * Math.SQRT2 * point.se[i]);
      });
    }
  });
});

/** A plain simulation: picks one of k by its softmax weight instead of averaging the weights. */
function simulate(of: Samples, lambda: Float64Array, k: number, times: number): number[] {
  const d = draws(77);
  const sums = new Float64Array(of.values.length);
  for (let t = 0; t < times; t++) {
    const rows = Array.from({ length: k }, () => Math.floor(d.uniform() * of.rows));
    const scores = rows.map((j) => of.columns.reduce((s, c, i) => s + lambda[i] * c[j], 0));
    const top = Math.max(...scores);
    const odds = scores.map((s) => Math.exp(s - top));
    const total = odds.reduce((s, x) => s + x, 0);
    of.columns.forEach((c, i) => {
      sums[i] += rows.reduce((s, j, a) => s + (odds[a] / total) * c[j], 0);
    });
  }
  return of.values.map((v, i) => fromSd(v, sums[i] / times));
}

import { describe, expect, test } from "vitest";
import { studentTCdf, studentTQuantile } from "../numerics/student-t.ts";
import { rowsOracle } from "../rows/rows-oracle.ts";
import { fromSd, orientedScale } from "../rows/samples.ts";
import { quantileTarget } from "../rows/units.ts";
import { solveDual } from "../solve/dual.ts";
import { targetsInSd } from "../solve/solve-palette.ts";
import { columnsOf, draws, REWARD_KINDS } from "../testing/draws.ts";
import { problemOf } from "../testing/problem.ts";
import { bootstrapSpread } from "./bootstrap.ts";
import { heldOutLevels, splitIntoFolds } from "./held-out.ts";
import { intervalsOf } from "./intervals.ts";

const { samples, oracle } = problemOf(columnsOf(REWARD_KINDS.Gaussian, 1200, 3, draws(21)));
const targets = targetsInSd(samples, [0.4, 0.3, -1]);

describe("Student's t", () => {
  test.each([
    [0.95, 3, 2.353363],
    [0.95, 10, 1.812461],
    [0.975, 60, 2.000298],
    [0.95, 1e6, 1.644855],
    [0.05, 5, -2.015048],
  ])("quantile %d with %d degrees of freedom is %d", (p, df, t) => {
    expect(studentTQuantile(p, df)).toBeCloseTo(t, 5);
    expect(studentTCdf(studentTQuantile(p, df), df)).toBeCloseTo(p, 10);
  });
});

describe("intervals", () => {
  test("agree with the bootstrap where both are at home", async () => {
    const found = await solveDual(oracle, targets);
    const intervals = intervalsOf(samples, found);
    const spread = await bootstrapSpread(samples, targets, {
      replicates: 300,
      start: found.lambda,
    });
    expect(spread.reachable).toBe(300);
    expect((intervals.lambda[0]?.se ?? 0) / spread.lambda[0]).toBeGreaterThan(0.8);
    expect((intervals.lambda[0]?.se ?? 0) / spread.lambda[0]).toBeLessThan(1.25);
    expect(intervals.kl.se / spread.kl).toBeGreaterThan(0.75);
    expect(intervals.kl.se / spread.kl).toBeLessThan(1.3);
    expect(intervals.lambda[2]).toBeNull();
    expect(intervals.levels[2].se).toBeGreaterThan(0);
    expect(intervals.isLikelyTooNarrow).toBe(false);
  });

  test("answers that come four times over, prompt by prompt, are worth a quarter", async () => {
    const columns = columnsOf(REWARD_KINDS.Gaussian, 300, 2, draws(4));
    const fourfold = columns.map((c) => Float64Array.from({ length: 1200 }, (_, j) => c[j >> 2]));
    const prompts = Int32Array.from({ length: 1200 }, (_, j) => j >> 2);
    const single = problemOf(columns);
    const repeated = problemOf(fourfold, { prompts });
    const aim = Float64Array.from([0.4, 0.3]);
    const one = intervalsOf(single.samples, await solveDual(single.oracle, aim));
    const four = intervalsOf(repeated.samples, await solveDual(repeated.oracle, aim));
    expect((four.lambda[0]?.se ?? 0) / (one.lambda[0]?.se ?? 1)).toBeCloseTo(1, 1);
    const careless = intervalsOf(
      { ...repeated.samples, prompts: null },
      await solveDual(repeated.oracle, aim),
    );
    expect((careless.lambda[0]?.se ?? 0) / (one.lambda[0]?.se ?? 1)).toBeCloseTo(0.5, 1);
  });

  test("per prompt they agree with the bootstrap of prompts", async () => {
    const d = draws(40);
    const spreads = Array.from({ length: 150 }, () => Math.exp(0.6 * d.normal()));
    const shared = Array.from({ length: 300 }, () => d.normal());
    const columns = [0, 1].map((i) =>
      Float64Array.from(
        { length: 1200 },
        (_, j) => shared[2 * (j >> 3) + i] + spreads[j >> 3] * d.normal(),
      ),
    );
    const prompts = Int32Array.from({ length: 1200 }, (_, j) => j >> 3);
    const problem = problemOf(columns, { prompts });
    const view = { mode: "per-prompt" } as const;
    const aim = Float64Array.from([0.3, 0.2]);
    const found = await solveDual(problem.oracle, aim, { view });
    const intervals = intervalsOf(problem.samples, found, view);
    const spread = await bootstrapSpread(problem.samples, aim, { replicates: 300, view });
    for (const i of [0, 1]) {
      const ratio = (intervals.lambda[i]?.se ?? 0) / spread.lambda[i];
      expect(ratio).toBeGreaterThan(0.8);
      expect(ratio).toBeLessThan(1.25);
    }
    expect(intervals.kl.se / spread.kl).toBeGreaterThan(0.75);
    expect(intervals.kl.se / spread.kl).toBeLessThan(1.3);
  });

  test("a quantile target is taken anew in every replicate, and the intervals agree", async () => {
    const { samples: part, oracle: own } = problemOf(
      columnsOf(REWARD_KINDS.Gaussian, 1500, 2, draws(8)),
    );
    const aim = targetsInSd(part, [quantileTarget(part.values[0], 70), part.values[1].mean]);
    const isQuantile = [true, false];
    const found = await solveDual(own, aim);
    const spread = await bootstrapSpread(part, aim, { replicates: 300, isQuantile });
    const fixed = await bootstrapSpread(part, aim, { replicates: 300 });
    const intervals = intervalsOf(part, found, {}, { isQuantile });
    const ratio = (intervals.lambda[0]?.se ?? 0) / spread.lambda[0];
    expect(ratio).toBeGreaterThan(0.8);
    expect(ratio).toBeLessThan(1.25);
    expect(spread.lambda[0] / fixed.lambda[0]).not.toBeCloseTo(1, 2);
  });

  test("a target that is a quantile moves with the sample, and its λ with it", async () => {
    const found: number[][] = [];
    const d = draws(12);
    for (let k = 0; k < 300; k++) {
      const { samples: part, oracle: own } = problemOf(
        columnsOf(REWARD_KINDS["log-normal"], 400, 1, d).map((c) => c.map(Math.log)),
      );
      const solved = await solveDual(own, targetsInSd(part, [quantileTarget(part.values[0], 70)]));
      const fixed = intervalsOf(part, solved);
      const moving = intervalsOf(part, solved, {}, { isQuantile: [true] });
      expect(moving.levels).toEqual(fixed.levels);
      const [a, b] = [fixed.lambda[0], moving.lambda[0]];
      if (!a || !b) throw new Error("λ is 0");
      found.push([a.estimate, a.se, b.se, moving.kl.estimate, moving.kl.se]);
    }
    const mean = (i: number) => found.reduce((s, f) => s + f[i], 0) / found.length;
    const sd = (i: number) =>
      Math.sqrt(found.reduce((s, f) => s + (f[i] - mean(i)) ** 2, 0) / found.length);
    expect(mean(2) / sd(0)).toBeGreaterThan(0.88);
    expect(mean(2) / sd(0)).toBeLessThan(1.14);
    expect(mean(4) / sd(3)).toBeGreaterThan(0.85);
    expect(mean(4) / sd(3)).toBeLessThan(1.18);
    expect(Math.abs(Math.log(mean(1) / sd(0)))).toBeGreaterThan(0.05);
  });

  test("are those of really leaving each prompt out and solving again", async () => {
    const prompts = Int32Array.from({ length: 160 }, (_, j) => Math.floor(j / 2));
    const problem = problemOf(columnsOf(REWARD_KINDS.Gaussian, 160, 2, draws(14)), { prompts });
    const aim = Float64Array.from([0.9, 0.5]);
    const solved = await solveDual(problem.oracle, aim);
    const intervals = intervalsOf(problem.samples, solved);
    const refits: number[][] = [];
    for (let x = 0; x < 80; x++) {
      const weights = Float64Array.from(prompts, (p) => (p === x ? 0 : 1 / 158));
      const { lambda, kl } = await solveDual(rowsOracle({ ...problem.samples, weights }), aim);
      refits.push([...lambda, kl]);
    }
    const jackknife = [0, 1, 2].map((i) => {
      const mean = refits.reduce((s, r) => s + r[i], 0) / 80;
      return Math.sqrt((refits.reduce((s, r) => s + (r[i] - mean) ** 2, 0) * 79) / 80);
    });
    const scale = problem.samples.values.map(orientedScale);
    expect(((intervals.lambda[0]?.se ?? 0) * scale[0]) / jackknife[0]).toBeCloseTo(1, 1);
    expect(((intervals.lambda[1]?.se ?? 0) * scale[1]) / jackknife[1]).toBeCloseTo(1, 1);
    expect(intervals.kl.se / jackknife[2]).toBeCloseTo(1, 1);
  });

  test("a value that is there twice leaves every figure finite", async () => {
    const [one] = columnsOf(REWARD_KINDS.Gaussian, 500, 1, draws(9));
    const twice = problemOf([one, one]);
    const single = problemOf([one]);
    const both = intervalsOf(
      twice.samples,
      await solveDual(twice.oracle, Float64Array.from([0.5, 0.5])),
    );
    const alone = intervalsOf(
      single.samples,
      await solveDual(single.oracle, new Float64Array([0.5])),
    );
    expect(both.levels[0].se).toBeCloseTo(alone.levels[0].se, 4);
    expect(both.kl.se).toBeCloseTo(alone.kl.se, 4);
    expect(both.lambda.every((l) => l === null || Number.isFinite(l.se))).toBe(true);
  });
});

describe("held-out levels", () => {
  test("lie about the target, with a spread", async () => {
    const found = await heldOutLevels(samples, targets);
    if (!found) throw new Error("no fold");
    expect(found.folds).toBe(10);
    for (const i of [0, 1]) {
      expect(found.se[i]).toBeGreaterThan(0);
      expect(Math.abs(found.levels[i] - fromSd(samples.values[i], targets[i]))).toBeLessThan(
        4 * found.se[i],
      );
    }
  });

  test("of folds of unequal weight are what all answers say together", async () => {
    const d = draws(41);
    const prompts: number[] = [];
    const rewards: number[] = [];
    const add = (x: number, answers: number, mean: number) => {
      for (let k = 0; k < answers; k++) {
        prompts.push(x);
        rewards.push(mean + d.normal());
      }
    };
    for (let x = 0; x < 100; x++) add(x, 4, 0);
    for (let x = 100; x < 103; x++) add(x, 40, -3);
    const uneven = problemOf([rewards], { prompts: Int32Array.from(prompts) });
    const [{ mean }] = uneven.samples.values;
    for (const seed of [1, 2, 3]) {
      const untilted = await heldOutLevels(uneven.samples, Float64Array.of(-1), { seed });
      expect(untilted?.levels[0]).toBeCloseTo(mean, 9);
      const found = await heldOutLevels(uneven.samples, Float64Array.of(0), { seed });
      expect(Math.abs((found?.levels[0] ?? 0) - mean)).toBeLessThan(0.05);
      expect(found?.se[0]).toBeGreaterThan(0.1);
    }
    const weights = Float64Array.from(prompts, (x) => (x < 100 ? 1 : 0.1));
    const weighed = problemOf([rewards], { prompts: Int32Array.from(prompts), weights });
    const found = await heldOutLevels(weighed.samples, Float64Array.of(-1));
    expect(found?.levels[0]).toBeCloseTo(weighed.samples.values[0].mean, 9);
  });

  test("say where too few answers carry a fold to go by", async () => {
    const [reward] = columnsOf(REWARD_KINDS.Gaussian, 2000, 1, draws(42));
    const { samples: wide } = problemOf([reward]);
    const gentle = await heldOutLevels(wide, Float64Array.of(0.6));
    expect(gentle?.isThin).toBe(false);
    expect(gentle?.essPerFold).toBeGreaterThan(100);
    const steep = await heldOutLevels(wide, Float64Array.of(2.4));
    expect(steep?.isThin).toBe(true);
    expect(steep?.essPerFold).toBeLessThan(20);
  });

  test("keep the answers to one prompt together, in folds of equal size", () => {
    const prompts = Int32Array.from({ length: 1200 }, (_, j) => j % 100);
    const folds = splitIntoFolds({ ...samples, prompts }, 5, 3);
    const byPrompt = new Map<number, number>();
    folds.forEach((fold, j) => {
      expect(byPrompt.get(prompts[j]) ?? fold).toBe(fold);
      byPrompt.set(prompts[j], fold);
    });
    for (let k = 0; k < 5; k++)
      expect([...byPrompt.values()].filter((f) => f === k).length).toBe(20);
  });

  test("a palette that no rest can reach has none", async () => {
    expect(await heldOutLevels(samples, targetsInSd(samples, [9, 0, 0]))).toBeNull();
  });
});

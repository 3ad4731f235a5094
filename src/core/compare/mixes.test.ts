import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromSd, orientedScale } from "../rows/samples.ts";
import { SolveCache } from "../solve/solve-cache.ts";
import { columnsOf, draws, REWARD_KINDS } from "../testing/draws.ts";
import { problemOf } from "../testing/problem.ts";
import { mixCloud } from "./cloud.ts";
import { parseFormula } from "./expression.ts";
import { compareMix, formulaScores, type MixKind, mixScores } from "./non-linear.ts";

const { samples, oracle } = problemOf(columnsOf(REWARD_KINDS.Gaussian, 700, 3, draws(31)), {
  costs: [2],
});

describe("random linear mixes", () => {
  test("each point is where its λ leads, and the desirable are those that lower no value", async () => {
    const cloud = await mixCloud(oracle, samples, { draws: 50 });
    for (let d = 0; d < 50; d += 7) {
      const lambda = Float64Array.from(
        samples.values,
        (v, i) => cloud.lambda[d * 3 + i] * Math.abs(orientedScale(v)),
      );
      const { mean } = await oracle.tilt(lambda);
      samples.values.forEach((v, i) => {
        expect(cloud.levels[d * 3 + i]).toBeCloseTo(fromSd(v, mean[i]), 9);
      });
      expect(cloud.desirable[d]).toBe(mean.every((z) => z >= -1e-12) ? 1 : 0);
    }
    expect(cloud.desirableShare).toBe(cloud.desirable.filter(Boolean).length / 50);
    expect(Math.max(...cloud.lambda)).toBeLessThanOrEqual(
      6 / Math.min(...samples.values.map((v) => v.sd)),
    );
  });

  test("only values that take part are judged", async () => {
    const opposed = problemOf([
      [0, 1, 2, 3, 4],
      [0, 1, 2, 3, 5],
      [4, 3, 2, 1, 0],
    ]);
    const two = await mixCloud(opposed.oracle, opposed.samples, { draws: 40, among: [0, 1] });
    expect(two.desirableShare).toBe(1);
    for (let d = 0; d < 40; d++) expect(two.levels[3 * d + 2]).toBeLessThan(2);
    const three = await mixCloud(opposed.oracle, opposed.samples, { draws: 40 });
    expect(three.desirableShare).toBe(0);
  });

  test("the strength may count in units of the rewards, and the same seed draws the same mixes", async () => {
    const wide = problemOf([
      Float64Array.from({ length: 100 }, (_, j) => j),
      new Float64Array(100),
    ]);
    const cloud = await mixCloud(wide.oracle, wide.samples, {
      draws: 40,
      per: "unit",
      strength: 2,
    });
    const most = Math.max(...cloud.lambda);
    expect(most).toBeGreaterThan(1.5);
    expect(most).toBeLessThanOrEqual(2);
    const again = await mixCloud(wide.oracle, wide.samples, {
      draws: 40,
      per: "unit",
      strength: 2,
    });
    expect(again).toEqual(cloud);
    const other = await mixCloud(wide.oracle, wide.samples, { draws: 40, per: "unit", seed: 2 });
    expect(other.lambda).not.toEqual(cloud.lambda);
  });

  test("only the values asked take part", async () => {
    const cloud = await mixCloud(oracle, samples, { draws: 20, among: [0, 1] });
    for (let d = 0; d < 20; d++) expect(cloud.lambda[d * 3 + 2]).toBe(0);
  });
});

describe("linear is enough", () => {
  test("no non-linear mix beats the linear one at its own levels, over 200 random mixes", async () => {
    const d = draws(8);
    const solveCache = new SolveCache(oracle);
    const kinds: MixKind[] = ["min", "soft-min", "product-of-sigmoids"];
    for (let k = 0; k < 200; k++) {
      const among = [0, 1, 2].filter(() => d.uniform() < 0.8);
      const scores = mixScores(samples, kinds[k % 3], among.length > 0 ? among : [0]);
      const noisy = scores.map((s) => s + 0.5 * d.normal());
      const mix = await compareMix(samples, k % 2 ? noisy : scores, 4 * d.uniform(), solveCache);
      expect(mix.linearKl).toBeLessThanOrEqual(mix.kl + 1e-6);
      mix.levels.forEach((level, i) => {
        const sign = samples.values[i].lowerIsBetter ? -1 : 1;
        expect(sign * (mix.linearLevels[i] - level)).toBeGreaterThanOrEqual(-1e-8);
      });
    }
  });

  test.each(Object.keys(REWARD_KINDS))("nor per prompt, nor at any strength: %s", async (kind) => {
    const d = draws(18);
    const prompts = Int32Array.from({ length: 400 }, (_, j) => j >> 3);
    const grouped = problemOf(columnsOf(REWARD_KINDS[kind], 400, 3, d), { prompts });
    for (const mode of ["pooled", "per-prompt"] as const) {
      const solveCache = new SolveCache(grouped.oracle, { mode });
      for (let k = 0; k < 30; k++) {
        const scores = mixScores(grouped.samples, "min", [0, 1, 2]).map((s) => s + d.normal());
        const mix = await compareMix(
          grouped.samples,
          scores,
          Math.exp(5 * d.uniform() - 2),
          solveCache,
        );
        expect(mix.linearKl).toBeLessThanOrEqual(mix.kl + 1e-6);
        mix.levels.forEach((level, i) => {
          const { sd } = grouped.samples.values[i];
          expect((mix.linearLevels[i] - level) / sd).toBeGreaterThanOrEqual(-1e-8);
        });
      }
    }
  });

  test("a linear formula is matched by itself", async () => {
    const read = parseFormula("2 * v0 + v1", ["v0", "v1", "v2"]);
    const scores = read.ok ? formulaScores(samples, read.formula) : null;
    if (!scores) throw new Error("unreadable");
    const mix = await compareMix(samples, scores, 0.5, new SolveCache(oracle));
    expect(mix.linearKl).toBeLessThanOrEqual(mix.kl + 1e-9);
    expect(mix.linearLevels[0]).toBeCloseTo(mix.levels[0], 6);
  });
});

describe("a user's formula", () => {
  const known = ["a", "b_2", "gpt2-helpful", "gpt2", "min", "50 % rule", "été"];
  const amounts = [2, 3, -1, 10, 7, 40, 5];
  const at = (name: string) => amounts[known.indexOf(name)] ?? Number.NaN;
  const value = (text: string) => {
    const read = parseFormula(text, known);
    return read.ok ? read.formula(at) : read;
  };

  test.each([
    ["a + b_2 * 2", 8],
    ["-(a - 5) ^ 2", -9],
    ["2 ^ 3 ^ 2", 512],
    ["2 ^ -1", 0.5],
    ["8 - 2 - 1", 5],
    ['min(a, b_2, "gpt2-helpful")', -1],
    ["gpt2-helpful + 1", 0],
    ["gpt2 - a", 8],
    ["min + min(min, 3)", 10],
    ["50 % rule / été", 8],
    ["sigmoid(0) * 4 / a", 1],
    ["1e1 + .5", 10.5],
    ["max(log(exp(a)), abs(-7))", 7],
    ["softmin(3, 3) + mean(1, 2, 3) + sqrt(4) + tanh(0)", 7],
    ["softmin(0, 1000)", Math.LN2],
  ])("%s is %d", (text, expected) => expect(value(text)).toBeCloseTo(expected, 12));

  test.each([
    ["", 0, "operand-expected", []],
    ["a +", 3, "operand-expected", []],
    ["a b_2", 2, "end-expected", []],
    ["c", 0, "unknown-name", known],
    ["ab_2", 0, "unknown-name", known],
    ["alert(1)", 0, "unknown-function", expect.arrayContaining(["min"])],
    ["a $ 2", 2, "unknown-sign", []],
    ["(a", 2, "sign-expected", [")"]],
    ["max", 0, "unknown-name", known],
    ["log(a, b_2)", 0, "wrong-arguments", ["1"]],
    ["constructor", 0, "unknown-name", known],
    ["constructor(1)", 0, "unknown-function", expect.arrayContaining(["min"])],
    ["1+".repeat(300), 500, "too-long", ["500"]],
  ])("%s is refused at %d", (text, place, problem, expected) =>
    expect(value(text)).toEqual({ ok: false, at: place, problem, expected }),
  );

  test("no text makes it throw", () =>
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[-+*/^()ab,. 0-9"]{0,40}$/)),
        (text) => {
          const read = parseFormula(text, known);
          if (read.ok) expect(read.names.every((name) => known.includes(name))).toBe(true);
          else expect(read.at).toBeLessThanOrEqual(text.length);
        },
      ),
    ));
});

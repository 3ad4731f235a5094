import { describe, expect, test } from "vitest";
import { answerPalette } from "../live-answer.ts";
import { edgeShare } from "../repair/scale-back.ts";
import { SolveCache } from "../solve/solve-cache.ts";
import { solvePalette } from "../solve/solve-palette.ts";
import { columnsOf, draws, REWARD_KINDS } from "../testing/draws.ts";
import { type Problem, problemOf } from "../testing/problem.ts";

/** The live answer to targets in the user's units. */
function answered(
  { samples, oracle }: Problem,
  targets: readonly (number | null)[],
  mode?: "pooled" | "per-prompt",
) {
  const palette = { targets, held: targets.map(() => false), mode };
  return answerPalette(oracle, samples, palette, new SolveCache(oracle, { mode }));
}

describe("a step more of the dearest value", () => {
  const problem = problemOf(columnsOf(REWARD_KINDS["log-normal"], 300, 3, draws(41)), {
    costs: [2],
  });
  const { values } = problem.samples;
  const at = (sd: number) => values.map((v) => v.mean + (v.lowerIsBetter ? -0.1 : sd) * v.sd);

  test.each([0.3, 0.8, 1.5])("at %d sd costs what solving for it says", async (sd) => {
    const targets = at(sd);
    const { dearest, report } = await answered(problem, targets);
    const perSd = report.lambda.map((l, i) => l * values[i].sd);
    const value = dearest?.value ?? -1;
    expect(value).toBe(perSd.indexOf(Math.max(...perSd)));
    const sign = values[value].lowerIsBetter ? -1 : 1;
    const moved = targets.map((c, i) => (i === value ? c + sign * (dearest?.step ?? 0) : c));
    const there = await solvePalette(problem.oracle, problem.samples, moved);
    expect(there.status === "infeasible").toBe(dearest?.cost === null);
    if (dearest?.cost) expect(dearest.cost).toBeCloseTo(there.kl - report.kl, 8);
  });

  test("is out of reach where it lies above every answer", async () => {
    const [rewards] = problem.raw;
    const highest = Math.max(...rewards);
    const { dearest } = await answered(problem, [highest - 0.01 * values[0].sd, null, null]);
    expect(dearest).toMatchObject({ value: 0, cost: null });
  });

  test("is not told of a palette already met or out of reach", async () => {
    expect((await answered(problem, [values[0].mean, null, null])).dearest).toBeNull();
    expect((await answered(problem, at(99))).dearest).toBeNull();
  });
});

describe("the answers that keep weight on the edge", () => {
  const d = draws(43);
  const yes = Array.from({ length: 500 }, () => Number(d.uniform() < 0.3));
  const other = yes.map((x) => 0.5 * x + d.normal());
  const kept = yes.filter((x) => x === 1).length;

  test("are all that have the greatest reward, not only as many as carry it", async () => {
    const problem = problemOf([yes, other]);
    const { report, kept: counted } = await answered(problem, [1, 1.2]);
    expect(report.status).toBe("boundary");
    expect(report.ess).toBeLessThan(0.9 * kept);
    expect(counted).toBe(kept);
    expect((await answered(problem, [0.9, null])).kept).toBeNull();
  });

  test("are the best of each prompt where each is by itself, rows of no weight left out", async () => {
    const prompts = Int32Array.from(yes, (_, j) => Math.floor(j / 5));
    const weights = Float64Array.from(yes, (_, j) => (j % 5 === 4 ? 0 : 1));
    const problem = problemOf([yes], { prompts, weights });
    const best = new Map<number, number>();
    const counted = yes.map((x, j) => ({ x, at: prompts[j], isIn: weights[j] > 0 }));
    for (const { x, at, isIn } of counted) if (isIn) best.set(at, Math.max(x, best.get(at) ?? 0));
    const highest = [...best.values()].reduce((s, x) => s + x, 0) / best.size;
    const { report, kept: found } = await answered(problem, [highest], "per-prompt");
    expect(report.status).toBe("boundary");
    expect(found).toBe(counted.filter(({ x, at, isIn }) => isIn && x === best.get(at)).length);
  });

  test("are two at most on an edge of a plane of points", async () => {
    for (let seed = 1; seed <= 6; seed++) {
      const problem = problemOf(columnsOf(REWARD_KINDS.Gaussian, 200, 2, draws(seed)));
      const aim = Float64Array.of(4, 3);
      const edge = await edgeShare(problem.oracle, aim, new SolveCache(problem.oracle));
      const targets = problem.samples.values.map((v, i) => v.mean + edge * aim[i] * v.sd);
      const { report, kept: found } = await answered(problem, targets);
      expect(report.status).toBe("boundary");
      expect(found).toBeGreaterThan(0);
      expect(found).toBeLessThanOrEqual(2);
    }
  });
});

describe("values that follow from one another", () => {
  const d = draws(47);
  const x = Array.from({ length: 400 }, () => d.normal());
  const z = x.map((v) => 0.3 * v + d.normal());
  const twice = problemOf([x, x.map((v) => 2 * v + 1), z]);
  const [first, second, third] = twice.samples.values;

  test("share their price where both meet their targets exactly", async () => {
    const targets = [first, second, third].map((v) => v.mean + 0.5 * v.sd);
    expect((await answered(twice, targets)).sharedPrices).toEqual([0, 1]);
  });

  test("do not where one of them asks for less, or nothing has a price", async () => {
    const uneven = [first.mean + 0.2 * first.sd, second.mean + 0.5 * second.sd, third.mean];
    expect((await answered(twice, uneven)).sharedPrices).toEqual([]);
    expect((await answered(twice, [first.mean, second.mean, null])).sharedPrices).toEqual([]);
    expect((await answered(twice, [first.mean + 0.4, null, third.mean])).sharedPrices).toEqual([]);
  });

  test("are found in sums of several too, constants apart", async () => {
    const w = x.map(() => d.normal());
    const sum = problemOf([x, w, x.map((v, j) => 3 - v - w[j]), x.map(() => 7)]);
    const level = await solvePalette(sum.oracle, sum.samples, [0.3, 0.2, null, null]);
    const { sharedPrices } = await answered(sum, [...level.levels.slice(0, 3), 7]);
    expect(sharedPrices).toEqual([0, 1, 2]);
  });
});

test("the answers that carry today’s mix are all of them, fewer where they have weights", async () => {
  const columns = columnsOf(REWARD_KINDS.Gaussian, 200, 1, draws(48));
  expect((await answered(problemOf(columns), [0.1])).baselineEss).toBeCloseTo(200, 9);
  const weights = Float64Array.from({ length: 200 }, (_, j) => (j < 50 ? 1 : 0));
  expect((await answered(problemOf(columns, { weights }), [0.1])).baselineEss).toBeCloseTo(50, 9);
});

import { describe, expect, test } from "vitest";
import type { Palette } from "../rows/palette.ts";
import { SolveCache } from "../solve/solve-cache.ts";
import { solvePalette, targetsInSd } from "../solve/solve-palette.ts";
import { columnsOf, draws, REWARD_KINDS } from "../testing/draws.ts";
import { golden, goldenProblem } from "../testing/golden.ts";
import { type Problem, problemOf } from "../testing/problem.ts";
import { type RepairOptions, repairPalette } from "./repairs.ts";
import { backShare } from "./scale-back.ts";

const asked = (targets: Palette["targets"], mode?: Palette["mode"]): Palette => ({
  targets,
  held: targets.map(() => false),
  mode,
});

/** All repairs of a palette, by their kind. */
async function repairsOf(
  { samples, oracle }: Problem,
  palette: Palette,
  options: RepairOptions = {},
) {
  const solveCache = new SolveCache(oracle, { mode: palette.mode });
  const repairs = await repairPalette(oracle, samples, palette, solveCache, options);
  const byKind = new Map(repairs.map((repair) => [repair.kind, repair]));
  return { repairs, of: (kind: (typeof repairs)[number]["kind"]) => byKind.get(kind) };
}

/** A palette that asks for so many sd of every value of a small problem. */
function beyond(seed: number, sd: number): { problem: Problem; palette: Palette } {
  const kinds = Object.values(REWARD_KINDS);
  const problem = problemOf(columnsOf(kinds[seed % kinds.length], 60 + seed, 3, draws(seed)));
  return { problem, palette: asked(problem.samples.values.map((v) => v.mean + sd * v.sd)) };
}

describe("dearest first, kept safe", () => {
  test("keeps the dearest of HHH-90 % whole, and lets the last ones give way", async () => {
    const { values, hhh90 } = golden<{ values: string[]; hhh90: { palette: number[] } }>(
      "analysis.json",
    );
    const { of } = await repairsOf(goldenProblem(values), asked(hhh90.palette), {
      order: [0, 1, 2],
    });
    const safe = of("greedy")?.safe;
    expect(safe?.targets[0]).toBe(hhh90.palette[0]);
    expect(safe?.targets[1]).toBeLessThan(hhh90.palette[1]);
    expect(safe?.ess).toBeCloseTo(200, 4);
  });

  test.each([{ essAtLeast: 20 }, { klBudget: 1 }])(
    "lifts the first value at least as far as scaling back does, within %o",
    async (limit) => {
      for (let seed = 1; seed <= 12; seed++) {
        const { problem, palette } = beyond(seed, 1.6);
        const { of } = await repairsOf(problem, palette, { limit });
        const [greedy, back] = [of("greedy")?.safe, of("scale-back")?.safe];
        expect(greedy === null).toBe(back === null);
        expect(greedy?.targets[0] ?? 0).toBeGreaterThan((back?.targets[0] ?? 0) - 1e-6);
        if ("klBudget" in limit) expect(greedy?.kl ?? 0).toBeLessThanOrEqual(1 + 1e-8);
        else expect(greedy?.ess ?? 99).toBeGreaterThanOrEqual(20 - 1e-6);
      }
    },
  );
});

test("the smallest change is the least of all repairs, whatever they keep to", async () => {
  for (let seed = 1; seed <= 24; seed++)
    for (const limit of [{ essAtLeast: 15 }, { klBudget: 0.8 }]) {
      const { problem, palette } = beyond(seed, 1.3);
      const { repairs, of } = await repairsOf(problem, palette, { limit });
      const nearest = of("nearest");
      for (const { distance, safe } of repairs) {
        expect(nearest?.distance ?? 99).toBeLessThanOrEqual(distance + 1e-6);
        if (safe) expect(nearest?.safe?.distance ?? 99).toBeLessThanOrEqual(safe.distance + 1e-6);
      }
    }
});

test.each(["pooled", "per-prompt"] as const)(
  "what a repair to the edge costs, %s, is what it costs once it is taken",
  async (mode) => {
    for (let seed = 1; seed <= 8; seed++) {
      const kinds = Object.values(REWARD_KINDS);
      const columns = columnsOf(kinds[seed % kinds.length], 240, 2, draws(seed));
      const prompts = Int32Array.from({ length: 240 }, (_, j) => Math.floor(j / 8));
      const problem = problemOf(columns, { prompts });
      const { values } = problem.samples;
      const palette = asked(
        values.map((v) => v.mean + 9 * v.sd),
        mode,
      );
      const { repairs } = await repairsOf(problem, palette);
      for (const { targets, kl, ess } of repairs) {
        const taken = await solvePalette(problem.oracle, problem.samples, targets, {
          view: { mode },
        });
        expect(taken.kl).toBeCloseTo(kl, 4);
        expect(taken.ess / ess).toBeCloseTo(1, 3);
      }
    }
  },
);

describe("a safe repair that no limit holds back", () => {
  const d = draws(31);
  const yes = Array.from({ length: 400 }, () => (d.uniform() < 0.8 ? 1 : 0));
  const problem = problemOf([yes, yes.map((x) => x + 0.1 * d.normal())]);

  test("stays visibly inside the edge, and never goes beyond what was asked", async () => {
    const { repairs } = await repairsOf(problem, asked([1, null]));
    const [back] = repairs;
    expect(back.rho).toBeCloseTo(1, 9);
    expect(back.safe?.targets[0]).toBeLessThan(0.995);
    expect(back.safe?.ess).toBeGreaterThan(200);
  });

  test("of a palette within reach is the palette itself", async () => {
    const palette = asked([0.9, null]);
    const targets = targetsInSd(problem.samples, palette.targets);
    const solveCache = new SolveCache(problem.oracle);
    expect(await backShare(problem.oracle, targets, solveCache)).toBe(1);
    const { of } = await repairsOf(problem, palette);
    expect(of("scale-back")?.rho).toBe(1);
    expect(of("scale-back")?.safe?.targets[0]).toBeCloseTo(0.9, 12);
    const low = targetsInSd(problem.samples, [0.1, null]);
    expect(await backShare(problem.oracle, low, solveCache)).toBeNull();
  });
});

test("data with weights of its own are kept as safe as they are today", async () => {
  const d = draws(32);
  const weights = Float64Array.from({ length: 900 }, () => Math.exp(2 * d.normal()));
  const problem = problemOf(columnsOf(REWARD_KINDS.Gaussian, 900, 2, d), { weights });
  const baseline = (await problem.oracle.tilt(new Float64Array(2))).ess;
  expect(baseline).toBeLessThan(200);
  const { repairs } = await repairsOf(problem, asked([3, 4]));
  expect(repairs.every(({ safe }) => safe !== null)).toBe(true);
  for (const { safe } of repairs) expect(safe?.ess).toBeGreaterThanOrEqual(baseline / 2 - 1e-6);
});

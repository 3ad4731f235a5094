import { describe, expect, test } from "vitest";
import { tradeOffs } from "../analyses/trade-offs.ts";
import { noCheckpoint } from "../rows/checkpoint.ts";
import { SolveCache } from "../solve/solve-cache.ts";
import { solvePalette } from "../solve/solve-palette.ts";
import { columnsOf, draws, REWARD_KINDS } from "../testing/draws.ts";
import { problemOf } from "../testing/problem.ts";

const { samples, oracle } = problemOf(columnsOf(REWARD_KINDS["log-normal"], 300, 3, draws(19)), {
  costs: [2],
});
const targets = samples.values.map((v) => v.mean + (v.lowerIsBetter ? -0.2 : 0.3) * v.sd);
const palette = { targets, held: [false, false, false] };
const traded = (raise: number) => {
  const solveCache = new SolveCache(oracle);
  return tradeOffs(
    { samples, oracle, solveCache, checkpoint: noCheckpoint },
    { palette, raise: samples.values.map(({ sd }) => raise * sd) },
  );
};

describe("a step more of a value", () => {
  test("costs what solving for it says, which is more than its rate", async () => {
    const { kl, lambda } = await solvePalette(oracle, samples, targets);
    const result = await traded(0.1);
    for (const [i, raise] of (result?.raise ?? []).entries()) {
      const moved = targets.map((c, k) => (k === i ? c + raise : c));
      const cost = result?.cost[i] ?? Number.NaN;
      expect(cost).toBeCloseTo((await solvePalette(oracle, samples, moved)).kl - kl, 8);
      expect(cost).toBeGreaterThan(Math.abs(raise) * lambda[i]);
    }
  });

  test("has no cost where it is out of reach, for a cost above its least too", async () => {
    expect((await traded(60))?.cost).toEqual([null, null, null]);
  });
});

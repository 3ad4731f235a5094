import { describe, expect, test } from "vitest";
import { publishedAgent } from "../../core/profile/published-agents.ts";
import { quantileTarget } from "../../core/rows/units.ts";
import { SolveCache } from "../../core/solve/solve-cache.ts";
import { columnsOf, draws, REWARD_KINDS } from "../../core/testing/draws.ts";
import { problemOf } from "../../core/testing/problem.ts";
import { type AgentGoal, agentTable } from "./agents.ts";

const tableOf = ({ samples, oracle }: ReturnType<typeof problemOf>, goal: AgentGoal) =>
  agentTable(oracle, samples, goal, new SolveCache(oracle));

describe("agents of single values", () => {
  const d = draws(3);
  const gaussian = problemOf([
    ...columnsOf(REWARD_KINDS.Gaussian, 2000, 3, d),
    new Float64Array(2000).fill(4),
  ]);

  test("each spends the drift it is given on its own value, which no other raises further", async () => {
    const { original, agents, measure } = await tableOf(gaussian, { kind: "drift", kl: 0.5 });
    expect(measure).toBe("mean");
    expect(agents.map(({ value }) => value)).toEqual([0, 1, 2]);
    for (const { value, kl, levels, isEdge, ess } of agents) {
      expect(kl).toBeCloseTo(0.5, 9);
      expect(isEdge).toBe(false);
      expect(ess).toBeGreaterThan(200);
      expect(levels[value].level).toBeGreaterThan(original[value].level + 0.9);
      for (const other of agents)
        expect(other.levels[value].level).toBeLessThanOrEqual(levels[value].level);
      const { low, high } = levels[value].interval ?? { low: 0, high: 0 };
      expect(low).toBeLessThan(levels[value].level);
      expect(high).toBeGreaterThan(levels[value].level);
    }
    const { sd } = gaussian.samples.values[0];
    const { interval } = original[0];
    expect(((interval?.high ?? 0) - (interval?.low ?? 0)) / 2).toBeCloseTo(
      (1.6449 * sd) / Math.sqrt(2000),
      3,
    );
  });

  test("each reaches the level it is given", async () => {
    const { agents } = await tableOf(gaussian, { kind: "quantile", percent: 70 });
    for (const { value, levels } of agents)
      expect(levels[value].level).toBeCloseTo(
        quantileTarget(gaussian.samples.values[value], 70),
        7,
      );
  });

  test("rewards in [0, 1] are probabilities, and tied best answers are all there is", async () => {
    const kept = problemOf([
      [1, 1, 1, 0, 1, 0, 1, 1],
      [0.1, 0.9, 0.4, 0.3, 0.2, 0.5, 0.8, 0.6],
    ]);
    const { measure, agents, original } = await tableOf(kept, { kind: "drift", kl: 0.5 });
    expect(measure).toBe("probability");
    expect(original[0].level).toBe(0.75);
    expect(agents[0]).toMatchObject({ isEdge: true, ess: expect.closeTo(6, 9) });
    expect(agents[0].levels[0]).toEqual({ level: expect.closeTo(1, 12), interval: null });
    expect(agents[0].kl).toBeCloseTo(Math.log(8 / 6), 9);
    expect(agents[1].isEdge).toBe(false);
  });

  test("a cost goes down, and published figures go by the name of the value", async () => {
    const costs = problemOf(columnsOf(REWARD_KINDS.Gaussian, 500, 1, d), { costs: [0] });
    const { agents, original } = await tableOf(costs, { kind: "drift", kl: 0.2 });
    expect(agents[0].levels[0].level).toBeLessThan(original[0].level);
    expect(agents[0].strength).toBeGreaterThan(0);
    expect(publishedAgent("Loyalty/betrayal")).toEqual({ original: 74.38, agent: 98.2 });
    expect(publishedAgent("humor")).toBeNull();
    expect(publishedAgent("liberty")).toBeNull();
  });
});

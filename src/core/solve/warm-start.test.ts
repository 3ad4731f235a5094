import { expect, test } from "vitest";
import { seededRandom } from "../numerics/random.ts";
import { rowsOracle } from "../rows/rows-oracle.ts";
import { buildSamples } from "../rows/samples.ts";
import { solveDual } from "./dual.ts";

test("a palette at today's levels is met by λ = 0, wherever the search starts", async () => {
  const random = seededRandom(3);
  const rewards = () => Float64Array.from({ length: 500 }, () => random.uniform() ** 2);
  const samples = buildSamples(["a", "b", "c"].map((id) => ({ id, rewards: rewards() })));
  const oracle = rowsOracle(samples);
  for (const start of [0.3, 1, 2].map((x) => Float64Array.of(x, x / 2, 0))) {
    const found = await solveDual(oracle, new Float64Array(3), { start });
    expect(found.status).toBe("already-met");
    expect([...found.lambda]).toEqual([0, 0, 0]);
  }
});

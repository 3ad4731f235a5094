import { describe, expect, test } from "vitest";
import { reachMargin } from "../program/reachable-set.ts";
import { columnsOf, draws, REWARD_KINDS } from "../testing/draws.ts";
import { highsMargin } from "../testing/highs-margin.ts";
import { problemOf } from "../testing/problem.ts";
import { solveSettled } from "./settle.ts";

const ROWS = 5000;
const VALUES = 6;
const PALETTES = 200;
const MOST_PASSES = 60;
/** How far inside (+) or outside (−) the reachable set the palettes lie, in sd units. */
const DEPTHS = [1e-6, -1e-6, 1e-5, -1e-5, 1e-3, -1e-3, 0.1, -0.1, 0.5, -0.5];

describe("every verdict is the one that HiGHS gives", () => {
  test.each(Object.keys(REWARD_KINDS))(
    "%s rewards, 5,000 × 6: 200 random palettes, down to 1e-6 sd from the edge, within 60 passes",
    async (kind) => {
      const d = draws(20);
      const { samples, oracle } = problemOf(columnsOf(REWARD_KINDS[kind], ROWS, VALUES, d));
      const highs = await highsMargin(samples);
      for (let k = 0; k < PALETTES; k++) {
        const ray = Float64Array.from(
          { length: VALUES },
          () => Math.abs(d.normal()) * (d.uniform() < 0.3 ? -0.2 : 1),
        );
        const { margin } = await reachMargin(oracle, ray);
        const targets = ray.map((c) => c + margin - DEPTHS[k % DEPTHS.length]);
        const truth = highs.marginOf(targets);
        expect(Math.abs(truth - DEPTHS[k % DEPTHS.length])).toBeLessThan(1e-7);
        const found = await solveSettled(oracle, targets);
        expect(found.status, `margin ${truth}`).toMatch(
          truth > 0 ? /^(aligned|already-met)$/ : /^infeasible$/,
        );
        expect(found.passes).toBeLessThanOrEqual(MOST_PASSES);
        expect(Number.isNaN(found.kl)).toBe(false);
      }
      highs.dispose();
    },
  );
});

test("a palette within reach is never called unsettled, however close to the edge two values that nearly cancel put it", async () => {
  const d = draws(77);
  const found = new Set<string>();
  for (let k = 0; k < 300; k++) {
    const [b, noise, other] = columnsOf(REWARD_KINDS.Gaussian, [60, 300][k % 2], 3, d);
    const copy = b.map((x, j) => x + 1e-6 * noise[j]);
    const { oracle } = problemOf([b, copy, other], { costs: [0] });
    const asked = d.normal();
    const ray = Float64Array.of(asked, 3e-6 * d.normal() - asked, d.normal());
    const { margin } = await reachMargin(oracle, ray);
    const depth = 10 ** -(6.5 + 2 * d.uniform());
    const { status } = await solveSettled(
      oracle,
      ray.map((c) => c + margin - depth),
    );
    found.add(status);
  }
  expect([...found].sort()).toEqual(["aligned", "boundary"]);
});

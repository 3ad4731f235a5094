import { expect, test } from "vitest";
import { seededRandom } from "../numerics/random.ts";
import { solveDual } from "../solve/dual.ts";
import { targetsInSd } from "../solve/solve-palette.ts";
import { problemOf } from "../testing/problem.ts";
import { intervalsOf } from "./intervals.ts";

const ROWS = 500;
const SAMPLES = 400;
const ASKED = 0.7;

/** Two standard normal values of correlation ρ, of which only the first has a target above today. */
function drawn(rho: number, random = seededRandom(17)): [Float64Array, Float64Array] {
  const first = Float64Array.from({ length: ROWS }, () => random.normal());
  return [first, first.map((x) => rho * x + Math.sqrt(1 - rho * rho) * random.normal())];
}

test.each([0, 0.8, 0.95])(
  "the level that λ really reaches is covered for a value that does not bind, correlation %d",
  async (rho) => {
    const random = seededRandom(23);
    let covered = 0;
    for (let s = 0; s < SAMPLES; s++) {
      const { samples, oracle } = problemOf(drawn(rho, random));
      const solution = await solveDual(oracle, targetsInSd(samples, [ASKED, -3]));
      const { lambda, levels } = intervalsOf(samples, solution);
      // λ tilts the population to a mean of (λ, ρλ).
      const reached = rho * (lambda[0]?.estimate ?? 0);
      expect(lambda[1]).toBeNull();
      if (levels[1].low <= reached && reached <= levels[1].high) covered++;
    }
    expect(covered / SAMPLES).toBeGreaterThan(0.85);
    expect(covered / SAMPLES).toBeLessThan(0.95);
  },
);

test("a value that follows from another is as uncertain as that", async () => {
  const [first] = drawn(0);
  const { samples, oracle } = problemOf([first, first.map((x) => 2 * x + 1)]);
  const solution = await solveDual(oracle, targetsInSd(samples, [ASKED, 0]));
  const { levels } = intervalsOf(samples, solution);
  expect(levels[1].se / levels[0].se).toBeCloseTo(2, 6);
});

test("prompts count for a value that does not bind as for one that does", async () => {
  const [first] = drawn(0);
  const prompts = Int32Array.from(first, (_, j) => Math.floor(j / 5));
  for (const mode of ["pooled", "per-prompt"] as const) {
    const { samples, oracle } = problemOf([first, first.map((x) => 2 * x + 1)], { prompts });
    const solution = await solveDual(oracle, targetsInSd(samples, [0.4, 0]), { view: { mode } });
    const { levels } = intervalsOf(samples, solution, { mode });
    expect(levels[1].se / levels[0].se).toBeCloseTo(2, 6);
  }
});

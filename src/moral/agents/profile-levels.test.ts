import { describe, expect, test } from "vitest";
import {
  impliedProfile,
  type Profile,
  profileLambda,
  profileUnit,
} from "../../core/profile/profile.ts";
import { solvePalette } from "../../core/solve/solve-palette.ts";
import { columnsOf, type Draws, draws, REWARD_KINDS } from "../../core/testing/draws.ts";
import { goldenProblem } from "../../core/testing/golden.ts";
import { type Problem, problemOf } from "../../core/testing/problem.ts";
import { profileLevels } from "./profile-levels.ts";

const LEAST_ESS = 20;

/** A random profile, often with values that do not count, whose tilt keeps at least 20 effective answers. */
async function randomProfile({ samples, oracle }: Problem, d: Draws): Promise<Profile> {
  for (;;) {
    const weights = samples.values.map(() => (d.uniform() < 0.25 ? 0 : d.uniform()));
    const profile = { weights, strength: Math.exp(4 * d.uniform() - 2) };
    const isAny = weights.some((w) => w > 0);
    if (isAny && (await profileLevels(oracle, samples, profile)).ess >= LEAST_ESS) return profile;
  }
}

async function expectRoundTrip(problem: Problem, profile: Profile): Promise<void> {
  const { samples, oracle } = problem;
  const { lambda, levels, targets, kl } = await profileLevels(oracle, samples, profile);
  for (const palette of [targets, levels]) {
    const report = await solvePalette(oracle, samples, palette);
    report.lambda.forEach((l, i) => {
      expect(Math.abs(l - lambda[i])).toBeLessThanOrEqual(1e-6);
    });
    expect(Math.abs(report.kl - kl)).toBeLessThan(1e-6);
    const back = impliedProfile(samples.values, report.lambda);
    const most = Math.max(...profile.weights);
    expect(back?.strength).toBeCloseTo(profile.strength * most, 5);
    profile.weights.forEach((w, i) => {
      expect(back?.weights[i]).toBeCloseTo(w / most, 5);
    });
  }
}

describe("a profile and the palette of the levels it reaches", () => {
  const kinds = {
    Gaussian: REWARD_KINDS.Gaussian,
    "t with 3 degrees of freedom": REWARD_KINDS["t with 3 degrees of freedom"],
    "ratings 0–4": REWARD_KINDS["ratings 0–4"],
    probabilities: (d: Draws) => 1 / (1 + Math.exp(-d.normal() - 1)),
  };

  test.each(Object.entries(kinds))("give the same λ: 25 random profiles, %s", async (_, kind) => {
    const d = draws(11);
    const problem = problemOf(columnsOf(kind, 800, 5, d));
    for (let k = 0; k < 25; k++) await expectRoundTrip(problem, await randomProfile(problem, d));
  });

  test("no profile, no tilt; a value that never varies has no weight", async () => {
    const { samples, oracle } = problemOf([
      [1, 2, 3],
      [7, 7, 7],
    ]);
    const none = await profileLevels(oracle, samples, { weights: [0, 0], strength: 2 });
    expect(none).toEqual({
      lambda: [0, 0],
      levels: [2, 7],
      targets: [null, null],
      kl: 0,
      ess: expect.closeTo(3, 12),
    });
    expect(impliedProfile(samples.values, none.lambda)).toBeNull();
    expect(profileLambda(samples.values, { weights: [0, 1], strength: 2 })).toEqual([0, 0]);
  });

  test("rewards in [0, 1] are weighed as they are, others in sd; a cost is weighed for what it saves", async () => {
    const shares = problemOf([
      [0, 1, 0.5, 0.5],
      [0.2, 0.4, 0.3, 0.1],
    ]);
    expect(profileUnit(shares.samples.values)).toBe("raw");
    expect(profileLambda(shares.samples.values, { weights: [1, 0.5], strength: 3 })).toEqual([
      3, 1.5,
    ]);
    const costs = problemOf([[10, 20, 30, 40]], { costs: [0] });
    expect(profileUnit(costs.samples.values)).toBe("sd");
    const { levels } = await profileLevels(costs.oracle, costs.samples, {
      weights: [1],
      strength: 1,
    });
    expect(levels[0]).toBeLessThan(25);
  });
});

test("100 random profiles over the paper's samples", async () => {
  const d = draws(5);
  const problem = goldenProblem([
    "humor",
    "gpt2-helpful",
    "gpt2-harmless",
    "diversity",
    "coherence",
    "perplexity",
  ]);
  for (let k = 0; k < 100; k++) await expectRoundTrip(problem, await randomProfile(problem, d));
});

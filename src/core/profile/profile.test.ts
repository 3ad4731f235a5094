import { describe, expect, test } from "vitest";
import { problemOf } from "../testing/problem.ts";
import { FOUNDATIONS, foundationOf, MIC_FOUNDATIONS } from "./foundations.ts";
import { impliedProfile, profileLambda, profileUnit } from "./profile.ts";
import { PROFILE_PRESETS } from "./profile-presets.ts";
import { publishedAgent } from "./published-agents.ts";

const shares = problemOf([
  [0, 0.5, 1],
  [0.2, 0.3, 0.9],
]).samples.values;
const logits = problemOf([
  [0, 0.5, 1],
  [-30, 10, 90],
  [4, 4, 4],
]).samples.values;

describe("a moral profile", () => {
  test("weighs rewards as they are where all lie in [0, 1], else in sd", () => {
    expect(profileUnit(shares)).toBe("raw");
    expect(profileUnit(logits)).toBe("sd");
    expect(profileUnit(problemOf([[0, 1.01]]).samples.values)).toBe("sd");
    expect(profileUnit(problemOf([[-0.01, 1]]).samples.values)).toBe("sd");
    expect(profileLambda(shares, { weights: [0.4, 1], strength: 3 })).toEqual([
      expect.closeTo(1.2, 12),
      3,
    ]);
    const inSd = profileLambda(logits, { weights: [0.5, 1, 1], strength: 2 });
    expect(inSd[0]).toBeCloseTo(1 / logits[0].sd, 12);
    expect(inSd[1]).toBeCloseTo(2 / logits[1].sd, 12);
    expect(inSd[2]).toBe(0);
  });

  test("comes back from the λ that it leads to, scaled so that its greatest weight is 1", () => {
    for (const values of [shares, logits.slice(0, 2)]) {
      const lambda = profileLambda(values, { weights: [0.25, 0.5], strength: 4 });
      const implied = impliedProfile(values, lambda);
      expect(implied?.weights).toEqual([expect.closeTo(0.5, 12), expect.closeTo(1, 12)]);
      expect(implied?.strength).toBeCloseTo(2, 12);
      expect(impliedProfile(values, [0, 0])).toBeNull();
    }
  });

  test("presets weigh every foundation in [0, 1], one of them fully", () => {
    expect(new Set(PROFILE_PRESETS.map((p) => p.id)).size).toBe(PROFILE_PRESETS.length);
    for (const { weights } of PROFILE_PRESETS) {
      expect(Object.keys(weights).sort()).toEqual([...FOUNDATIONS].sort());
      expect(Math.max(...Object.values(weights))).toBe(1);
      expect(Math.min(...Object.values(weights))).toBeGreaterThan(0);
    }
  });
});

describe("foundations by name", () => {
  test.each([
    ["Care", "care"],
    ["care-harm", "care"],
    [" Loyalty/Betrayal ", "loyalty"],
    ["liberty_x", "liberty"],
    ["SANCTITY", "sanctity"],
    ["careful", null],
    ["harm-care", null],
    ["", null],
  ])("%s is %s", (name, foundation) => expect(foundationOf(name)).toBe(foundation));

  test("five of the method, and the corpus' sixth", () => {
    expect(MIC_FOUNDATIONS.filter((id) => !FOUNDATIONS.includes(id as never))).toEqual(["liberty"]);
    expect(publishedAgent("Authority-Subversion")).toEqual({ original: 91.58, agent: 98.83 });
    expect(publishedAgent("liberty")).toBeNull();
    expect(publishedAgent("humor")).toBeNull();
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnsOf, draws, REWARD_KINDS } from "../testing/draws.ts";
import { problemOf } from "../testing/problem.ts";
import { applyPreset, presetsFor } from "./presets.ts";
import { fromUnit, hasLikelihoodUnit, quantileTarget, toUnit } from "./units.ts";

const [plain, cost, rated, logs] = problemOf(
  [
    ...columnsOf(REWARD_KINDS.Gaussian, 500, 2, draws(1)),
    ...columnsOf(REWARD_KINDS["ratings 0–4"], 500, 1, draws(2)),
    columnsOf(REWARD_KINDS.Gaussian, 500, 1, draws(3))[0].map((x) => -Math.abs(x)),
  ],
  { costs: [1] },
).samples.values;

describe("units of a target", () => {
  test("raw, sd and likelihood go there and back", () =>
    fc.assert(
      fc.property(fc.double({ min: -3, max: 3, noNaN: true }), (x) => {
        for (const unit of ["raw", "sd", "likelihood"] as const)
          for (const value of [plain, cost, logs])
            expect(fromUnit(value, toUnit(value, x, unit), unit)).toBeCloseTo(x, 9);
      }),
    ));

  test("a quantile goes there and back, also where ratings are tied", () =>
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (percent) => {
        for (const value of [plain, cost, rated]) {
          const target = fromUnit(value, percent, "quantile");
          expect(fromUnit(value, toUnit(value, target, "quantile"), "quantile")).toBeCloseTo(
            target,
            9,
          );
        }
        expect(toUnit(plain, fromUnit(plain, percent, "quantile"), "quantile")).toBeCloseTo(
          percent,
          6,
        );
      }),
    ));

  test("80 % of a cost is better than 80 % of answers", () => {
    expect(quantileTarget(cost, 80)).toBeCloseTo(cost.quantiles[20], 12);
    expect(toUnit(cost, cost.mean - cost.sd, "sd")).toBeCloseTo(1, 12);
  });

  test("“κ more likely” is for log-probabilities: c = E[log p] + log(1 + κ)", () => {
    expect(hasLikelihoodUnit(logs)).toBe(true);
    expect(hasLikelihoodUnit(plain)).toBe(false);
    expect(fromUnit(logs, 0.25, "likelihood")).toBeCloseTo(logs.mean + Math.log(1.25), 12);
    expect(fromUnit(logs, -2, "likelihood")).toBeNaN();
  });
});

describe("presets", () => {
  test("data without the three has all values together and each alone", () => {
    const presets = presetsFor([plain, rated]);
    expect(presets.map((p) => p.id)).toEqual([
      "all-60",
      "all-70",
      "all-80",
      "alone-v0",
      "alone-v2",
    ]);
    const alone = applyPreset(presets[3], [plain, rated]);
    expect(alone.v0).toEqual({ participation: "target", target: plain.quantiles[80] });
    expect(alone.v2.participation).toBe("out");
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnsOf, draws, REWARD_KINDS } from "../testing/draws.ts";
import { problemOf } from "../testing/problem.ts";
import { applyPreset, presetsFor } from "./presets.ts";
import { quantileTarget, UNIT_NAMES, UNITS, unitsOf } from "./units.ts";

const { quantile, likelihood } = UNITS;

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
        for (const { fromRaw, toRaw } of [UNITS.raw, UNITS.sd, likelihood])
          for (const value of [plain, cost, logs])
            expect(toRaw(value, fromRaw(value, x))).toBeCloseTo(x, 9);
      }),
    ));

  test("a quantile goes there and back, also where ratings are tied", () =>
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (percent) => {
        for (const value of [plain, cost, rated]) {
          const target = quantile.toRaw(value, percent);
          expect(quantile.toRaw(value, quantile.fromRaw(value, target))).toBeCloseTo(target, 9);
        }
        expect(quantile.fromRaw(plain, quantile.toRaw(plain, percent))).toBeCloseTo(percent, 6);
      }),
    ));

  test("80 % of a cost is better than 80 % of answers", () => {
    expect(quantileTarget(cost, 80)).toBeCloseTo(cost.quantiles[20], 12);
    expect(UNITS.sd.fromRaw(cost, cost.mean - cost.sd)).toBeCloseTo(1, 12);
  });

  test("“κ more likely” is for log-probabilities: c = E[log p] + log(1 + κ)", () => {
    expect(unitsOf(logs)).toContain("likelihood");
    for (const value of [plain, cost, rated]) expect(unitsOf(value)).not.toContain("likelihood");
    expect(likelihood.toRaw(logs, 0.25)).toBeCloseTo(logs.mean + Math.log(1.25), 12);
    expect(likelihood.toRaw(logs, -2)).toBeNaN();
  });

  test("keep their letters in links, for target, hold and out; no two have the same, and a dash stands for none", () => {
    const letters = UNIT_NAMES.map((unit) => {
      const { target, hold, out } = UNITS[unit].letters;
      return [unit, target + hold + out] as const;
    });
    expect(Object.fromEntries(letters)).toEqual({
      raw: "aei",
      quantile: "bfj",
      sd: "cgk",
      likelihood: "dhl",
    });
    const all = letters.flatMap(([, three]) => [...three]);
    expect(all.every((letter) => /^[a-zA-Z0-9]$/.test(letter))).toBe(true);
    expect(new Set(all).size).toBe(all.length);
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

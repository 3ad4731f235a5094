import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnsOf, draws, REWARD_KINDS } from "../testing/draws.ts";
import { problemOf } from "../testing/problem.ts";
import { applyPreset, presetsFor } from "./presets.ts";
import type { ValueSummary } from "./samples.ts";
import { quantileLimits, quantileTarget, UNIT_NAMES, UNITS, unitsOf } from "./units.ts";

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
          const [least, greatest] = quantileLimits(value);
          const wish = Math.min(greatest, Math.max(least, percent));
          const target = quantile.toRaw(value, percent);
          expect(quantile.fromRaw(value, target)).toBeCloseTo(wish, 9);
          expect(quantile.toRaw(value, wish)).toBeCloseTo(target, 12);
        }
      }),
    ));

  test("a quantile is that of all rewards, far out too", () => {
    const rewards = columnsOf(REWARD_KINDS["log-normal"], 2312, 1, draws(4))[0];
    const [value] = problemOf([rewards]).samples.values;
    const sorted = rewards.slice().sort();
    const place = 0.995 * (sorted.length - 1);
    const low = Math.floor(place);
    const numpy = sorted[low] + (place - low) * (sorted[low + 1] - sorted[low]);
    expect(quantileTarget(value, 99.5)).toBeCloseTo(numpy, 12);
    expect(quantileLimits(value)).toEqual([0, 100]);
  });

  test("twenty wishes of ratings are twenty levels, and yes and no has its middle at the share of yes", () => {
    const wishes = Array.from({ length: 20 }, (_, k) => 15 + 3.5 * k);
    expect(new Set(wishes.map((q) => quantileTarget(rated, q))).size).toBe(20);
    const [yes, no] = problemOf(
      [
        [0, 0, 0, 1, 1],
        [0, 0, 0, 1, 1],
      ],
      { costs: [1] },
    ).samples.values;
    expect(quantileLimits(yes)).toEqual([30, 80]);
    expect(quantileTarget(yes, 55)).toBeCloseTo(0.5, 12);
    expect(quantileLimits(no)).toEqual([20, 70]);
    expect(quantileTarget(no, 45)).toBeCloseTo(0.5, 12);
  });

  test("80 % of a cost is better than 80 % of answers", () => {
    expect(quantileTarget(cost, 80)).toBe(quantileTarget({ ...cost, lowerIsBetter: false }, 20));
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
    expect(alone.v0).toEqual({ participation: "target", target: quantileTarget(plain, 80) });
    expect(alone.v2.participation).toBe("out");
  });

  test("ask ratings for as much as their spread and the best rating leave, costs for less", () => {
    const target = (value: ValueSummary, percent: number) =>
      applyPreset({ id: "", kind: "all", quantile: percent }, [value])[value.id].target;
    expect(target(rated, 50)).toBe(rated.mean);
    expect(target(rated, 60)).toBeCloseTo(
      rated.mean + Math.min(0.2533471031357997 * rated.sd, 0.2 * (rated.max - rated.mean)),
      12,
    );
    const [worst] = problemOf([[0, 1, 1, 4]], { costs: [0] }).samples.values;
    expect(target(worst, 90)).toBeCloseTo(1.5 - 0.8 * 1.5, 12);
    expect(target(plain, 60)).toBe(quantileTarget(plain, 60));
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildSamples, type ValueSummary } from "../../core/rows/samples.ts";
import { unitsOf } from "../../core/rows/units.ts";
import { readTarget, stepTarget, writeTarget } from "./target-text.ts";

const rewards = Float64Array.from({ length: 401 }, (_, i) => -2 + i / 100);
const summary = (over: { lowerIsBetter?: boolean; scale?: number; shift?: number } = {}) => {
  const { scale = 1, shift = 0, lowerIsBetter = false } = over;
  const column = { id: "a", rewards: rewards.map((r) => r * scale + shift), lowerIsBetter };
  return buildSamples([column]).values[0];
};
const value: ValueSummary = summary();

describe("a target as it is written", () => {
  test.each([
    ["raw", 1.234, "1.23"],
    ["raw", -1.01, "−1.01"],
    ["quantile", 0.8, "q70"],
    ["quantile", 0.81, "q70.3"],
    ["sd", value.sd, "+1.00"],
  ] as const)("in %s, %d is %s", (unit, raw, text) => {
    expect(writeTarget(value, unit, raw)).toBe(text);
  });

  test("κ more likely is written in percent", () => {
    const logProbability = summary({ shift: -3 });
    expect(writeTarget(logProbability, "likelihood", logProbability.mean + Math.log(1.2))).toBe(
      "+20",
    );
    expect(readTarget(logProbability, "likelihood", "20")).toBeCloseTo(
      logProbability.mean + Math.log(1.2),
      12,
    );
    expect(readTarget(logProbability, "likelihood", "−100")).toBeNull();
  });
});

describe("a target as it is typed", () => {
  test.each([
    ["quantile", "q70", 0.8],
    ["quantile", "70 %", 0.8],
    ["raw", "−1.5", -1.5],
    ["raw", "2.39 × 10⁻⁷", 2.39e-7],
    ["quantile", "101", null],
    ["raw", "much", null],
    ["raw", "1e308", null],
    ["sd", "-1e308", null],
    ["raw", "", null],
  ] as const)("in %s, %s is %s", (unit, typed, raw) => {
    const read = readTarget(value, unit, typed);
    if (raw === null) expect(read).toBeNull();
    else expect(read).toBeCloseTo(raw, 12);
  });

  test("what is written is read back to half of its last digit", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -2, max: 2, noNaN: true }),
        fc.constantFrom("raw", "quantile", "sd" as const),
        fc.constantFrom(1e-6, 1, 1000),
        fc.boolean(),
        (share, unit, scale, lowerIsBetter) => {
          const v = summary({ scale, lowerIsBetter });
          const raw = share * scale;
          const back = readTarget(v, unit, writeTarget(v, unit, raw));
          expect(Math.abs((back ?? Number.NaN) - raw)).toBeLessThanOrEqual(0.03 * v.sd);
        },
      ),
    );
  });
});

describe("a keyboard step", () => {
  test("moves by one quantile point in quantiles", () => {
    expect(writeTarget(value, "quantile", stepTarget(value, "quantile", 0.8, 1))).toBe("q71");
  });

  test("goes to the better side for a cost", () => {
    const cost = summary({ lowerIsBetter: true });
    for (const unit of ["raw", "quantile", "sd"] as const)
      expect(stepTarget(cost, unit, 0, 1)).toBeLessThan(0);
  });

  test("never leaves the value's own range", () => {
    for (const unit of unitsOf(value)) {
      expect(stepTarget(value, unit, 1.99, 1000)).toBe(value.max);
      expect(stepTarget(value, unit, -1.99, -1000)).toBe(value.min);
    }
  });
});

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
    expect(readTarget(logProbability, "likelihood", "20 %")).toMatchObject({
      raw: expect.closeTo(logProbability.mean + Math.log(1.2), 12),
      unit: "likelihood",
    });
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
    else expect(read).toEqual({ raw: expect.closeTo(raw, 12), unit, doubt: null });
  });

  test.each([
    ["raw", "70%", "quantile", 0.8],
    ["raw", "q70", "quantile", 0.8],
    ["sd", "Q 70 %", "quantile", 0.8],
    ["raw", "0.5 sd", "sd", value.sd / 2],
    ["quantile", "+1 SD", "sd", value.sd],
    ["quantile", "−1σ", "sd", -value.sd],
  ] as const)("in a field of %s, %s is in %s", (field, typed, unit, raw) => {
    expect(readTarget(value, field, typed)).toEqual({
      raw: expect.closeTo(raw, 12),
      unit,
      doubt: null,
    });
  });

  test("a share where percent are expected is asked about, unless the unit stands with it", () => {
    expect(readTarget(value, "quantile", "0.7")?.doubt).toEqual({
      kind: "share",
      percent: 70,
      raw: expect.closeTo(0.8, 12),
    });
    const logs = summary({ shift: -3 });
    expect(readTarget(logs, "likelihood", "0.25")?.doubt).toMatchObject({
      percent: 25,
      raw: expect.closeTo(logs.mean + Math.log(1.25), 12),
    });
    expect(readTarget(logs, "likelihood", "0.25 %")?.doubt).toBeNull();
    expect(readTarget(logs, "likelihood", "−0.25")?.doubt).toBeNull();
    for (const sure of ["0.7 %", "q0.7", "0", "1", "7"])
      expect(readTarget(value, "quantile", sure)?.doubt).toBeNull();
    expect(readTarget(value, "raw", "0.7")?.doubt).toBeNull();
  });

  test("a quantile that no level has is clamped, and that is said", () => {
    const rated = buildSamples([
      { id: "r", rewards: Float64Array.of(0, 0, 0, 1, 2, 2, 3, 3, 3, 3) },
    ]).values[0];
    expect(readTarget(rated, "quantile", "5")).toEqual({
      raw: 0,
      unit: "quantile",
      doubt: { kind: "below", percent: 15 },
    });
    expect(readTarget(rated, "quantile", "90")).toMatchObject({
      raw: 3,
      doubt: { kind: "above", percent: 80 },
    });
    expect(writeTarget(rated, "quantile", 0)).toBe("q15");
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
          expect(Math.abs((back?.raw ?? Number.NaN) - raw)).toBeLessThanOrEqual(0.03 * v.sd);
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

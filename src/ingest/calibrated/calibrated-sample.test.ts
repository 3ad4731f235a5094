import { describe, expect, test } from "vitest";
import { buildSamples } from "../../core/rows/samples.ts";
import { quantileTarget } from "../../core/rows/units.ts";
import { drawCalibratedSample } from "./calibrated-sample.ts";
import { LLAMA_2_7B_CHAT } from "./llama-2-7b-chat.ts";
import { OPT_1_3B } from "./opt-1.3b.ts";

describe.each([
  ["llama-2-7b-chat" as const, LLAMA_2_7B_CHAT],
  ["opt-1.3b" as const, OPT_1_3B],
])("the calibrated sample %s", (name, calibration) => {
  const { values, columns } = buildSamples(drawCalibratedSample(name, { rows: 100_000, seed: 3 }));

  test("has the measured means, spreads and quantiles", () => {
    calibration.values.forEach((measured, i) => {
      const table = measured.quantiles.trim().split(/\s+/).map(Number);
      expect(values[i].id).toBe(measured.id);
      expect(Math.abs(values[i].mean - measured.mean)).toBeLessThan(0.02 * measured.sd);
      expect(values[i].sd / measured.sd).toBeCloseTo(1, 1);
      for (const p of [5, 25, 50, 70, 80, 95])
        expect(Math.abs(quantileTarget(values[i], p) - table[p])).toBeLessThan(0.03 * measured.sd);
    });
  });

  test("has correlations of the measured sign and about their size", () => {
    calibration.normalScoreCorrelation.forEach((row, i) => {
      row.forEach((rho, k) => {
        let r = 0;
        for (let j = 0; j < columns[i].length; j++)
          r += (columns[i][j] * columns[k][j]) / columns[i].length;
        expect(Math.abs(r - rho)).toBeLessThan(i === k ? 1e-9 : 0.08);
      });
    });
  });

  test("is the same for the same seed and another for another", () => {
    const first = (seed: number) => [...drawCalibratedSample(name, { rows: 5, seed })[0].rewards];
    expect(first(9)).toEqual(first(9));
    expect(first(9)).not.toEqual(first(10));
    expect(() => drawCalibratedSample(name, { rows: 0 })).toThrow("invalid rows");
  });
});

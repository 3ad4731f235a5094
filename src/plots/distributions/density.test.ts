import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binSpread, densities, smoothBins } from "./density.ts";

const masses = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
  minLength: 2,
  maxLength: 64,
});
const sum = (xs: ArrayLike<number>) => Array.from(xs).reduce((a, b) => a + b, 0);

describe("smoothBins", () => {
  it("keeps the mass and stays non-negative", () => {
    fc.assert(
      fc.property(masses, fc.double({ min: 0, max: 30, noNaN: true }), (m, h) => {
        const smooth = smoothBins(m, h);
        expect(sum(smooth)).toBeCloseTo(sum(m), 9);
        expect(Math.min(...smooth)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
  it("leaves a uniform distribution alone, the ends included", () => {
    for (const x of smoothBins(new Float64Array(20).fill(0.05), 3)) expect(x).toBeCloseTo(0.05, 12);
  });
  it("turns a spike into a Gaussian of the bandwidth", () => {
    const spike = new Float64Array(65);
    spike[32] = 1;
    expect(binSpread(smoothBins(spike, 4))).toBeCloseTo(4, 1);
  });
});

it("gives both densities one height", () => {
  const before = new Float64Array(64).fill(1 / 64);
  const after = new Float64Array(64);
  after[60] = 1;
  const drawn = densities(before, after);
  expect(drawn.peak).toBe(Math.max(...drawn.after));
  expect(sum(drawn.after)).toBeCloseTo(1, 9);
});

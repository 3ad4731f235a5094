import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quantile, quantileOfSorted, sortWithWeights } from "./quantile.ts";

const rewards = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 40 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("a quantile", () => {
  test("is linear between the sorted rewards, as numpy's default is", () => {
    const sorted = [1, 2, 4, 8];
    expect(quantileOfSorted(sorted, null, 0.5)).toBe(3);
    expect(quantileOfSorted(sorted, null, 0.25)).toBe(1.75);
    expect(quantileOfSorted(sorted, null, 0)).toBe(1);
    expect(quantileOfSorted(sorted, null, 1)).toBe(8);
    expect(quantileOfSorted([5], null, 0.3)).toBe(5);
  });

  test("with equal weights is the one without weights", () =>
    fc.assert(
      fc.property(rewards, share, (xs, p) => {
        const column = Float64Array.from(xs);
        const even = new Float64Array(xs.length).fill(0.25);
        expect(quantile(column, even, p)).toBeCloseTo(quantile(column, null, p), 9);
      }),
    ));

  test("rises with its share, from the least to the greatest reward of positive weight", () =>
    fc.assert(
      fc.property(rewards, share, share, (xs, a, b) => {
        const column = Float64Array.from([999, ...xs, -999]);
        const weights = column.map((x, j) => (Math.abs(x) === 999 ? 0 : 1 + (j % 3)));
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(quantile(column, weights, low)).toBeLessThanOrEqual(
          quantile(column, weights, high) + 1e-9,
        );
        expect(quantile(column, weights, 0)).toBe(Math.min(...xs));
        expect(quantile(column, weights, 1)).toBe(Math.max(...xs));
      }),
    ));

  test("leans to the heavier reward", () => {
    const column = Float64Array.of(0, 1, 2);
    expect(quantile(column, Float64Array.of(1, 1, 2), 0.5)).toBeCloseTo(1 + 0.25 / 1.5, 12);
    expect(quantile(column, Float64Array.of(4, 1, 1), 0.5)).toBeLessThan(1);
    expect(quantile(column, Float64Array.of(1, 1, 4), 0.5)).toBeGreaterThan(1);
    expect(quantile(column, Float64Array.of(1, 2, 1), 0.5)).toBeCloseTo(1, 12);
  });

  test("of a share outside [0, 1] is refused", () => {
    for (const p of [-0.01, 1.01, Number.NaN])
      expect(() => quantileOfSorted([1, 2], null, p)).toThrow(`invalid quantile: ${p}`);
  });

  test("sorting keeps each reward with its weight and the column as it was", () => {
    const column = Float64Array.of(3, 1, 2);
    const { sorted, weights } = sortWithWeights(column, Float64Array.of(0.5, 0, 0.25));
    expect([...sorted]).toEqual([2, 3]);
    expect([...(weights ?? [])]).toEqual([0.25, 0.5]);
    expect([...sortWithWeights(column, null).sorted]).toEqual([1, 2, 3]);
    expect([...column]).toEqual([3, 1, 2]);
  });
});

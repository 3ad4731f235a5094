import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isTied,
  levelAtShare,
  midDistribution,
  quantile,
  quantileCurve,
  quantileOfSorted,
  shareAtLevel,
  sortWithWeights,
} from "./quantile.ts";

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

describe("the curve of quantiles", () => {
  const orderedOf = (xs: readonly number[], ws: readonly number[] | null = null) =>
    sortWithWeights(Float64Array.from(xs), ws && Float64Array.from(ws));

  test("of ratings runs through half of each rating's own share", () => {
    const { levels, shares } = midDistribution(orderedOf([4, 0, 2, 2]));
    expect([...Array.from(levels)]).toEqual([0, 2, 4]);
    expect([...Array.from(shares)]).toEqual([0.125, 0.5, 0.875]);
    const weighted = midDistribution(orderedOf([1, 0, 1, 9], [1, 2, 1, 0]));
    expect([...Array.from(weighted.levels)]).toEqual([0, 1]);
    expect([...Array.from(weighted.shares)]).toEqual([0.25, 0.75]);
  });

  test("ratings answer 20 different wishes with 20 different levels, and each comes back", () => {
    const curve = quantileCurve(orderedOf([0, 1, 1, 2, 2, 3, 3, 3, 3, 4]));
    const wishes = Array.from({ length: 20 }, (_, k) => 0.06 + 0.045 * k);
    const levels = wishes.map((share) => levelAtShare(curve, share));
    expect(new Set(levels).size).toBe(20);
    wishes.forEach((share, k) => {
      expect(shareAtLevel(curve, levels[k])).toBeCloseTo(share, 12);
    });
    expect(levelAtShare(curve, 0.01)).toBe(0);
    expect(levelAtShare(curve, 1)).toBe(4);
    expect(shareAtLevel(curve, 9)).toBeCloseTo(0.95, 12);
    expect(shareAtLevel(curve, -9)).toBeCloseTo(0.05, 12);
  });

  test("is tied from more than 5 % of the weight at one level on", () => {
    const column = (ties: number) =>
      orderedOf(Array.from({ length: 100 }, (_, j) => Math.max(0, j - ties + 1)));
    expect(isTied(column(5))).toBe(false);
    expect(isTied(column(6))).toBe(true);
    expect(isTied(orderedOf([1, 2, 3], [1, 0, 1]))).toBe(true);
  });

  test("of rewards that are not tied is the linear interpolation, there and back", () =>
    fc.assert(
      fc.property(share, fc.boolean(), (p, isWeighted) => {
        const xs = Array.from({ length: 50 }, (_, j) => (((j * 17) % 50) - 20) ** 3);
        const ws = isWeighted ? xs.map((_, j) => 1 + (j % 2)) : null;
        const ordered = orderedOf(xs, ws);
        const curve = quantileCurve(ordered);
        const level = quantileOfSorted(ordered.sorted, ordered.weights, p);
        expect(levelAtShare(curve, p)).toBeCloseTo(level, 6);
        expect(shareAtLevel(curve, level)).toBeCloseTo(p, 9);
      }),
    ));

  test("a level that a few answers share stands in the middle of their shares", () => {
    const xs = Array.from({ length: 101 }, (_, j) => (j >= 40 && j <= 44 ? 40 : j));
    const curve = quantileCurve(orderedOf(xs));
    expect(shareAtLevel(curve, 40)).toBeCloseTo(0.42, 12);
    expect(levelAtShare(curve, 0.42)).toBe(40);
  });
});

import { describe, expect, test } from "vitest";
import { seededRandom } from "./random.ts";

const TIMES = 40_000;
const many = (draw: () => number) => Array.from({ length: TIMES }, draw);
const mean = (xs: readonly number[]) => xs.reduce((s, x) => s + x, 0) / xs.length;
const variance = (xs: readonly number[]) => {
  const middle = mean(xs);
  return mean(xs.map((x) => (x - middle) ** 2));
};

describe("seeded random numbers", () => {
  test("are the same for a seed on every machine, and others for another", () => {
    const first = (seed: number) => {
      const random = seededRandom(seed);
      return [random.uniform(), random.uniform(), random.normal(), random.poisson()];
    };
    expect(first(1)).toEqual(first(1));
    expect(first(1)).not.toEqual(first(2));
    expect(first(1)).toEqual([0.012132219155319035, 0.0008196850540116429, 1.2627767026191392, 2]);
  });

  test("uniform ones fill (0, 1) evenly", () => {
    const { uniform } = seededRandom(3);
    const xs = many(uniform);
    expect(Math.min(...xs.slice(0, 5000))).toBeGreaterThan(0);
    expect(Math.max(...xs.slice(0, 5000))).toBeLessThan(1);
    for (let tenth = 0; tenth < 10; tenth++) {
      const share = xs.filter((x) => Math.floor(10 * x) === tenth).length / TIMES;
      expect(Math.abs(share - 0.1)).toBeLessThan(0.008);
    }
    const lagged = mean(xs.slice(1).map((x, k) => (x - 0.5) * (xs[k] - 0.5)));
    expect(Math.abs(lagged)).toBeLessThan(0.002);
  });

  test("normal ones have mean 0, sd 1 and normal tails", () => {
    const { normal } = seededRandom(4);
    const xs = many(normal);
    expect(Math.abs(mean(xs))).toBeLessThan(0.02);
    expect(Math.abs(variance(xs) - 1)).toBeLessThan(0.03);
    expect(Math.abs(xs.filter((x) => x > 1.6449).length / TIMES - 0.05)).toBeLessThan(0.005);
    expect(Math.abs(xs.filter((x) => x < -1.6449).length / TIMES - 0.05)).toBeLessThan(0.005);
  });

  test("Poisson ones have mean and variance 1", () => {
    const { poisson } = seededRandom(5);
    const xs = many(poisson);
    expect(Math.abs(mean(xs) - 1)).toBeLessThan(0.02);
    expect(Math.abs(variance(xs) - 1)).toBeLessThan(0.04);
    expect(Math.abs(xs.filter((x) => x === 0).length / TIMES - Math.exp(-1))).toBeLessThan(0.01);
  });
});

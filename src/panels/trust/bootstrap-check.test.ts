import { expect, test } from "vitest";
import type { Interval, Intervals } from "../../core/trust/intervals.ts";
import { bootstrapCheck } from "./bootstrap-check.ts";

const interval = (se: number): Interval => ({ estimate: 1, se, low: 1 - se, high: 1 + se });
const intervals: Intervals = {
  lambda: [interval(0.2), null, interval(0.4)],
  levels: [interval(0.1), interval(0.1), interval(0.1)],
  kl: interval(0.1),
  df: 30,
  isLikelyTooNarrow: false,
};
const spread = (lambda: number[], kl: number, reachable = 100) => ({
  lambda,
  kl,
  reachable,
  of: 100,
});

test("spreads near the standard errors agree, and the worst is named", () => {
  expect(bootstrapCheck(intervals, spread([0.22, 0, 0.4], 0.1))).toMatchObject({
    kind: "agrees",
    figure: 0,
    lost: 0,
  });
});

test("a price that spreads twice as widely is told, and a drift that spreads half", () => {
  expect(bootstrapCheck(intervals, spread([0.2, 0, 0.8], 0.1))).toMatchObject({
    kind: "wider",
    figure: 2,
    ratio: 2,
  });
  expect(bootstrapCheck(intervals, spread([0.2, 0, 0.4], 0.05))).toMatchObject({
    kind: "tighter",
    figure: "drift",
    ratio: 0.5,
  });
});

test("draws out of reach are counted; too few draws say nothing", () => {
  expect(bootstrapCheck(intervals, spread([0.2, 0, 0.4], 0.1, 93))?.lost).toBe(7);
  expect(bootstrapCheck(intervals, spread([0.2, 0, 0.4], 0.1, 19))).toBeNull();
});

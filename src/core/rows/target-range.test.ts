import { expect, test } from "vitest";
import { isInRange, targetRange } from "./target-range.ts";

test("a target may lie a thousand widths beyond the rewards, and no further", () => {
  const value = { min: -1, max: 3 };
  expect(targetRange(value)).toEqual([-4001, 4003]);
  for (const [target, isIn] of [
    [99, true],
    [4003, true],
    [4004, false],
    [-1e308, false],
    [Number.POSITIVE_INFINITY, false],
    [Number.NaN, false],
  ] as const)
    expect(isInRange(value, target), String(target)).toBe(isIn);
});

test("a value of one reward has a range too, and one of huge rewards a finite one", () => {
  expect(targetRange({ min: 2, max: 2 })).toEqual([-998, 1002]);
  for (const bound of targetRange({ min: -1e307, max: 1e307 }))
    expect(Number.isFinite(bound)).toBe(true);
});

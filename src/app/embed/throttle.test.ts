import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { throttle } from "./throttle.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("calls at once, then at most once in a while, and never drops the last call", () => {
  const call = vi.fn();
  const throttled = throttle(50, call);
  throttled();
  expect(call).toHaveBeenCalledTimes(1);
  for (let k = 0; k < 10; k++) throttled();
  expect(call).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(50);
  expect(call).toHaveBeenCalledTimes(2);
  throttled();
  vi.advanceTimersByTime(49);
  expect(call).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(1);
  expect(call).toHaveBeenCalledTimes(3);
});

test("rests after a call that none followed", () => {
  const call = vi.fn();
  const throttled = throttle(50, call);
  throttled();
  vi.advanceTimersByTime(1000);
  expect(call).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
  throttled();
  expect(call).toHaveBeenCalledTimes(2);
});

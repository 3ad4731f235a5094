import { expect, test } from "vitest";
import { packTexts } from "../../core/rows/packed-texts.ts";
import { listedRows, promptShares, windowOf } from "./answers-model.ts";

const readable = {
  prompts: packTexts(["Why?", "Why?", "How?", "How?"]),
  promptOf: Int32Array.from([0, 0, 1, 1]),
  responses: packTexts(["Because", "No idea", "Slowly", "BECAUSE of that"]),
  rewards: [],
};
const weights = {
  before: null,
  after: Float64Array.from([0.4, 0.1, 0.2, 0.3]),
  order: Int32Array.from([0, 3, 2, 1]),
};
const rows = (...args: Parameters<typeof listedRows>) => [...listedRows(...args)];

test("answers come from the most lifted or the most lowered, and are searched in both texts", () => {
  expect(rows(weights, readable, "lifted", "")).toEqual([0, 3, 2, 1]);
  expect(rows(weights, readable, "lowered", "")).toEqual([1, 2, 3, 0]);
  expect(rows(weights, readable, "lifted", " because ")).toEqual([0, 3]);
  expect(rows(weights, readable, "lowered", "how")).toEqual([2, 3]);
  expect(rows(weights, { ...readable, prompts: null }, "lifted", "how")).toEqual([]);
});

test("every prompt has its favourite, the one that gained most first", () => {
  expect(rows(weights, readable, "prompts", "")).toEqual([0, 3]);
  const { before, after } = promptShares(weights, readable.promptOf);
  expect([...before]).toEqual([0.5, 0.5, 0.5, 0.5]);
  expect(after[0]).toBeCloseTo(0.8, 12);
  expect(after[3]).toBeCloseTo(0.6, 12);
});

test("a window holds what is seen and a little more, and never more than there is", () => {
  expect(windowOf(10_000, 50, 5000, 500)).toEqual([96, 114]);
  expect(windowOf(3, 50, 0, 500)).toEqual([0, 3]);
  expect(windowOf(0, 50, 0, 500)).toEqual([0, 0]);
});

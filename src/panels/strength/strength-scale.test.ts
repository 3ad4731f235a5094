import { expect, test } from "vitest";
import { buildSamples } from "../../core/rows/samples.ts";
import { driftMarks, liesOnRay, shareAt, targetsAlong } from "./strength-scale.ts";

const { values } = buildSamples([
  { id: "up", rewards: Float64Array.from([0, 1, 2, 3, 4]) },
  { id: "cost", rewards: Float64Array.from([0, 1, 2, 3, 4]), lowerIsBetter: true },
  { id: "held", rewards: Float64Array.from([5, 6, 7, 8, 9]) },
  { id: "less", rewards: Float64Array.from([0, 2, 4, 6, 8]) },
]);
const palette = { targets: [3, 1, 7, 3], held: [false, false, true, false] };
const stops = Array.from({ length: 5 }, (_, k) => ({
  rho: k / 2,
  kl: (k / 2) ** 2,
  ess: 1000 * Math.exp(-((k / 2) ** 2)),
}));

test("only targets that ask for more than today move, costs downwards", () => {
  expect(targetsAlong(values, palette, 0)).toEqual([2, 2, 7, 3]);
  expect(targetsAlong(values, palette, 0.5)).toEqual([2.5, 1.5, 7, 3]);
  expect(targetsAlong(values, palette, 1)).toEqual(palette.targets);
});

test("a palette lies on its ray where the handle put it, and nowhere else", () => {
  const there = { ...palette, targets: targetsAlong(values, palette, 0.3) };
  expect(liesOnRay(values, palette, 0.3, there)).toBe(true);
  expect(liesOnRay(values, palette, 0.4, there)).toBe(false);
  expect(liesOnRay(values, palette, 0.3, { ...there, targets: [2.3, null, 7, 3] })).toBe(false);
});

test("the scale is read off between its stops", () => {
  expect(shareAt(stops, 1)).toBeCloseTo(1, 12);
  expect(shareAt(stops, 9)).toBeNull();
});

test("marks keep their distance from each other and from the edge", () => {
  const marks = driftMarks({ edge: 2.02, stops }, 2.2, 0.13);
  expect(marks.map(({ kl }) => kl)).toEqual([0.1, 0.5, 1, 2]);
  expect(driftMarks({ edge: 2.02, stops }, 2.2, 0.4).map(({ kl }) => kl)).toEqual([0.1]);
});

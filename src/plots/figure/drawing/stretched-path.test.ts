import { expect, test } from "vitest";
import { stretchedPath } from "./stretched-path.ts";

test.each([
  ["M0,1L10,20Z", "M0,0.5L20,10Z"],
  ["M1 2H3V4", "M2,1H6V2"],
  ["M-1.5,.25C1,2 3,4 5,6", "M-3,0.13C2,1 6,2 10,3"],
  ["M1e-3,2e1L1,1", "M0,10L2,0.5"],
])("%s is twice as wide and half as high as %s", (path, stretched) => {
  expect(stretchedPath(path, 2, 0.5)).toBe(stretched);
});

test("arcs cannot be stretched so", () => {
  expect(() => stretchedPath("M0,0A1,1 0 0 1 2,2", 2, 1)).toThrow("invalid path: A");
});

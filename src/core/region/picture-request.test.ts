import { expect, test } from "vitest";
import { type PictureRequest, pictureKey, regionKey } from "./picture-request.ts";

const REQUEST: PictureRequest = {
  palette: { targets: [1, 2, 3], held: [false, false, true] },
  pair: [0, 2],
};
const at = (targets: readonly (number | null)[], more: Partial<PictureRequest> = {}) => ({
  ...REQUEST,
  palette: { ...REQUEST.palette, targets },
  ...more,
});

test("the region depends on mode, pair and the other targets, not on the pair's own", () => {
  expect(regionKey(at([5, 2, 6]))).toBe(regionKey(REQUEST));
  expect(regionKey(at([1, 4, 3]))).not.toBe(regionKey(REQUEST));
  expect(regionKey(at([1, null, 3]))).not.toBe(regionKey(REQUEST));
  expect(regionKey({ ...REQUEST, pair: [2, 0] })).not.toBe(regionKey(REQUEST));
  const { palette } = REQUEST;
  expect(regionKey({ ...REQUEST, palette: { ...palette, mode: "pooled" } })).toBe(
    regionKey(REQUEST),
  );
  expect(regionKey({ ...REQUEST, palette: { ...palette, mode: "per-prompt" } })).not.toBe(
    regionKey(REQUEST),
  );
});

test("where the others are free their targets do not count", () => {
  const free = { others: "free" } as const;
  expect(regionKey(at([1, 4, 3], free))).toBe(regionKey(at([1, 2, 3], free)));
  expect(regionKey(at([1, 2, 3], free))).not.toBe(regionKey(REQUEST));
});

test("the picture depends on the pair's own targets too", () => {
  expect(pictureKey(at([5, 2, 3]))).not.toBe(pictureKey(REQUEST));
  expect(pictureKey(at([1, 2, 3]))).toBe(pictureKey(REQUEST));
});

import { expect, test } from "vitest";
import { porterStem } from "./porter.ts";
import { STEMS } from "./testing/stems.ts";

test.each(STEMS)("the stem of %s is %s", (word, stem) => {
  expect(porterStem(word)).toBe(stem);
});

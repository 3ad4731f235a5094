import { expect, test } from "vitest";
import { STEMS } from "../testing/stems.ts";
import { porterStem } from "./nltk-porter.ts";

test.each(STEMS)("the stem of %s is %s", (word, stem) => {
  expect(porterStem(word)).toBe(stem);
});

import { expect, test } from "vitest";
import { falseSentences } from "./testing/false-sentences.ts";

/** `npm run bench -- sentences` asks a thousand. */
const PALETTES = 30;

test("whatever random palettes are told with a number is true, reckoned from the sentence itself", async () => {
  const wrong: string[] = [];
  let checked = 0;
  for (let seed = 0; seed < PALETTES; seed++) {
    const found = await falseSentences(seed);
    checked += found.checked;
    wrong.push(...found.wrong);
  }
  expect(wrong).toEqual([]);
  expect(checked).toBeGreaterThan(6 * PALETTES);
});

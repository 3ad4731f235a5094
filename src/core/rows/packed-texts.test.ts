import fc from "fast-check";
import { expect, test } from "vitest";
import { packTexts, textAt } from "./packed-texts.ts";

test("every text comes back as it was, whatever is in it", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 60 })), (texts) => {
      const packed = packTexts(texts);
      expect(packed.ends.length).toBe(texts.length);
      expect(texts.map((_, row) => textAt(packed, row))).toEqual(texts);
    }),
  );
});

test("a byte-order mark, an empty text and a long one stay", () => {
  const texts = ["\uFEFFa", "", "ü".repeat(100_000), "end"];
  const packed = packTexts(texts);
  expect(texts.map((_, row) => textAt(packed, row))).toEqual(texts);
});

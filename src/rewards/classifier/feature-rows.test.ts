import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wordsOf } from "../words.ts";
import { BUCKETS, bucketReader, featureRows, visitFeatures } from "./feature-rows.ts";

const TEXTS = [
  "She kept her promise.",
  "He broke it; she didn't mind.",
  "",
  "Größe, naïveté – 道徳!",
];

describe("words", () => {
  test.each([
    ["Don’t stop: it's 5 o'clock", ["don't", "stop", "it's", "5", "o'clock"]],
    ["«Größe» naïveté 道徳", ["größe", "naïveté", "道徳"]],
    ["'quoted' -- …", ["quoted"]],
    ["", []],
  ])("of %s", (text, words) => expect(wordsOf(text)).toEqual(words));
});

describe("features", () => {
  test("are each word, each pair, and runs of 3 to 5 characters with edges", () => {
    let count = 0;
    visitFeatures(["a", "rule"], () => count++);
    expect(count).toBe(2 + 1 + 1 + (4 + 3 + 2));
  });

  test("of a text depend on that text alone, and each row has length 1", () => {
    const rows = featureRows(TEXTS);
    const read = bucketReader();
    TEXTS.forEach((text, i) => {
      const places = rows.places.subarray(rows.starts[i], rows.starts[i + 1]);
      expect(Array.from(places, (p) => rows.buckets[p])).toEqual([...read(text)]);
      if (text) expect(places.length * rows.scales[i] ** 2).toBeCloseTo(1, 12);
    });
    expect(new Set(rows.buckets).size).toBe(rows.columns);
  });

  test("stay within their buckets, each once, whatever the text", () => {
    const read = bucketReader();
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const found = read(text);
        expect(new Set(found).size).toBe(found.length);
        expect(found.every((bucket) => bucket >= 0 && bucket < BUCKETS)).toBe(true);
      }),
    );
  });

  test("spread evenly", () => {
    const seen = new Set<number>();
    for (let i = 0; i < 20_000; i++) visitFeatures([`w${i}`], (bucket) => seen.add(bucket));
    const grams = new Set<string>();
    for (let i = 0; i < 20_000; i++) {
      const edged = ` w${i} `;
      for (let n = 3; n <= 5; n++)
        for (let k = 0; k + n <= edged.length; k++) grams.add(edged.slice(k, k + n));
    }
    const features = 20_000 + grams.size;
    expect(seen.size / (BUCKETS * (1 - Math.exp(-features / BUCKETS)))).toBeCloseTo(1, 1);
  });

  test("of a text or word without end are cut, not waited for", () => {
    let visits = 0;
    visitFeatures(["ab".repeat(500_000)], () => visits++);
    expect(visits).toBeLessThan(1 + 3 * 42);
    const read = bucketReader();
    const start = Array.from({ length: 4000 }, (_, i) => `w${i}`)
      .join(" ")
      .slice(0, 20_000);
    const found = [...read(start)];
    expect(found.length).toBeGreaterThan(10_000);
    expect([...read(`${start} and so on`)]).toEqual(found);
    expect(read("ab".repeat(5_000_000)).length).toBeLessThan(200);
  });
});

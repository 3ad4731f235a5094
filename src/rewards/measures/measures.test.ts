import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coarseLanguage } from "./coarse-language.ts";
import { diversity, treebankTokens } from "./diversity.ts";
import { type MeasureName, measureScorer } from "./measures.ts";
import { positiveness } from "./positiveness.ts";
import { readingEase } from "./reading-ease.ts";
import diversityFigures from "./testing/diversity-figures.json" with { type: "json" };

const NAMES: MeasureName[] = [
  "diversity",
  "positiveness",
  "coarse-language",
  "reading-ease",
  "length",
];

describe("diversity", () => {
  test.each([
    ["He can't; I'll go…", ["He", "ca", "n't", ";", "I", "'ll", "go", "…"]],
    [
      "I cannot pay $3.50 (well-known)...",
      ["I", "can", "not", "pay", "$", "3.50", "(", "well-known", ")", "..."],
    ],
    ["", []],
  ])("tokens of %s", (text, tokens) => expect(treebankTokens(text)).toEqual(tokens));

  test("multiplies the distinct shares of pairs, triples and fours, each with one more below the line", () => {
    expect(diversity("a b c d e")).toBeCloseTo((4 / 5) * (3 / 4) * (2 / 3), 12);
    expect(diversity("a a a a a")).toBeCloseTo((1 / 5) * (1 / 4) * (1 / 3), 12);
    expect(diversity("A a b A a b")).toBeCloseTo((3 / 6) * (3 / 5) * (3 / 4), 12);
    expect(diversity("one two three")).toBe(0);
  });

  test("is what an independent program gives, to the last digit, for every one of our own texts", () => {
    expect(diversityFigures.figures.length).toBe(46);
    for (const { text, diversity: exact } of diversityFigures.figures)
      expect(Math.abs(diversity(text) - exact), text).toBeLessThan(1e-12);
  });
});

describe("reading ease", () => {
  test("is Flesch's formula on words, sentences and syllables", () => {
    expect(readingEase("The cat sat on the mat.")).toBeCloseTo(206.835 - 1.015 * 6 - 84.6, 9);
    expect(readingEase("The cat sat. The dog ran!")).toBeCloseTo(206.835 - 1.015 * 3 - 84.6, 9);
    expect(readingEase("Responsibility")).toBeCloseTo(206.835 - 1.015 - 84.6 * 6, 9);
    expect(readingEase(" … ")).toBeNaN();
  });

  test("falls with longer sentences and longer words", () => {
    const easy = readingEase("We went home. It was late. I fell asleep.");
    const long = readingEase("We went home and it was late and I fell asleep.");
    const hard = readingEase("Organisational accountability necessitates transparency.");
    expect(easy).toBeGreaterThan(long);
    expect(long).toBeGreaterThan(hard);
  });
});

describe("coarse language", () => {
  test.each([
    ["That was a lovely afternoon.", 0],
    ["What a stupid idea, you idiot!", (100 * 2) / 6],
    ["Africa, abuse and adults are no coarse words", 0],
    ["", 0],
    ["constructor toString __proto__", 0],
  ])("of %s is counted per 100 words", (text, rate) =>
    expect(coarseLanguage(text)).toBeCloseTo(rate, 9),
  );
});

describe("positiveness", () => {
  test.each([
    ["VADER is smart, handsome, and funny.", 0.8316],
    ["VADER is VERY SMART, handsome, and FUNNY!!!", 0.9342],
    ["Today SUX!", -0.5461],
    ["", 0],
  ])("of %s is as VADER's authors print it", (text, compound) =>
    expect(positiveness(text)).toBeCloseTo(compound, 4),
  );
});

describe("every measure", () => {
  test("gives each text a number in order, whatever it holds", async () => {
    const scorers = await Promise.all(NAMES.map(measureScorer));
    expect(scorers.filter((s) => s.lowerIsBetter).map((s) => s.name)).toEqual(["coarse-language"]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: "binary", maxLength: 120 }), { maxLength: 4 }),
        async (texts) => {
          for (const scorer of scorers) {
            const scores = await scorer.score(texts);
            expect(scores).toHaveLength(texts.length);
            if (scorer.name !== "reading-ease") expect(scores.every(Number.isFinite)).toBe(true);
          }
        },
      ),
    );
  });

  test("sees one text at a time", async () => {
    const texts = ["She sang.", "He left at once, and nobody asked why."];
    for (const name of NAMES) {
      const { score } = await measureScorer(name);
      const [both, last] = [await score(texts), await score(texts.slice(1))];
      expect(both[1]).toBe(last[0]);
    }
  });
});

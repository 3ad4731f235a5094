import { describe, expect, test } from "vitest";
import { seededRandom } from "../../core/numerics/random.ts";
import { plainRouge } from "../testing/plain-rouge.ts";
import { STEMS } from "../testing/stems.ts";
import { bestRouge, ROUGE_TYPES, type RougeScores, rouge } from "./rouge.ts";
import { rougeSpans, rougeTokens } from "./rouge-tokens.ts";

const triples = (scores: RougeScores) =>
  ROUGE_TYPES.map((type) => {
    const { precision, recall, f } = scores[type];
    return [precision, recall, f];
  });
const ZERO = [0, 0, 0];

describe("ROUGE on the fixtures", () => {
  test("ROUGE-1 of one word out of three", () => {
    expect(rouge("testing one two", "testing").rouge1).toEqual({
      precision: 1,
      recall: 1 / 3,
      f: 1 / 2,
    });
  });

  test("ROUGE-2 and ROUGE-L of two words out of three", () => {
    const { rouge2, rougeL } = rouge("testing one two", "testing one");
    expect(rouge2).toEqual({ precision: 1, recall: 1 / 2, f: 2 / 3 });
    expect(rougeL).toEqual({ precision: 1, recall: 2 / 3, f: 0.8 });
  });

  test("Lsum takes the union over lines", () => {
    const { rougeLsum } = rouge("w1 w2 w3 w4 w5", "w1 w2 w6 w7 w8\nw1 w3 w8 w9 w5");
    expect(rougeLsum.recall).toBe(0.8);
    expect(rougeLsum.precision).toBe(0.4);
    expect(rougeLsum.f).toBeCloseTo(0.5333, 4);
  });

  test("Lsum counts a token only while both sides still have it", () => {
    expect(rouge("a b\na b", "a b\nc d").rougeLsum).toEqual({
      precision: 0.5,
      recall: 0.5,
      f: 0.5,
    });
  });

  test("texts without tokens score nothing", () => {
    for (const [target, prediction] of [
      ["", ""],
      ["", "a"],
      ["a", ""],
      ["?! …", "a"],
      ["\n\n", "é"],
    ])
      expect(triples(rouge(target, prediction))).toEqual([ZERO, ZERO, ZERO, ZERO]);
  });

  test("stemming spares tokens of three characters", () => {
    expect(rougeTokens("She was RUNNING to skies; it's his", true)).toEqual(
      "she was run to sky it s his".split(" "),
    );
  });

  test("several references: the best for each measure", () => {
    const found = bestRouge(["a b c d", "b a"], "a b");
    expect(found.rouge1.f).toBe(1);
    expect(found.rouge2).toEqual({ precision: 1, recall: 1 / 3, f: 0.5 });
    expect(() => bestRouge([], "a")).toThrow("invalid targets: none");
  });

  test("spans stand where the tokens stand, also where lower case is longer", () => {
    const text = "İİ The DOGS’ bone";
    const spans = rougeSpans(text, true);
    expect(spans.map(({ token }) => token)).toEqual(rougeTokens(text, true));
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual([
      "İ",
      "İ",
      "The",
      "DOGS",
      "bone",
    ]);
  });
});

describe("ROUGE on made text", () => {
  const made = madePairs(300);

  test("has every kind of text", () => {
    const texts = made.flat();
    expect(texts.filter((t) => t === "").length).toBeGreaterThan(10);
    expect(texts.filter((t) => t !== "" && !/[a-z0-9]/i.test(t)).length).toBeGreaterThan(10);
    expect(texts.filter((t) => t.split("\n").length > 4).length).toBeGreaterThan(30);
    expect(texts.filter((t) => /[^\p{ASCII}]/u.test(t)).length).toBeGreaterThan(50);
  });

  test.each([false, true])("agrees exactly with the definition, stemming %s", (stem) => {
    let nonZero = 0;
    for (const [target, prediction] of made) {
      const found = rouge(target, prediction, { stem });
      const plain = plainRouge(target, prediction, stem);
      expect(triples(found), JSON.stringify([target, prediction])).toEqual(
        ROUGE_TYPES.map((type) => plain[type]),
      );
      if (found.rougeLsum.f > 0 && found.rougeLsum.f < 1) nonZero++;
    }
    expect(nonZero).toBeGreaterThan(150);
  });
});

/** Pairs of made texts: a few words often, punctuation, letters of other scripts, lines, and nothing at all. */
function madePairs(count: number): [string, string][] {
  const random = seededRandom(7);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random.uniform() * from.length)];
  const common = "the a of to and dog dogs running runs ran better".split(" ");
  const odd = [
    "Ärger",
    "naïve",
    "日本",
    "İstanbul",
    "don't",
    "e-mail",
    "3.5",
    "—",
    "?!",
    "🙂",
    "№7",
  ];
  const gaps = [" ", " ", " ", ", ", "\n", "\n\n", ". ", "  "];
  const word = () => {
    const r = random.uniform();
    if (r < 0.5) return pick(common);
    return r < 0.8 ? pick(STEMS)[0] : pick(odd);
  };
  const text = () => {
    const r = random.uniform();
    if (r < 0.05) return "";
    if (r < 0.1) return pick(["?!", "…\n—", " \n ", "日本\n語", "''"]);
    let made = "";
    for (let n = 1 + Math.floor(random.uniform() * 40); n > 0; n--) made += word() + pick(gaps);
    return made;
  };
  return Array.from({ length: count }, (): [string, string] => {
    const target = text();
    if (random.uniform() < 0.3) return [target, text()];
    const kept = target.split(/(?<=\s)/).filter(() => random.uniform() < 0.7);
    return [target, `${kept.join("")}${text()}`];
  });
}

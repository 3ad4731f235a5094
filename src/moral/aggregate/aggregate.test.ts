import { describe, expect, test } from "vitest";
import { type RateText, selectAnswer, textOfAggregate, weighAnswers } from "./aggregate.ts";
import { composeAnswer } from "./compose.ts";
import { splitSentences } from "./sentences.ts";

const answers = [
  { agent: "care", text: "Ask her how she is. Be gentle with her. Bring some soup." },
  { agent: "fairness", text: "She is owed an equal share. Split the bill evenly." },
  { agent: "loyalty", text: "Ask her how she is. Stand by your friend." },
];
/** Made rewards: an answer follows its own value well, the others a little. */
const rate: RateText = (text) => ({
  care: /gentle|soup|how she/.test(text) ? 0.8 : 0.2,
  fairness: /owed|evenly/.test(text) ? 0.9 : 0.1,
  loyalty: /Stand by/.test(text) ? 0.7 : 0.2,
});
const person = (care: number, fairness: number, loyalty: number, strength = 5) => ({
  weights: { care, fairness, loyalty },
  strength,
});

describe("sentences", () => {
  test.each([
    ["One. Two! Three?", ["One.", "Two!", "Three?"]],
    [
      "Ask Mr. Smith, e.g. today. Then “go.” Now",
      ["Ask Mr. Smith, e.g. today.", "Then “go.”", "Now"],
    ],
    ["It costs 3.5 pounds… or so. No", ["It costs 3.5 pounds… or so.", "No"]],
    ["A line\n\nanother line", ["A line", "another line"]],
    ["  ", []],
    ["What?! Really?", ["What?!", "Really?"]],
  ])("of %j", (text, sentences) => {
    expect(splitSentences(text)).toEqual(sentences);
  });
});

describe("select", () => {
  test("gives the answer with the best profile-weighted reward", () => {
    expect(selectAnswer(answers, person(1, 0.2, 0), rate)?.sentences[0].agent).toBe("care");
    expect(selectAnswer(answers, person(0.2, 1, 0), rate)?.sentences[0].agent).toBe("fairness");
    expect(selectAnswer(answers, person(0, 0, 1), rate)?.sentences).toEqual([
      { text: answers[2].text, agent: "loyalty" },
    ]);
  });

  test("scores are c·r over the sum of c, shares are softmax(λ·r)", () => {
    const weighed = weighAnswers(answers, person(1, 1, 0, 3), rate);
    expect(weighed.map(({ score }) => score)).toEqual([0.45, 0.55, 0.45]);
    const tilts = [0.9, 1.1, 0.9].map((r) => Math.exp(3 * r));
    const all = tilts[0] + tilts[1] + tilts[2];
    weighed.forEach(({ share }, k) => {
      expect(share).toBeCloseTo(tilts[k] / all, 12);
    });
  });

  test("draws as often as the shares say, the same with the same seed", () => {
    const adherence = person(1, 1, 0, 3);
    const [{ share }] = weighAnswers(answers, adherence, rate);
    const draw = (seed: number) =>
      selectAnswer(answers, adherence, rate, { kind: "draw", seed })?.sentences[0].agent;
    const drawn = Array.from({ length: 4000 }, (_, seed) => draw(seed));
    const count = drawn.filter((agent) => agent === "care").length;
    const se = Math.sqrt(share * (1 - share) * 4000);
    expect(Math.abs(count - share * 4000)).toBeLessThan(4 * se);
    expect(draw(17)).toBe(drawn[17]);
  });

  test("a profile of nothing weighs nothing, and no answers give none", () => {
    expect(weighAnswers(answers, person(0, 0, 0), rate).map(({ score }) => score)).toEqual([
      0, 0, 0,
    ]);
    expect(selectAnswer([], person(1, 0, 0), rate)).toBeNull();
    expect(composeAnswer([], person(1, 0, 0), rate)).toBeNull();
  });
});

describe("compose", () => {
  test("covers the weighted values, dearest first, each sentence with its agent", () => {
    const made = composeAnswer(answers, person(0.6, 1, 0.5), rate, { sentences: 3 });
    expect(made?.sentences.map(({ agent }) => agent)).toEqual(["fairness", "care", "loyalty"]);
    for (const { text, agent } of made?.sentences ?? [])
      expect(answers.find((a) => a.agent === agent)?.text).toContain(text);
  });

  test("says nothing twice, and nothing for a value that does not count", () => {
    const made = composeAnswer(answers, person(1, 0, 0.8), rate, { sentences: 9 });
    const texts = made?.sentences.map(({ text }) => text) ?? [];
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.filter((text) => text === "Ask her how she is.").length).toBe(1);
    expect(made && textOfAggregate(made)).not.toMatch(/evenly/);
  });

  test("more weight on a value never takes its sentences away", () => {
    const countOf = (care: number) =>
      composeAnswer(answers, person(care, 0.5, 0.5), rate, { sentences: 3 })?.sentences.filter(
        ({ agent }) => agent === "care",
      ).length ?? 0;
    const counts = [0, 0.25, 0.5, 0.75, 1].map(countOf);
    expect(counts).toEqual([...counts].sort());
    expect(counts[4]).toBeGreaterThan(counts[0]);
  });
});

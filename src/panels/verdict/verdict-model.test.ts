import { describe, expect, test } from "vitest";
import { plainText } from "../../ui/rich-text.tsx";
import { en } from "../../ui/text/en.ts";
import { answer, palette, say, value } from "./testing/verdict-fixture.ts";

describe("a palette within reach", () => {
  test("says drift, answers that carry it, the dearest value and what is free", () => {
    const { headline, sentences } = say(answer());
    expect(headline).toBe("Reachable.");
    expect(sentences.map(plainText)).toEqual([
      "This mix drifts 0.82 nats from the original model; about 760 of 2,312 answers carry it.",
      "For its spread, Humor costs the most: +0.1 more costs 0.20 nats.",
      "Fluency is met for free.",
    ]);
  });

  test("the dearest is named with its own step, or said to be out of reach", () => {
    const values = [value("a", 0.1), value("b", 10), value("c")];
    const step = (cost: number | null) =>
      say(answer({}, { dearest: { value: 1, step: 1, cost } }), { values }).sentences[1];
    expect(step(0.5)).toBe(
      "For its spread, Helpfulness costs the most: +1 more costs **0.50 nats**.",
    );
    expect(step(null)).toBe(
      "For its spread, Helpfulness costs the most: +1 more is **out of reach**.",
    );
  });

  test("without an exact step nothing is said of one", () => {
    expect(say(answer({}, { dearest: null })).sentences.map(plainText)).toEqual([
      "This mix drifts 0.82 nats from the original model; about 760 of 2,312 answers carry it.",
      "Fluency is met for free.",
    ]);
  });

  test("values that follow from one another are neither dear nor free", () => {
    const twice = answer(
      { lambda: [2, 0.5, 0] },
      { sharedPrices: [0, 2], dearest: { value: 0, step: 0.1, cost: 0.2 } },
    );
    expect(say(twice).sentences.slice(1).map(plainText)).toEqual([
      "Humor and Fluency follow from one another in these answers: they have one price, and how it is split between them is open.",
    ]);
  });

  test("answers with weights of their own are compared with those that carry today’s mix", () => {
    const weighted = (ess: number, baselineEss: number) =>
      say(answer({ ess }, { baselineEss })).notes.map(plainText);
    expect(weighted(18, 19)).toEqual([
      "By their own weights about 19 of the answers carry the original mix.",
      en.verdict.thinAdvice,
    ]);
    expect(weighted(18, 1900)).toEqual([
      "A strong change: by their own weights about 1,900 answers carry the original mix, but only 18 this one, so the model would have to change a lot.",
    ]);
  });

  test("per prompt no number of answers is called necessary", () => {
    const perPrompt = { ...palette, mode: "per-prompt" } as const;
    const { figures } = say(answer(), { palette: perPrompt });
    expect(figures.map((f) => f.term)).toEqual(["drift", "carry"]);
  });

  test("a cost that should fall is priced per step down", () => {
    const values = [value("a", 1, true), value("b"), value("c")];
    expect(say(answer(), { values }).sentences[1]).toContain("Humor costs the most: −0.1 more");
  });

  test("one value alone is not called the dearest", () => {
    const alone = { targets: [1, null, null], held: [false, false, false] };
    expect(say(answer({ lambda: [2, 0, 0] }), { palette: alone }).sentences).toHaveLength(1);
  });

  test("figures are drift, effective answers with their share, and answers needed", () => {
    const { figures, figuresOf } = say(answer());
    expect(figures.map((f) => f.value)).toEqual(["0.82", "760", "≥ 6"]);
    expect(figures[1].caption).toBe("answers carry it,\n33\u202f% of all");
    expect(figuresOf).toBeNull();
  });

  test("thin says so and advises; under 2 % it is called strong", () => {
    expect(say(answer({ ess: 180 })).headline).toBe("Reachable, but few answers carry it.");
    expect(say(answer({ ess: 180 })).notes).toEqual([en.verdict.thinAdvice]);
    expect(say(answer({ ess: 46 })).notes.join()).toContain("A **strong** change");
    expect(say(answer({ ess: 47 })).notes.join()).not.toContain("strong");
  });

  test("already met needs one answer a prompt and costs nothing", () => {
    const met = say(answer({ status: "already-met", lambda: [0, 0, 0], kl: 0, ess: 2312 }));
    expect(met.headline).toBe("Already met. The original model does this today.");
    expect(met.figures.map((f) => f.value)).toEqual(["0", "2,312", "≥ 1"]);
  });

  test("nothing asked is an invitation, not a success", () => {
    const none = { targets: [null, null, null], held: [false, false, false] };
    const verdict = say(answer({ status: "already-met" }), { palette: none });
    expect(verdict.headline).toBe("Nothing asked yet.");
    expect(verdict.isAsked).toBe(false);
    expect(say(answer()).isAsked).toBe(true);
  });
});

test("on the edge the drift is called a limit", () => {
  const onEdge = answer({ status: "boundary", ess: 68, kl: 6.6 }, { kept: 156 });
  const { headline, sentences } = say(onEdge);
  expect(headline).toBe("On the very edge of reach.");
  expect(plainText(sentences.join(" "))).toContain("keeping 156 of 2,312 answers");
  expect(sentences[1]).toContain("**6.60 nats** is a limit");
});

test("what is not settled claims nothing: no figures, no dearest", () => {
  const { headline, figures, sentences } = say(answer({ status: "iteration-limit", passes: 100 }));
  expect(headline).toBe("Not settled.");
  expect(figures).toEqual([]);
  expect(sentences).toHaveLength(1);
});

test("the announcement is the whole verdict in plain text", () => {
  expect(say(answer()).announcement).toBe(
    "Reachable. This mix drifts 0.82 nats from the original model; about 760 of 2,312 answers carry it. For its spread, Humor costs the most: +0.1 more costs 0.20 nats. Fluency is met for free.",
  );
});

test.each([
  [1.02, "1", "<\u202f0.1\u202f%"],
  [2.66, "2.7", "0.1\u202f%"],
  [180.4, "180", "8\u202f%"],
])("%d answers are written %s, %s of all", (ess, answers, share) => {
  const [, carry] = say(answer({ ess })).figures;
  expect(carry.value).toBe(answers);
  expect(carry.caption).toContain(share);
});

import { describe, expect, test } from "vitest";
import { plainText } from "../../ui/rich-text.tsx";
import { de } from "../../ui/text/de.ts";
import { en } from "../../ui/text/en.ts";
import { outOfReach, palette, say } from "./testing/verdict-fixture.ts";

describe("a palette out of reach", () => {
  test("names the conflict and prints the inequality with real minus signs", () => {
    const { headline, sentences } = say(outOfReach());
    expect(headline).toBe("Out of reach: Humor and Helpfulness together.");
    expect(sentences.map(plainText)).toEqual([
      "In any mix of these answers, 0.34 · Humor − 0.66 · Helpfulness is at most −2.09. The palette asks for −2.05.",
      "Either one alone can be had; not both.",
    ]);
  });

  test("a single value is said without a coefficient, and turned round for a cost", () => {
    const single = (coefficient: string, bound: string, asked: string) =>
      say(
        outOfReach({
          conflict: [0],
          inequality: { terms: [{ index: 0, coefficient }], bound, asked },
        }),
      );
    expect(single("1", "2.59", "2.70").headline).toBe("Out of reach: Humor.");
    expect(plainText(single("1", "2.59", "2.70").sentences[0])).toBe(
      "No mix of these answers lifts Humor above 2.59. The palette asks for 2.70.",
    );
    expect(plainText(single("-1", "-0.31", "-0.30").sentences[0])).toBe(
      "No mix of these answers brings Humor below 0.31. The palette asks for 0.30.",
    );
    expect(single("1", "2.59", "2.70").sentences).toHaveLength(1);
  });

  test("per prompt the proof is of choices among the answers to each prompt", () => {
    const perPrompt = { ...palette, mode: "per-prompt" } as const;
    const proofOf = (coefficient: string, inequality = outOfReach().inequality) => {
      const terms = [{ index: 0, coefficient }, ...(inequality?.terms.slice(1) ?? [])];
      const live = outOfReach({ inequality: inequality && { ...inequality, terms } });
      return plainText(say(live, { palette: perPrompt }).sentences[0]);
    };
    const single = { terms: [], bound: "1.09", asked: "2.00" };
    expect(proofOf("0.34")).toBe(
      "However the answers to each prompt are chosen, 0.34 · Humor − 0.66 · Helpfulness is at most −2.09 on average. The palette asks for −2.05.",
    );
    expect(proofOf("1", single)).toBe(
      "No choice among the answers to each prompt lifts the average of Humor above 1.09. The palette asks for 2.00.",
    );
    expect(proofOf("-1", single)).toContain("brings the average of Humor below");
    expect(proofOf("1", null)).toBe(en.verdict.proof["per-prompt"].unprinted);
    for (const words of [en.verdict.proof, de.verdict.proof])
      expect(Object.keys(words["per-prompt"])).toEqual(Object.keys(words.pooled));
  });

  test("three names make a shorter headline, many are counted", () => {
    const labels = ["A", "B", "C", "D", "E"];
    const of = (conflict: number[]) => say(outOfReach({ conflict }), { labels }).headline;
    expect(of([0, 1, 2])).toBe("Out of reach: A, B and C.");
    expect(of([0, 1, 2, 3, 4])).toBe("Out of reach: 5 values together.");
  });

  test("figures are those of the closest safe mix", () => {
    const { figures, figuresOf } = say(outOfReach());
    expect(figures[1].value).toBe("6.3");
    expect(figuresOf).toBe("of the closest safe mix, 89\u202f% of the way");
  });

  test("repairs show the change and the cost, the safe one first and recommended", () => {
    const [safe, edge] = say(outOfReach()).repairs;
    expect(safe).toMatchObject({
      id: "safe",
      recommended: true,
      changes: ["Humor 1.00 → **0.71**", "Helpfulness 0.50 → **0.36**"],
      title: "Scale back until 200 answers carry it",
      cost: "drift 1.63 nats · carried by 200 answers",
      targets: [0.711, 0.3555, 0],
    });
    expect(edge).toMatchObject({ id: "edge", recommended: false });
    expect(edge.cost).toBe("drift 6.20 nats · carried by 2 answers");
    const one = outOfReach();
    const lone = { ...one.scaleBack!.edge, ess: 1.01 };
    const [card] = say({ ...one, scaleBack: { edge: lone, safe: null } }).repairs;
    expect(card.cost).toBe("drift 6.20 nats · carried by 1 answer");
  });

  test("without a safe mix the edge is what is left to recommend", () => {
    const live = outOfReach();
    const { repairs } = say({ ...live, scaleBack: { edge: live.scaleBack!.edge, safe: null } });
    expect(repairs.map((r) => [r.id, r.recommended])).toEqual([["edge", true]]);
  });

  test("a change too small for the usual digits gets as many as it takes", () => {
    const live = outOfReach();
    const edge = { ...live.scaleBack!.edge, rho: 0.9999, targets: [0.99992, 0.5, 0] };
    const { repairs } = say({ ...live, scaleBack: { edge, safe: null } });
    expect(repairs[0].changes).toEqual(["Humor 1.0000 → **0.9999**"]);
  });

  test("what cannot be told apart in print is no change", () => {
    const live = outOfReach();
    const edge = { ...live.scaleBack!.edge, rho: 1 - 1e-11, targets: [1 - 1e-11, 0.5, 0] };
    expect(say({ ...live, scaleBack: { edge, safe: null } }).repairs).toEqual([]);
  });

  test("the way to a palette is never all of it where it ends before", () => {
    const live = outOfReach();
    const edge = { ...live.scaleBack!.edge, rho: 0.99872 };
    const [card] = say({ ...live, scaleBack: { edge, safe: null } }).repairs;
    expect(card.share).toBe("all targets at 99.9\u202f% of the way");
  });

  test("a repair that changes nothing is not offered", () => {
    const live = outOfReach();
    const edge = { ...live.scaleBack!.edge, rho: 1, targets: palette.targets };
    const { repairs } = say({ ...live, scaleBack: { edge, safe: live.scaleBack!.safe } });
    expect(repairs.map((r) => r.id)).toEqual(["safe"]);
  });

  test("an inequality too fine to print is still answered", () => {
    expect(say(outOfReach({ inequality: null })).sentences[0]).toBe(
      en.verdict.proof.pooled.unprinted,
    );
  });
});

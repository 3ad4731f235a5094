import { describe, expect, test } from "vitest";
import type { LiveAnswer } from "../../core/answer.ts";
import type { Palette } from "../../core/rows/palette.ts";
import type { ValueSummary } from "../../core/rows/samples.ts";
import type { SolveReport } from "../../core/solve/report.ts";
import { plainText } from "../../ui/rich-text.tsx";
import { en } from "../../ui/text/en.ts";
import { type VerdictInput, verdictOf } from "./verdict-model.ts";

const value = (id: string, sd = 1, lowerIsBetter = false): ValueSummary => ({
  id,
  lowerIsBetter,
  mean: 0,
  sd,
  min: -3 * sd,
  max: 3 * sd,
  curve: { levels: [0], shares: [0.5] },
  distinct: 100,
});

const report = (over: Partial<SolveReport> = {}): SolveReport => ({
  status: "aligned",
  lambda: [2, 0.5, 0],
  levels: [1, 0.5, 0.1],
  kl: 0.82,
  ess: 760,
  maxWeight: 0.01,
  kkt: 1e-12,
  passes: 5,
  certificate: null,
  ...over,
});

const answer = (over: Partial<SolveReport> = {}, rest: Partial<LiveAnswer> = {}): LiveAnswer => ({
  report: report(over),
  shown: report(over),
  shownIs: "palette",
  conflict: [],
  certificate: null,
  inequality: null,
  scaleBack: null,
  reachableMaximum: [2, 2, 2],
  isCoarse: false,
  histograms: { bins: 1, before: new Float64Array(3), after: new Float64Array(3) },
  elapsed: 1,
  ...rest,
});

const palette: Palette = { targets: [1, 0.5, 0], held: [false, false, true] };

const input = (live: LiveAnswer, over: Partial<VerdictInput> = {}): VerdictInput => ({
  answer: live,
  palette,
  values: [value("a"), value("b"), value("c")],
  labels: ["Humor", "Helpfulness", "Fluency"],
  rows: 2312,
  ...over,
});

const outOfReach = (over: Partial<LiveAnswer> = {}): LiveAnswer =>
  answer(
    { status: "infeasible" },
    {
      shown: report({ kl: 4.4, ess: 6.25 }),
      shownIs: "closest-safe-mix",
      conflict: [0, 1],
      inequality: {
        terms: [
          { index: 0, coefficient: "0.34" },
          { index: 1, coefficient: "-0.66" },
        ],
        bound: "-2.09",
        asked: "-2.05",
      },
      scaleBack: {
        edge: { rho: 0.938, targets: [0.938, 0.469, 0], kl: 6.2, ess: 2 },
        safe: { rho: 0.711, targets: [0.711, 0.3555, 0], kl: 1.63, ess: 200 },
      },
      ...over,
    },
  );

const say = (live: LiveAnswer, over: Partial<VerdictInput> = {}) =>
  verdictOf(input(live, over), en);

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

  test("the dearest is compared per spread, not per unit", () => {
    const values = [value("a", 0.1), value("b", 10), value("c")];
    const { sentences } = say(answer(), { values });
    expect(sentences[1]).toBe(
      "For its spread, Helpfulness costs the most: +1 more costs **0.50 nats**.",
    );
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

  test("three names make a shorter headline, many are counted", () => {
    const labels = ["A", "B", "C", "D", "E"];
    const of = (conflict: number[]) => say(outOfReach({ conflict }), { labels }).headline;
    expect(of([0, 1, 2])).toBe("Out of reach: A, B and C.");
    expect(of([0, 1, 2, 3, 4])).toBe("Out of reach: 5 values together.");
  });

  test("the terms of the proof are written with the same decimals", () => {
    const terms = [
      { index: 0, coefficient: "0.3" },
      { index: 1, coefficient: "0.26" },
    ];
    const { sentences } = say(outOfReach({ inequality: { terms, bound: "1.7", asked: "2" } }));
    expect(sentences[0]).toContain("0.30 · Humor + 0.26 · Helpfulness");
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

  test("a repair that changes nothing is not offered", () => {
    const live = outOfReach();
    const edge = { ...live.scaleBack!.edge, rho: 1, targets: palette.targets };
    const { repairs } = say({ ...live, scaleBack: { edge, safe: live.scaleBack!.safe } });
    expect(repairs.map((r) => r.id)).toEqual(["safe"]);
  });

  test("an inequality too fine to print is still answered", () => {
    expect(say(outOfReach({ inequality: null })).sentences[0]).toBe(en.verdict.unprinted);
  });
});

test("on the edge the drift is called a limit", () => {
  const { headline, sentences } = say(answer({ status: "boundary", ess: 3, kl: 6.6 }));
  expect(headline).toBe("On the very edge of reach.");
  expect(plainText(sentences.join(" "))).toContain("keeping about 3 of 2,312 answers");
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

import { describe, expect, test } from "vitest";
import { rateAnswers, systemRewards, systemsOf } from "./agents/rated-answers.ts";
import type { RateText } from "./aggregate/aggregate.ts";
import { demonstrationSet } from "./demonstration/demonstration.ts";
import { AGGREGATORS, evaluate, GENERATED } from "./evaluation.ts";
import { casesOf, peopleOf } from "./questions/questions.ts";
import { bootstrapMeans } from "./rouge/bootstrap-means.ts";
import { jsonLines, trainingParts } from "./training/training-export.ts";

const set = demonstrationSet();
/** An even-handed judge: what an aggregator does then rests on the profile and on who said what. */
const rate: RateText = (text) => ({
  care: 0.5,
  fairness: 0.5,
  loyalty: 0.5,
  authority: 0.5,
  sanctity: text.length > 300 ? 0.6 : 0.4,
});
const adherence = { weights: { care: 1 }, strength: 5 };

describe("the demonstration", () => {
  test("has at least 40 questions, each with an original, five agents and references for two people", () => {
    expect(set.questions.length).toBeGreaterThanOrEqual(40);
    expect(set.agents.length).toBe(5);
    expect(peopleOf(set)).toEqual(["protector", "traditionalist"]);
    expect(new Set(set.questions.map(({ text }) => text)).size).toBe(set.questions.length);
    for (const { original, answers, references } of set.questions) {
      expect(original).toBeTruthy();
      expect(Object.keys(answers)).toEqual([...set.agents]);
      expect(references.length).toBe(2);
      for (const { weights } of references) expect(weights).not.toBeNull();
    }
  });

  test("repeats no answer and no opening", () => {
    const texts = set.questions.flatMap(({ original, answers, references }) => [
      original ?? "",
      ...Object.values(answers),
      ...references.map(({ text }) => text),
    ]);
    expect(new Set(texts).size).toBe(texts.length);
    const openings = texts.map((text) => text.split(" ").slice(0, 5).join(" "));
    const most = Math.max(...countsOf(openings).values());
    expect(most).toBeLessThanOrEqual(4);
  });
});

describe("an evaluation", () => {
  test("has a column for every system and a row of means for each", async () => {
    const generated = new Map([[0, "Speak gently to your colleague."]]);
    const shares: number[] = [];
    const found = await evaluate(
      set,
      rate,
      { person: null, adherence, stem: true, generated },
      async (share) => {
        shares.push(share);
      },
    );
    expect(found.cases.length).toBe(casesOf(set).length);
    const ids = found.systems.map(({ id }) => id);
    expect(ids).toEqual([...systemsOf(set), ...AGGREGATORS, GENERATED]);
    const scores = new Map(found.systems.map(({ id, means }) => [id, means.rouge1]));
    expect(scores.get(GENERATED)?.count).toBe(1);
    expect(scores.get("compose")?.count).toBe(found.cases.length);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares[shares.length - 1]).toBeLessThan(1);
  });

  test("for each person: composing beats the original and every agent that the person cares little about", async () => {
    for (const person of peopleOf(set)) {
      const { systems, cases } = await evaluate(set, rate, { person, adherence, stem: true });
      expect(new Set(cases.map((c) => c.person))).toEqual(new Set([person]));
      const { weights } = cases[0];
      const mean = (id: string) => systems.find((s) => s.id === id)?.means.rougeLsum.mean ?? 0;
      const little = set.agents.filter((agent) => (weights?.[agent] ?? 0) < 0.35);
      for (const id of ["original", ...little]) expect(mean("compose")).toBeGreaterThan(mean(id));
    }
  });

  test("draws the people of one question together, for the intervals", async () => {
    const { systems, cases } = await evaluate(set, rate, { person: null, adherence, stem: true });
    const questions = cases.map(({ question }) => question);
    const columns = systems.map(({ perQuestion }) => perQuestion.rougeLsum);
    const together = bootstrapMeans(
      systems.flatMap(({ perQuestion }) => Object.values(perQuestion)),
      {
        questions,
      },
    );
    systems.forEach(({ means }, s) => {
      expect(means.rougeLsum).toEqual(together[4 * s + 3]);
    });
    const apart = bootstrapMeans(columns);
    const care = systems.findIndex(({ id }) => id === "care");
    expect(apart[care].low).toBeLessThan(systems[care].means.rougeLsum.low);
  });

  test("without agents there are no aggregators", async () => {
    const pairs = {
      name: "mic.csv",
      agents: [],
      systems: [],
      questions: [
        {
          text: "May I?",
          original: "Yes you may.",
          answers: {},
          references: [{ person: null, weights: null, text: "You may." }],
        },
      ],
    };
    const { systems } = await evaluate(pairs, rate, { person: null, adherence, stem: false });
    expect(systems.map(({ id }) => id)).toEqual(["original"]);
    expect(systems[0].means.rouge1.mean).toBeCloseTo(0.8, 12);
  });
});

describe("rated answers", () => {
  test("one row per answer, means per system and value", async () => {
    const rated = await rateAnswers(set, ["care", "sanctity"], rate);
    expect(rated.texts.length).toBe(set.questions.length * 6);
    const rewards = systemRewards(set, rated);
    expect(rewards.map(({ id }) => id)).toEqual(systemsOf(set));
    for (const { means } of rewards) {
      expect(means[0]).toMatchObject({ mean: 0.5, low: 0.5, high: 0.5, count: 48 });
      expect(means[1].mean).toBeGreaterThan(0.399);
    }
    const own = rated.systems.flatMap((s, j) => (s === "care" ? [rated.columns[1][j]] : []));
    const care = rewards.find(({ id }) => id === "care");
    expect(care?.means[1].mean).toBeCloseTo(own.reduce((a, b) => a + b, 0) / own.length, 12);
  });
});

describe("the training set", () => {
  const names = new Map([["care", "Care"]]);

  test("is split by question, the same for the same seed", () => {
    const parts = trainingParts(set, names, { seed: 4 });
    expect(trainingParts(set, names, { seed: 4 })).toEqual(parts);
    expect(trainingParts(set, names, { seed: 5 }).test).not.toEqual(parts.test);
    const questions = [parts.train, parts.validation, parts.test].map(
      (part) =>
        new Set(part.map(({ messages }) => /Question: (.*)/.exec(messages[1].content)?.[1])),
    );
    expect(questions.map(({ size }) => size)).toEqual([38, 5, 5]);
    expect(new Set(questions.flatMap((part) => [...part])).size).toBe(48);
    expect(parts.train.length + parts.validation.length + parts.test.length).toBe(96);
  });

  test("is JSON Lines of chat messages: question, profile, agents' answers, then the reference", () => {
    const { train } = trainingParts(set, names);
    const lines = jsonLines(train).trimEnd().split("\n");
    expect(lines.length).toBe(train.length);
    const { messages } = JSON.parse(lines[0]);
    expect(messages.map(({ role }: { role: string }) => role)).toEqual([
      "system",
      "user",
      "assistant",
    ]);
    expect(messages[1].content).toMatch(
      /^Question: .+\n\nProfile: Care 1, fairness 0.8, .+\n\nAnswers:\n\[Care\] .+\n\[fairness\] /,
    );
    expect(messages[2].content.length).toBeGreaterThan(40);
  });
});

function countsOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

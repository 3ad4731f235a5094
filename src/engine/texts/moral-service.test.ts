import { beforeAll, describe, expect, test } from "vitest";
import { textAt } from "../../core/rows/packed-texts.ts";
import { rowsOracle } from "../../core/rows/rows-oracle.ts";
import { buildSamples } from "../../core/rows/samples.ts";
import { solvePalette } from "../../core/solve/solve-palette.ts";
import { trainRewards } from "../../rewards/classifier/train-rewards.ts";
import { demonstrationTexts } from "../../rewards/demonstration.ts";
import { trainingSet } from "../../rewards/labelled/labelled-texts.ts";
import type { RewardModel } from "../../rewards/reward-model.ts";
import { moralFingerprint } from "./moral-fingerprint.ts";
import { MoralService } from "./moral-service.ts";

const WEIGHTS = { care: 1, fairness: 0.8, loyalty: 0.3, authority: 0.1, sanctity: 0.1 };
const REQUEST = {
  person: null,
  adherence: { weights: WEIGHTS, strength: 5 },
  stem: true,
};
let model: RewardModel;
beforeAll(async () => {
  const outcome = trainRewards(trainingSet(await demonstrationTexts()), { repeats: 0 });
  if (!outcome.ok) throw new Error("invalid demonstration");
  model = outcome.model;
});

function judged(): MoralService {
  const service = new MoralService();
  service.openDemonstration();
  service.setModel(model);
  return service;
}

const oneQuestion = (answer: string) =>
  `question,agent,answer,reference\nMay I?,care,${answer},Kindly.`;
const file = (name: string, text: string) => Object.assign(new Blob([text]), { name });

describe("the service of questions and answers", () => {
  test("opens the demonstration; before there is a judge nothing is rated", async () => {
    const service = new MoralService();
    const reply = service.openDemonstration();
    expect(reply).toMatchObject({ ok: true, set: { name: null, cases: 96, open: 0 }, dropped: 0 });
    expect((await service.ratings()).value).toBeNull();
    expect((await service.levels([1, 1, 1, 1, 1], 2)).value).toBeNull();
    expect((await service.rows()).value).toBeNull();
  });

  test("before it is given questions, it has no answers of any others", async () => {
    const service = new MoralService();
    service.setModel(model);
    const replies = await Promise.all([
      service.answer({ question: 0, adherence: REQUEST.adherence }),
      service.prompt({ question: 0, weights: {}, values: [] }),
      service.ratings(),
      service.rows(),
      service.cases(null),
      service.evaluate(REQUEST),
      service.compare(0, "compose", "rougeL", true),
      service.training([], {}),
    ]);
    for (const reply of replies) expect(reply.value).toBeNull();
  });

  test("replies carry the fingerprint of the questions and the judge that they were made from", async () => {
    const service = new MoralService();
    const fingerprints = new Set<string>();
    const read = await service.read([file("c.csv", oneQuestion("Be kind."))]);
    if (!read.ok) throw new Error("invalid file");
    const ask = async () => {
      const replies = [
        service.answer({ question: 0, adherence: REQUEST.adherence }),
        await service.ratings(),
        await service.evaluate(REQUEST),
        service.training([], {}),
      ];
      const [own, ...others] = new Set(replies.map((reply) => reply.fingerprint));
      expect(others).toEqual([]);
      fingerprints.add(own);
      return own;
    };
    expect(await ask()).toBe(moralFingerprint(read.set.fingerprint, ""));
    const print = service.setModel(model);
    expect(await ask()).toBe(moralFingerprint(read.set.fingerprint, print));
    service.openDemonstration();
    await ask();
    expect(fingerprints.size).toBe(3);
    const again = await service.read([file("d.csv", oneQuestion("Be kind."))]);
    expect(again).toMatchObject({ set: { name: "d.csv", fingerprint: read.set.fingerprint } });
    const other = await service.read([file("c.csv", oneQuestion("Be kind!"))]);
    expect(other.ok && other.set.fingerprint).not.toBe(read.set.fingerprint);
  });

  test("answers a question in every way; what the profile wants most weighs most", () => {
    const made = judged().answer({ question: 0, adherence: REQUEST.adherence }).value;
    expect(made?.compose?.sentences[0].agent).toBe("care");
    expect(made?.select?.sentences.length).toBe(1);
    expect(made?.draw?.answers.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  test("rates all answers: agents follow their values more than the original does", async () => {
    const { value: rated } = await judged().ratings();
    expect(rated?.rows).toBe(288);
    const ids = rated?.values.map(({ id }) => id) ?? [];
    const meanOf = (system: string, value: string) =>
      rated?.systems.find(({ id }) => id === system)?.means[ids.indexOf(value)].mean ?? 0;
    for (const value of ids)
      expect(meanOf(value, value)).toBeGreaterThan(meanOf("original", value));
  });

  test("the levels of a profile, as rows opened elsewhere, give back its λ", async () => {
    const service = judged();
    const { value: rows } = await service.rows();
    const { value: levels } = await service.levels(Object.values(WEIGHTS), 5);
    if (!rows || !levels) throw new Error("invalid rows");
    const samples = buildSamples(rows.columns, { prompts: rows.prompts });
    const found = await solvePalette(rowsOracle(samples), samples, levels.targets);
    found.lambda.forEach((l, i) => {
      expect(l).toBeCloseTo(levels.lambda[i], 6);
    });
    expect(rows.fingerprint).toMatch(/^[0-9a-f]{16}$/);
    const { prompts, responses } = rows.texts;
    expect(prompts && textAt(prompts, 0)).toMatch(/^A colleague sent/);
    expect(responses && textAt(responses, 1)).toMatch(/^Go to your colleague/);
  });

  test("evaluates, compares single answers, and gives way to a newer evaluation", async () => {
    const service = judged();
    const shares: number[] = [];
    const first = service.evaluate(REQUEST);
    const second = service.evaluate(REQUEST, (share) => shares.push(share));
    expect((await first).value).toBeNull();
    const { value: found } = await second;
    expect(found?.cases.length).toBe(96);
    expect(shares.length).toBeGreaterThan(10);
    expect(JSON.stringify(found)).not.toContain("colleague");
    const { value: compared } = service.compare(0, "compose", "rougeL", true);
    const system = found?.systems.find(({ id }) => id === "compose");
    expect(compared?.scores.rougeL.f).toBeCloseTo(system?.perQuestion.rougeL[0] ?? -1, 12);
    expect(compared?.matches.target.some(({ matched }) => matched)).toBe(true);
    expect(service.compare(0, "nobody", "rougeL", true).value).toBeNull();
    const off = service.evaluate(REQUEST);
    service.cancelEvaluation();
    expect((await off).value).toBeNull();
  });

  test("the prompt holds definitions, close examples and the agents' answers", async () => {
    const { value } = await judged().prompt({
      question: 0,
      weights: { care: 1, loyalty: 0 },
      values: ["care", "loyalty"].map((id) => ({ id, name: id, definition: `what ${id} is` })),
    });
    if (!value) throw new Error("invalid prompt");
    const [system, user] = value;
    expect(system.content).toContain("care: what care is");
    expect(system.content.match(/^- /gm)?.length).toBe(5);
    expect(system.content).not.toContain("what loyalty is");
    expect(user.content).toContain("[fairness] The client paid");
  });

  test("a file takes the place of the demonstration; one that cannot be used does not", async () => {
    const service = judged();
    const bad = await service.read([file("a.csv", "x,y\n1,2\n3,4")]);
    expect(bad).toEqual({ ok: false, about: "columns", missing: "no-question" });
    const broken = await service.read([file("b.json", "[{")]);
    expect(broken).toMatchObject({ ok: false, about: "file" });
    expect((await service.ratings()).value?.rows).toBe(288);
    const good = await service.read([
      file("c.csv", "question,agent,answer,reference\nMay I?,care,Be kind.,Kindly.\nOr?,care,Go.,"),
    ]);
    expect(good).toMatchObject({ ok: true, set: { name: "c.csv", cases: 1, open: 1 } });
    expect((await service.ratings()).value?.rows).toBe(2);
    const { value: parts } = service.training([], {});
    expect(Object.values(parts ?? {}).map(({ count }) => count)).toEqual([0, 0, 0]);
  });
});

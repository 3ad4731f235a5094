import { describe, expect, test } from "vitest";
import { demonstrationTexts } from "../demonstration.ts";
import { type LabelledText, trainingSet } from "../labelled/labelled-texts.ts";
import { modelScorer } from "../reward-model.ts";
import { decodeModel, encodeModel } from "./model-file.ts";
import { type TrainProgress, trainRewards } from "./train-rewards.ts";

const statements = await demonstrationTexts();
const some = trainingSet(statements.filter((t) => t.value === "care" || t.value === "fairness"));

function trained(options: Parameters<typeof trainRewards>[1] = {}) {
  const outcome = trainRewards(some, { repeats: 1, ...options });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome;
}

describe("training", () => {
  test("gives the same model for the same seed", () => {
    expect(trained({ seed: 3 })).toEqual(trained({ seed: 3 }));
    expect(trained({ seed: 3 }).heldOut).not.toEqual(trained({ seed: 4 }).heldOut);
  });

  test("scores in [0, 1] what follows a value above what violates it", () => {
    const score = modelScorer(trained({ repeats: 0 }).model);
    const [kind, cruel] = [
      "The nurse gently held the frightened child's hand.",
      "He kicked the dog and laughed while it cried.",
    ].map((text) => score(text)[0]);
    expect(kind).toBeGreaterThan(0.6);
    expect(cruel).toBeLessThan(0.4);
    for (const chance of [...score(""), ...score("道徳 ".repeat(100))]) {
      expect(chance).toBeGreaterThan(0);
      expect(chance).toBeLessThan(1);
    }
  });

  test("names the words that tell most, both ways", () => {
    const { telling } = trained({ repeats: 0 }).model.classifiers[0];
    expect(telling.follows.length).toBeGreaterThan(5);
    expect(telling.violates.length).toBeGreaterThan(5);
    expect(telling.follows.every((t) => t.push > 0 && /^[a-z']+$/.test(t.word))).toBe(true);
    expect(telling.violates.every((t) => t.push < 0)).toBe(true);
    expect(telling.violates.map((t) => t.push)).toEqual(
      telling.violates.map((t) => t.push).sort((a, b) => a - b),
    );
  });

  test("judges every text out of fold, close to the file's own figures", () => {
    const { heldOut, model } = trained({ repeats: 2 });
    expect(heldOut.map((h) => h.value)).toEqual(["care", "fairness"]);
    heldOut.forEach(({ texts, follows, chances }, i) => {
      expect(texts).toHaveLength(follows.length);
      const right = chances.filter((p, k) => p >= 0.5 === (follows[k] === 1)).length;
      const { accuracy } = model.classifiers[i].quality ?? { accuracy: { mean: Number.NaN } };
      expect(Math.abs(right / chances.length - accuracy.mean)).toBeLessThan(0.05);
    });
  });

  test("tells progress from 0 to 1, never backwards", () => {
    const told: TrainProgress[] = [];
    trainRewards(some, { repeats: 2 }, (progress) => told.push(progress));
    const shares = told.map((t) => t.share);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(new Set(told.map((t) => t.stage))).toEqual(new Set(["validating", "fitting"]));
  });

  test("leaves out a value with too few texts of a kind, and says so", () => {
    const few: LabelledText[] = [
      ...statements.filter((t) => t.value === "care"),
      ...statements.filter((t) => t.value === "loyalty" && t.follows),
    ];
    const outcome = trainRewards(trainingSet(few), { repeats: 0 });
    if (!outcome.ok) throw new Error("refused");
    expect(outcome.model.classifiers.map((c) => c.value)).toEqual(["care"]);
    expect(outcome.problems).toMatchObject([
      { code: "too-few-of-a-kind", severity: "warning", value: "loyalty", violates: 0 },
    ]);
    expect(trainRewards(trainingSet([])).ok).toBe(false);
    expect(trainRewards(trainingSet(few.slice(-5))).ok).toBe(false);
  });
});

describe("a training set", () => {
  const one = (text: string, follows: boolean): LabelledText => ({ text, value: "care", follows });

  test("counts a text once, as most judged it, and leaves out ties and blanks", () => {
    const set = trainingSet([
      one("kept", true),
      one(" kept ", true),
      one("kept", false),
      one("torn", true),
      one("torn", false),
      one("  ", true),
      one("bad", false),
    ]);
    const [{ rows, follows, torn }] = set.values;
    expect(Array.from(rows, (r) => set.texts[r])).toEqual(["kept", "bad"]);
    expect([...follows]).toEqual([1, 0]);
    expect(torn).toBe(1);
  });

  test("shares texts between values", () => {
    const set = trainingSet([one("both", true), { ...one("both", false), value: "fairness" }]);
    expect(set.texts).toEqual(["both"]);
    expect(set.values.map((v) => v.value)).toEqual(["care", "fairness"]);
  });
});

describe("a file of classifiers", () => {
  const { model } = trained({ source: "test" });
  const text = encodeModel(model);

  test("is small and scores exactly as the model it was made of", () => {
    expect(text.length).toBeLessThan(200_000);
    const read = decodeModel(text);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.model).toEqual(model);
    const [before, after] = [modelScorer(model), modelScorer(read.model)];
    for (const { text: one } of statements) expect(after(one)).toEqual(before(one));
  });

  test.each([
    ["no JSON", "{", "not-a-classifier"],
    ["another kind of JSON", '{"a":1}', "not-a-classifier"],
    ["a newer version", text.replace('"version":1', '"version":2'), "newer-classifier"],
    ["other features", text.replace("words 1-2", "words 1-3"), "not-a-classifier"],
    ["a weight missing", text.replace(/"weights":"..../, '"weights":"'), "not-a-classifier"],
    ["a bad digit", text.replace(/"buckets":"./, '"buckets":"*'), "not-a-classifier"],
    ["a name missing", text.replace('"value":"care"', '"value":7'), "not-a-classifier"],
    ["a name twice", text.replace('"value":"care"', '"value":"fairness"'), "not-a-classifier"],
  ])("with %s is a problem, not an exception", (_, broken, code) => {
    expect(decodeModel(broken)).toMatchObject({
      ok: false,
      problems: [{ code, severity: "error" }],
    });
  });

  test("cut or spoiled anywhere is refused or still a usable model", () => {
    for (let k = 0; k < 300; k++) {
      const at = Math.floor((k / 300) * text.length);
      const spoiled = k % 2 ? text.slice(0, at) : `${text.slice(0, at)}x${text.slice(at + 1)}`;
      const read = decodeModel(spoiled);
      if (read.ok)
        expect(modelScorer(read.model)("He kept it.").every((p) => p >= 0 && p <= 1)).toBe(true);
    }
  });
});

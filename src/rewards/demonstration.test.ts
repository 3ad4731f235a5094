import { describe, expect, test } from "vitest";
import { trainRewards } from "./classifier/train-rewards.ts";
import { DEMONSTRATION_VALUES, demonstrationTexts } from "./demonstration.ts";
import { trainingSet } from "./labelled/labelled-texts.ts";
import { wordsOf } from "./words.ts";

const FEWEST = 160;
const MOST_SHARE = 0.08;
const FUNCTION_WORDS = new Set(
  `a an and are as at be because been before being but by can could did do does for from had has have having he her hers him his how
   i if in into is it its itself just me my myself no nor not of off on once only or our ours out over own she should so some such
   than that the their theirs them then there these they this those through to too under until up very was we were what when where
   which while who whom why will with would you your yours after again all also any about against between both down during each few
   further here more most other same now one two three never ever even every still us`.split(/\s+/),
);

const statements = await demonstrationTexts();
const outcome = trainRewards(trainingSet(statements));

describe.each(DEMONSTRATION_VALUES)("the statements on %s", (value) => {
  const own = statements.filter((t) => t.value === value);
  const kinds = [true, false].map((follows) => own.filter((t) => t.follows === follows));

  test("are many, balanced, and each there once", () => {
    expect(own.length).toBeGreaterThanOrEqual(FEWEST);
    expect(kinds[0]).toHaveLength(kinds[1].length);
    const bare = own.map((t) => wordsOf(t.text).join(" "));
    expect(new Set(bare).size).toBe(own.length);
    for (const { text } of own) {
      expect(text).toBe(text.trim());
      expect(wordsOf(text).length).toBeGreaterThan(3);
    }
  });

  test("share no content word with many others of their kind, and no beginning", () => {
    for (const kind of kinds) {
      const counts = new Map<string, number>();
      const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
      for (const { text } of kind) {
        const words = wordsOf(text);
        for (const word of new Set(words)) if (!FUNCTION_WORDS.has(word)) count(word);
        count(`^ ${words.slice(0, 3).join(" ")}`);
      }
      const worn = [...counts].filter(([key, n]) =>
        key.startsWith("^") ? n > 3 : n > MOST_SHARE * kind.length,
      );
      expect(worn).toEqual([]);
    }
  });

  test("are told apart by a classifier that did not see them", () => {
    if (!outcome.ok) throw new Error("not trained");
    const quality = outcome.model.classifiers.find((c) => c.value === value)?.quality;
    expect(quality).toMatchObject({ folds: 5, repeats: 10, texts: own.length });
    expect(quality?.auc.mean).toBeGreaterThan(0.75);
    expect(quality?.accuracy.mean).toBeGreaterThan(0.7);
  });
});

test("no statement stands under two values", () => {
  expect(new Set(statements.map((t) => t.text)).size).toBe(statements.length);
});

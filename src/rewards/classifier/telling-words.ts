import type { TellingWord, ValueClassifier } from "../reward-model.ts";
import { wordsOf } from "../words.ts";
import { BUCKETS, visitFeatures } from "./feature-rows.ts";

const MOST = 12;
/** A word has to stand in so many texts to be named, or in 1 of 1000 where there are many. */
const FEWEST_TEXTS = 3;
const FEWEST_SHARE = 0.001;

/**
 * The words that push a score most, each with all the features that it brings along by itself, at the usual length of a text.
 * `texts` are those the classifier was trained on.
 */
export function tellingWords(
  { buckets, weights }: Pick<ValueClassifier, "buckets" | "weights">,
  texts: readonly string[],
): ValueClassifier["telling"] {
  const dense = new Float32Array(BUCKETS);
  for (let k = 0; k < buckets.length; k++) dense[buckets[k]] = weights[k];
  const counts = new Map<string, number>();
  const seen = new Set<number>();
  let scales = 0;
  for (const text of texts) {
    const words = wordsOf(text);
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
    seen.clear();
    visitFeatures(words, (bucket) => seen.add(bucket));
    scales += 1 / Math.sqrt(Math.max(1, seen.size));
  }
  const fewest = Math.max(FEWEST_TEXTS, FEWEST_SHARE * texts.length);
  const pushes: TellingWord[] = [];
  for (const [word, count] of counts) {
    if (count < fewest) continue;
    seen.clear();
    visitFeatures([word], (bucket) => seen.add(bucket));
    let push = 0;
    for (const bucket of seen) push += dense[bucket];
    pushes.push({ word, push: (push * scales) / texts.length });
  }
  pushes.sort((a, b) => b.push - a.push);
  return {
    follows: pushes.filter((p) => p.push > 0).slice(0, MOST),
    violates: pushes
      .filter((p) => p.push < 0)
      .slice(-MOST)
      .reverse(),
  };
}

import { BUCKETS, bucketReader } from "./classifier/feature-rows.ts";
import { chance } from "./classifier/logistic.ts";
import type { Quality } from "./classifier/quality.ts";

/** A word with its push in log-odds: what its occurrence adds to the score of a text of usual length. */
export interface TellingWord {
  readonly word: string;
  readonly push: number;
}

/** The classifier of one value: chance that a text follows it. Plain data. */
export interface ValueClassifier {
  readonly value: string;
  /** In log-odds. */
  readonly intercept: number;
  /** Feature buckets with a weight, ascending, and their weights in log-odds: whole multiples of `weightStep(weights)`. */
  readonly buckets: Int32Array;
  readonly weights: Float32Array;
  /** Texts it was trained on, by judgement. */
  readonly follows: number;
  readonly violates: number;
  /** The words that speak most for, and most against, the value; strongest first. */
  readonly telling: {
    readonly follows: readonly TellingWord[];
    readonly violates: readonly TellingWord[];
  };
  /** Its quality on texts it did not see; null where that was not measured. */
  readonly quality: Quality | null;
}

/** One classifier per value: the reward of a text is the chance, in [0, 1], that it follows the value. Plain data. */
export interface RewardModel {
  /** Where the texts came from, for people to read. */
  readonly source: string;
  readonly seed: number;
  readonly classifiers: readonly ValueClassifier[];
}

/** Makes a function that scores a text by all classifiers of a model: one chance in [0, 1] per classifier, in their order. */
export function modelScorer({ classifiers }: RewardModel): (text: string) => Float64Array {
  const read = bucketReader();
  const dense = classifiers.map(({ buckets, weights }) => {
    const all = new Float32Array(BUCKETS);
    for (let k = 0; k < buckets.length; k++) all[buckets[k]] = weights[k];
    return all;
  });
  return (text) => {
    const buckets = read(text);
    const scale = 1 / Math.sqrt(Math.max(1, buckets.length));
    return Float64Array.from(classifiers, ({ intercept }, v) => {
      const weights = dense[v];
      let sum = 0;
      for (let k = 0; k < buckets.length; k++) sum += weights[buckets[k]];
      return chance(intercept + scale * sum);
    });
  };
}

/** Weights are whole numbers of 16 bits times a power of two, in memory as in a file, so that both score exactly alike. */
const MOST_STEPS = 32_767;

/** The power of two whose multiples, up to 32767, weights are kept in; 1 where all are 0. */
export function weightStep(weights: ArrayLike<number>): number {
  let largest = 0;
  for (let k = 0; k < weights.length; k++) largest = Math.max(largest, Math.abs(weights[k]));
  return largest > 0 ? 2 ** Math.ceil(Math.log2(largest / MOST_STEPS)) : 1;
}

/** Rounds fitted weights, one per bucket, to their steps; what rounds to nothing is left out, and buckets are sorted. */
export function keptWeights(
  fitted: Float64Array,
  buckets: Int32Array,
): Pick<ValueClassifier, "buckets" | "weights"> {
  const step = weightStep(fitted.subarray(0, buckets.length));
  const places = Int32Array.from(buckets.keys())
    .filter((i) => Math.round(fitted[i] / step) !== 0)
    .sort((a, b) => buckets[a] - buckets[b]);
  return {
    buckets: Int32Array.from(places, (i) => buckets[i]),
    weights: Float32Array.from(places, (i) => Math.round(fitted[i] / step) * step),
  };
}

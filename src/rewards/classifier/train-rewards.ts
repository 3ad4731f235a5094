import type { LabelledValue, TrainingSet } from "../labelled/labelled-texts.ts";
import { keptWeights, type RewardModel, type ValueClassifier } from "../reward-model.ts";
import type { RewardProblem } from "../reward-problem.ts";
import { crossValidate, FOLDS } from "./cross-validation.ts";
import { featureRows } from "./feature-rows.ts";
import { fitLogistic } from "./fit-logistic.ts";
import type { Examples } from "./logistic.ts";
import { selectRows } from "./sparse-rows.ts";
import { tellingWords } from "./telling-words.ts";

/** Settings of `trainRewards`. */
export interface TrainOptions {
  /** Default 1; deals the folds, and is all that is random. */
  readonly seed?: number;
  /** Repeats of the 5-fold cross-validation; 0 for none. Default by the number of texts: 10 up to 1000, 3 up to 10,000, else 1. */
  readonly repeats?: number;
  /** Where the texts came from, for people to read. Default "". */
  readonly source?: string;
}

/** How far the training is. */
export interface TrainProgress {
  readonly stage: "reading" | "validating" | "fitting";
  /** The value it is about; empty while texts are read. */
  readonly value: string;
  /** Share of all the work in [0, 1]. */
  readonly share: number;
}

/** One text of the training set as judged by classifiers that did not see it. */
interface HeldOutTexts {
  readonly value: string;
  readonly texts: readonly string[];
  readonly follows: Uint8Array;
  /** Chances in [0, 1], out of fold. */
  readonly chances: Float64Array;
}

/** A trained model with the out-of-fold judgement of each text, or why there is none. */
export type TrainOutcome =
  | {
      readonly ok: true;
      readonly model: RewardModel;
      /** Per value; empty where nothing was cross-validated. */
      readonly heldOut: readonly HeldOutTexts[];
      readonly problems: readonly RewardProblem[];
    }
  | { readonly ok: false; readonly problems: readonly RewardProblem[] };

/** Fewest texts of each judgement that a value needs. */
const FEWEST_OF_A_KIND = 10;
const TEXT_COST = 0.1;
const TELL_EVERY_TEXTS = 500;

/**
 * Trains one classifier per value and judges it by repeated stratified 5-fold cross-validation. Features are computed once and
 * shared by all values and folds. A value with fewer than 10 texts of either judgement is left out and named.
 */
export function trainRewards(
  set: TrainingSet,
  options: TrainOptions = {},
  onProgress: (progress: TrainProgress) => void = () => undefined,
): TrainOutcome {
  const { seed = 1, source = "" } = options;
  const problems = set.values.filter((v) => !isEnough(v)).map(tooFew);
  const values = set.values.filter(isEnough);
  if (values.length === 0)
    return {
      ok: false,
      problems: problems.length > 0 ? problems : [{ code: "no-labels", severity: "error" }],
    };
  const features = featureRows(set.texts, (done) => {
    if (done % TELL_EVERY_TEXTS === 0)
      onProgress({ stage: "reading", value: "", share: (TEXT_COST * done) / set.texts.length });
  });
  const repeatsOf = ({ rows }: LabelledValue) => options.repeats ?? usualRepeats(rows.length);
  const costs = values.map((v) => v.rows.length * (1 + repeatsOf(v) * (FOLDS - 1)));
  const all = costs.reduce((sum, cost) => sum + cost, 0);
  let done = 0;
  const tell = (stage: TrainProgress["stage"], value: string, more: number) =>
    onProgress({ stage, value, share: TEXT_COST + ((1 - TEXT_COST) * (done + more)) / all });
  const heldOut: HeldOutTexts[] = [];
  const classifiers = values.map((labelled, i): ValueClassifier => {
    const { value, rows, follows } = labelled;
    const { part, columns } = selectRows(features, rows);
    const examples: Examples = { features: part, rows: Int32Array.from(rows.keys()), follows };
    const repeats = repeatsOf(labelled);
    const validating = costs[i] - rows.length;
    const judged =
      repeats > 0
        ? crossValidate(examples, {
            seed,
            repeats,
            onFit: (share) => tell("validating", value, share * validating),
          })
        : null;
    const texts = Array.from(rows, (row) => set.texts[row]);
    if (judged) heldOut.push({ value, texts, follows, chances: judged.outOfFold });
    tell("fitting", value, validating);
    const { weights } = fitLogistic(examples);
    done += costs[i];
    const wordWeights = keptWeights(
      weights,
      columns.map((column) => features.buckets[column]),
    );
    const positives = follows.reduce((sum, x) => sum + x, 0);
    return {
      value,
      intercept: weights[part.columns],
      ...wordWeights,
      follows: positives,
      violates: rows.length - positives,
      telling: tellingWords(wordWeights, texts),
      quality: judged?.quality ?? null,
    };
  });
  onProgress({ stage: "fitting", value: "", share: 1 });
  return { ok: true, model: { source, seed, classifiers }, heldOut, problems };
}

function usualRepeats(texts: number): number {
  return texts <= 1000 ? 10 : texts <= 10_000 ? 3 : 1;
}

function isEnough({ follows }: LabelledValue): boolean {
  const positives = follows.reduce((sum, x) => sum + x, 0);
  return Math.min(positives, follows.length - positives) >= FEWEST_OF_A_KIND;
}

function tooFew({ value, follows }: LabelledValue): RewardProblem {
  const positives = follows.reduce((sum, x) => sum + x, 0);
  return {
    code: "too-few-of-a-kind",
    severity: "warning",
    value,
    follows: positives,
    violates: follows.length - positives,
    expected: FEWEST_OF_A_KIND,
  };
}

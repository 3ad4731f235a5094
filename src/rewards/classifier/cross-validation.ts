import { type Random, seededRandom } from "../../core/numerics/random.ts";
import { type FitOptions, fitLogistic } from "./fit-logistic.ts";
import { chance, type Examples } from "./logistic.ts";
import { type Quality, qualityOf } from "./quality.ts";
import { rowDot } from "./sparse-rows.ts";

/** Settings of `crossValidate`. */
export interface CrossValidationOptions extends Pick<FitOptions, "shrink" | "tolerance"> {
  /** Parts the texts are dealt into. Default 5. */
  readonly folds?: number;
  /** Times they are dealt anew. Default 10. */
  readonly repeats?: number;
  /** Default 1. */
  readonly seed?: number;
  /** Told after each fit the share of all fits that is done. */
  readonly onFit?: (share: number) => void;
}

/** How well unseen texts are judged, and each text's chance by classifiers that did not see it, as a mean over repeats. */
export interface CrossValidation {
  readonly quality: Quality;
  readonly outOfFold: Float64Array;
}

/** Parts of a cross-validation. */
export const FOLDS = 5;

/** Deals examples into folds, each with nearly the same share of those that follow the value. Returns each example's fold. */
export function stratifiedFolds(follows: Uint8Array, folds: number, random: Random): Uint8Array {
  const foldOf = new Uint8Array(follows.length);
  let dealt = 0;
  for (const kind of [1, 0]) {
    const members = Array.from(follows.keys()).filter((i) => follows[i] === kind);
    for (let i = members.length - 1; i > 0; i--) {
      const j = Math.floor(random.uniform() * (i + 1));
      [members[i], members[j]] = [members[j], members[i]];
    }
    for (const i of members) foldOf[i] = dealt++ % folds;
  }
  return foldOf;
}

/**
 * Repeated stratified k-fold cross-validation: every text is judged by a classifier fitted to the other folds. The features of a
 * text depend on that text alone, so nothing of a fold reaches the fit. The same seed deals the same folds.
 * Errors: throws `invalid folds: …` where a class has fewer texts than there are folds.
 */
export function crossValidate(
  examples: Examples,
  options: CrossValidationOptions = {},
): CrossValidation {
  const { folds = FOLDS, repeats = 10, seed = 1, onFit, ...fitOptions } = options;
  const { features, rows, follows } = examples;
  const positives = follows.reduce((sum, x) => sum + x, 0);
  if (Math.min(positives, follows.length - positives) < folds)
    throw new Error(`invalid folds: ${folds} of ${positives} and ${follows.length - positives}`);
  const random = seededRandom(seed);
  const predicted: Float64Array[] = [];
  for (let repeat = 0; repeat < repeats; repeat++) {
    const foldOf = stratifiedFolds(follows, folds, random);
    const chances = new Float64Array(rows.length);
    for (let fold = 0; fold < folds; fold++) {
      const isOutside = (_: number, k: number) => foldOf[k] !== fold;
      const { weights } = fitLogistic(
        { features, rows: rows.filter(isOutside), follows: follows.filter(isOutside) },
        fitOptions,
      );
      for (let k = 0; k < rows.length; k++)
        if (foldOf[k] === fold)
          chances[k] = chance(rowDot(features, rows[k], weights) + weights[features.columns]);
      onFit?.((repeat * folds + fold + 1) / (repeats * folds));
    }
    predicted.push(chances);
  }
  const outOfFold = new Float64Array(rows.length);
  for (const chances of predicted)
    for (let k = 0; k < rows.length; k++) outOfFold[k] += chances[k] / repeats;
  return { quality: qualityOf(predicted, follows, folds), outOfFold };
}

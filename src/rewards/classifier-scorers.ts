import { modelScorer, type RewardModel } from "./reward-model.ts";
import type { TextScorer } from "./text-scorer.ts";

/** One scorer per classifier of a model; texts that are scored by several of them one after the other are read once. */
export function classifierScorers(model: RewardModel): TextScorer[] {
  const scoreAll = modelScorer(model);
  let last: readonly string[] | null = null;
  let rows: readonly Float64Array[] = [];
  const scored = (texts: readonly string[]) => {
    if (texts !== last) rows = texts.map(scoreAll);
    last = texts;
    return rows;
  };
  return model.classifiers.map(({ value }, v) => ({
    kind: "classifier",
    name: value,
    lowerIsBetter: false,
    score: (texts) => Float64Array.from(scored(texts), (row) => row[v]),
  }));
}

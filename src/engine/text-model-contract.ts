import type { PackedTexts } from "../core/rows/packed-texts.ts";
import type { RewardProblem } from "../rewards/reward-problem.ts";
import type { ScoredTexts } from "./contract.ts";

/** Where a model of the user's lies: in a folder that was picked, or below an address that was typed. */
export type ModelPlace =
  | { readonly kind: "folder"; readonly files: readonly File[] }
  | { readonly kind: "address"; readonly address: string };

/** How far the scoring by a model is; shares in [0, 1]. */
export interface ModelProgress {
  readonly stage: "loading" | "scoring";
  readonly share: number;
}

/** The labels that a model gives, in their order, or why it is of no use. */
export type ModelLabels =
  | { readonly ok: true; readonly labels: readonly string[] }
  | { readonly ok: false; readonly problem: RewardProblem };

/** Scores by those that were asked for, or why there are none. */
export type ModelScores =
  | { readonly ok: true; readonly columns: readonly ScoredTexts[] }
  | { readonly ok: false; readonly problem: RewardProblem };

/** The worker that runs a text-classification model of the user's. */
export interface TextModelApi {
  /** Reads which labels the model at a place gives. */
  labels(place: ModelPlace): Promise<ModelLabels>;
  /** Scores packed texts by the chance of each of these labels. */
  score(
    place: ModelPlace,
    labels: readonly string[],
    texts: PackedTexts,
    onProgress: (progress: ModelProgress) => void,
  ): Promise<ModelScores>;
}

import type { Death } from "../../core/timing/worker-death.ts";
import type { ModelLabels, ModelPlace } from "../../engine/text-model-contract.ts";
import type { MeasureName } from "../../rewards/measures/measures.ts";
import type { RewardModel } from "../../rewards/reward-model.ts";
import type { RewardProblem } from "../../rewards/reward-problem.ts";

/** The lexical measures in the order they are offered. */
export const MEASURE_NAMES: readonly MeasureName[] = [
  "diversity",
  "positiveness",
  "coarse-language",
  "reading-ease",
  "length",
];

/** What the texts of a file are to be scored by. */
export interface ScoringRequest {
  /** The column whose texts are scored. */
  readonly column: string;
  /** Measures, each with what its column is called. */
  readonly measures: readonly { readonly measure: MeasureName; readonly label: string }[];
  /** Classifiers of values, all of which score; null for none. */
  readonly model: RewardModel | null;
  /** A model of the user's, and those of its labels whose chances are wanted; null for none. */
  readonly textModel: { readonly place: ModelPlace; readonly labels: readonly string[] } | null;
}

/** Labels of a model, or why it is of no use; null where it was not read to the end. */
export type ModelLook = ModelLabels | null;

/** Where the scoring of texts stands. */
export type ScoringState =
  | { readonly phase: "idle" }
  /** `share` in [0, 1] of the texts, or of a model that is being loaded first. */
  | { readonly phase: "running"; readonly stage: "scoring" | "loading"; readonly share: number }
  | { readonly phase: "refused"; readonly problem: RewardProblem }
  | { readonly phase: "crashed"; readonly why: Death };

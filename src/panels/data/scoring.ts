import type { MeasureName } from "../../rewards/measures/measures.ts";
import type { RewardModel } from "../../rewards/reward-model.ts";

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
}

/** Where the scoring of texts stands. */
export type ScoringState =
  | { readonly phase: "idle" }
  /** `share` of the texts in [0, 1]. */
  | { readonly phase: "running"; readonly share: number }
  | { readonly phase: "crashed" };

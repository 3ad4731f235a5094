/** What can be wrong with labelled texts, a file of classifiers, or a model of the user's. The catalogue has a sentence for each. */
type RewardProblemCode =
  | "no-labels"
  | "no-labelled-columns"
  | "too-few-of-a-kind"
  | "not-a-classifier"
  | "newer-classifier"
  | "model-unreachable"
  | "model-not-found"
  | "not-a-text-model"
  | "model-failed"
  | "no-model-engine";

/** A problem as data: what it concerns and how much of it. */
export interface RewardProblem {
  readonly code: RewardProblemCode;
  /** "error" stops the work; "warning" does not. */
  readonly severity: "error" | "warning";
  readonly value?: string;
  /** Texts that follow and that violate the value, and how many of each are needed. */
  readonly follows?: number;
  readonly violates?: number;
  readonly expected?: number;
  /** Which of text, value and judgement no column is called by. */
  readonly missing?: readonly string[];
  /** Where in a file it lies, which file is missing, or what was said. */
  readonly detail?: string;
}

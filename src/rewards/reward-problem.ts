/** What can be wrong with labelled texts or a file of classifiers. The catalogue has a sentence for each. */
export type RewardProblemCode =
  | "no-labels"
  | "no-labelled-columns"
  | "too-few-of-a-kind"
  | "not-a-classifier"
  | "newer-classifier";

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
  /** Where in a file it lies. */
  readonly detail?: string;
}

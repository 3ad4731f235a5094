/** What gave the texts of a table their numbers. */
export type ScorerKind = "measure" | "classifier" | "model";

/** A column of numbers computed from texts. */
export interface ScoreColumn {
  /** What it is called, where no column of the file has that name. */
  readonly name: string;
  readonly kind: ScorerKind;
  readonly lowerIsBetter: boolean;
  /** One per row; NaN where the text could not be scored. */
  readonly scores: Float64Array;
}

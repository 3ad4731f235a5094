/** Anything that gives a text a number: a lexical measure, a trained classifier, a language model. */
export interface TextScorer {
  readonly kind: "measure" | "classifier" | "model";
  /** Its name, unique among scorers of its kind: a measure's, the value of a classifier, the label of a model. */
  readonly name: string;
  readonly lowerIsBetter: boolean;
  /** One number per text, in their order; NaN for a text that cannot be scored. */
  score(texts: readonly string[]): Float64Array | Promise<Float64Array>;
}

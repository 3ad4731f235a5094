declare module "vader-sentiment" {
  export const SentimentIntensityAnalyzer: {
    /** Shares of negative, neutral and positive words, and the compound score from −1 to 1. */
    polarity_scores(text: string): Record<"neg" | "neu" | "pos" | "compound", number>;
  };
}

import { SentimentIntensityAnalyzer } from "vader-sentiment";

/** How positive English words are, from −1 to 1: the compound score of VADER (Hutto & Gilbert 2014), a lexicon with rules. */
export function positiveness(text: string): number {
  return SentimentIntensityAnalyzer.polarity_scores(text).compound;
}

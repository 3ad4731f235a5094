import type { TextScorer } from "../text-scorer.ts";
import { wordsOf } from "../words.ts";

/** The lexical measures. They count words and marks; none of them understands a text. */
export type MeasureName =
  | "diversity"
  | "positiveness"
  | "coarse-language"
  | "reading-ease"
  | "length";

type Measure = (text: string) => number;

/** Word lists are large, so each measure is loaded when it is asked for. */
const LOADERS: Readonly<Record<MeasureName, () => Promise<Measure>>> = {
  diversity: async () => (await import("./diversity.ts")).diversity,
  positiveness: async () => (await import("./positiveness.ts")).positiveness,
  "coarse-language": async () => (await import("./coarse-language.ts")).coarseLanguage,
  "reading-ease": async () => (await import("./reading-ease.ts")).readingEase,
  length: async () => (text) => wordsOf(text).length,
};

/** A measure as a scorer of texts. */
export async function measureScorer(name: MeasureName): Promise<TextScorer> {
  const measure = await LOADERS[name]();
  return {
    kind: "measure",
    name,
    lowerIsBetter: name === "coarse-language",
    score: (texts) => Float64Array.from(texts, measure),
  };
}

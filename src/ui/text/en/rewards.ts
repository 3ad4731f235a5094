/** What a problem of labelled texts, classifiers or models concerns. */
export interface RewardFound {
  readonly value?: string;
  readonly follows?: number;
  readonly violates?: number;
  readonly expected?: number;
  readonly detail?: string;
}

/** Classifiers trained on labelled texts, and texts scored. Numbers arrive formatted. */
export const rewards = {
  stages: {
    reading: "Reading the texts…",
    validating: (value: string) => `Checking ${value} on texts held back…`,
    fitting: (value: string) => `Training ${value}…`,
  },
  layouts: {
    labelled: "Read as labelled texts: a text, the value it is about, and how it was judged.",
    "social-chemistry":
      "Read as Social Chemistry: each action as it was judged, for every moral foundation its rule of thumb touches. A bad action violates, an indifferent or good one follows.",
    mic: "Read as the Moral Integrity Corpus: each answer, for every foundation its rule of thumb touches. An answer that disagrees with the rule violates, one that agrees or is neutral follows. Rules that hardly anyone shares are left out.",
  },
  problems: {
    "no-labelled-columns": () =>
      "No labelled texts were found. Three columns are needed: text, value (what it is about, such as care) and judgement (positive, neutral or negative, or a number). Social Chemistry and the Moral Integrity Corpus are read as they come.",
    "no-labels": () =>
      "No row has a text, a value and a judgement that can be read. A judgement is positive, neutral or negative, or a number: below zero, or in the lower half of its scale, is negative.",
    "too-few-of-a-kind": ({ value, follows, violates, expected }: RewardFound) =>
      `${value} has ${follows} texts that follow it and ${violates} that violate it; at least ${expected} of each are needed, so it is left out.`,
    "not-a-classifier": ({ detail }: RewardFound) =>
      `This is not a file of classifiers as it is saved here, or it was damaged${detail ? ` (at ${detail})` : ""}. Export it again, or train anew.`,
    "newer-classifier": () =>
      "This file of classifiers was saved by a newer version. Open it there, or train anew here.",
  },
};

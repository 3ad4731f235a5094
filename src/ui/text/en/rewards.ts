/** What a problem of labelled texts, classifiers or models concerns. */
export interface RewardFound {
  readonly value?: string;
  readonly follows?: number;
  readonly violates?: number;
  readonly expected?: number;
  readonly detail?: string;
  readonly missing?: readonly string[];
}

/** What a column of labelled texts holds. */
const SOUGHT: Readonly<Record<string, string>> = {
  text: "the text",
  value: "the value it is about, such as care",
  judgement: "how it was judged",
};

const AWAY =
  "The site did not answer, or does not let other pages read it. Download the model and choose its folder instead.";

/** Why nothing came from an address. */
const UNREACHABLE: Readonly<Record<string, string>> = {
  "no-address":
    "This is no address. Type one that begins with https://, or a path on this site such as /models/tone, or choose the folder.",
  insecure:
    "A page that came encrypted may not ask for what does not. Use https://, or download the model and choose its folder.",
  offline: "There is no network just now. Choose the folder of a model on this machine.",
  redirected:
    "The site sends on to another address, which is not followed. Type that one, or download the model and choose its folder.",
};

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
    ethics:
      "Read as commonsense morality of ETHICS, where 1 is wrong: all texts are about one value, morality.",
    "moral-stories":
      "Read as Moral Stories: the moral action follows, the immoral one violates one value, morality.",
    "many-labels":
      "Read as texts with several labels each: a text counts as following what it was labelled with, and as not following the rest. That says what it is about, not how it was judged.",
  },
  problems: {
    "no-labelled-columns": ({ missing = [], detail = "" }: RewardFound) =>
      `No labelled texts were found. The columns are: ${detail}. What is missing is a column called ${missing.map((name) => `${name} (${SOUGHT[name] ?? name})`).join(", and one called ")}. Or a text with a column of 0 and 1 for each value. Social Chemistry, the Moral Integrity Corpus, ETHICS and Moral Stories are read as they come.`,
    "no-labels": () =>
      "No row has a text, a value and a judgement that can be read. A judgement is positive, neutral or negative, or a number: below zero, or in the lower half of its scale, is negative.",
    "too-few-of-a-kind": ({ value, follows, violates, expected }: RewardFound) =>
      `${value} has ${follows} texts that follow it and ${violates} that violate it; at least ${expected} of each are needed, so it is left out.`,
    "not-a-classifier": ({ detail }: RewardFound) =>
      `This is not a file of classifiers as it is saved here, or it was damaged${detail ? ` (at ${detail})` : ""}. Export it again, or train anew.`,
    "newer-classifier": () =>
      "This file of classifiers was saved by a newer version. Open it there, or train anew here.",
    "model-unreachable": ({ detail }: RewardFound) => UNREACHABLE[detail ?? ""] ?? AWAY,
    "model-not-found": ({ detail }: RewardFound) =>
      `There is no ${detail} there. Point at the folder that holds config.json, tokenizer.json and onnx/model.onnx, as text-classification models are saved for the browser.`,
    "not-a-text-model": () =>
      "Its config.json names no labels (id2label), so this is no model that classifies texts. Point at one that does.",
    "no-model-engine": () =>
      "This version in one file has no engine for models inside: it would be ten times as large. Open the page from a site for them; measures and classifiers work here too.",
    "model-failed": ({ detail }: RewardFound) =>
      `The model was found but could not be run here: ${detail}. It may be of another kind, or too large for this browser.`,
  },
};

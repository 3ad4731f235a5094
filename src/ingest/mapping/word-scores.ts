import type { TableColumn } from "../table/table.ts";

/** The number of each word of a column; null where a word means a gap. */
export type WordScores = Readonly<Record<string, number | null>>;

/** A word of a column, and in how many rows it stands. */
export interface CountedWord {
  readonly word: string;
  readonly count: number;
}

/** Columns of more different words are texts. */
const MOST_WORDS = 24;
const LONGEST_WORD = 60;
const GRADED = /grade|rating|score|marks?$|quality|verdict|judg/i;
const GAP =
  /^(n\/?a|none|null|nan|unknown|unclear|unsure|skip(ped)?|missing|error|unrated|not (rated|applicable|sure)|k\. ?a\.|keine angabe|-1|-|\?)$/;
const YES = wordsIn(
  "true yes y t wahr ja j vrai oui verdadero sí si vero verdadeiro sim waar sant sand tosi pravda prawda doğru evet да истина 是 真",
);
const NO = wordsIn(
  "false no n f falsch nein faux non falso não nee onwaar nej falskt falsk epätosi nepravda fałsz yanlış hayır нет ложь 否 假",
);
/** Words that say yes or no, or how much, but not whether that is good. */
const NEUTRAL = new Set([
  ...YES,
  ...NO,
  ..."none|very low|low|medium|moderate|high|very high|never|rarely|sometimes|often|usually|always|minor|major|critical".split(
    "|",
  ),
]);
/** Words that mean the better of two. */
const GOOD = wordsIn(
  "correct right richtig pass passed success successful " +
    "safe harmless good ok okay gut accept accepted approve approved win won better chosen preferred positive compliant complied " +
    "allowed benign clean relevant faithful factual supported grounded helpful honest polite non-toxic nontoxic unbiased " +
    "entailment like liked up thumbs_up 👍 ✓ ✔ ✅",
);
const BAD = wordsIn(
  "incorrect wrong fail failed failure unsafe harmful bad schlecht " +
    "reject rejected disapprove lose loss lost worse negative noncompliant non-compliant refused refusal disallowed blocked toxic " +
    "irrelevant unfaithful hallucinated hallucination unsupported ungrounded unhelpful dishonest rude biased contradiction " +
    "malicious dislike disliked down thumbs_down 👎 ✗ ✘ ❌",
);
const MIDDLE = wordsIn(
  "neutral tie draw partial partially partly mixed maybe borderline controversial partially_correct teilweise unentschieden ambiguous",
);
const SIDES: readonly (readonly [ReadonlySet<string>, number])[] = [
  [GOOD, 1],
  [YES, 1],
  [BAD, 0],
  [NO, 0],
  [MIDDLE, 0.5],
];
/** Scales from worst to best, or from least to most. */
const SCALES: readonly (readonly string[])[] = [
  "terrible|very bad|bad|poor|weak|below average|fair|average|acceptable|adequate|ok|decent|good|strong|very good|great|excellent|outstanding|perfect",
  "extremely poor|very poor|poor|fair|good|very good|excellent",
  "strongly disagree|disagree|somewhat disagree|slightly disagree|neutral|neither agree nor disagree|undecided|slightly agree|somewhat agree|agree|strongly agree",
  "never|rarely|sometimes|often|usually|always",
  "none|very low|low|medium|moderate|high|very high",
  "not at all|a little|slightly|somewhat|moderately|mostly|very|extremely|completely",
  "very unlikely|unlikely|neutral|likely|very likely",
  "very dissatisfied|dissatisfied|neutral|satisfied|very satisfied",
  "f|e|d-|d|d+|c-|c|c+|b-|b|b+|a-|a|a+",
  "i|p|c",
  "ungenügend|mangelhaft|ausreichend|befriedigend|gut|sehr gut",
  "sehr schlecht|schlecht|mittel|mittelmäßig|gut|sehr gut|hervorragend",
  "stimme gar nicht zu|stimme nicht zu|stimme eher nicht zu|teils teils|stimme eher zu|stimme zu|stimme voll zu",
  "negative|neutral|positive",
  "minor|moderate|major|critical",
].map((scale) => scale.split("|"));

/** The words of a column and how often each stands there, in order of appearance; null where they are texts or too many. */
export function wordsOfColumn(column: TableColumn): readonly CountedWord[] | null {
  if (column.kind !== "text") return null;
  const counts = new Map<string, number>();
  for (const text of column.texts) {
    const word = text.trim();
    if (word === "") continue;
    if (word.length > LONGEST_WORD) return null;
    counts.set(word, (counts.get(word) ?? 0) + 1);
    if (counts.size > MOST_WORDS) return null;
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (counts.size < 2) return null;
  const words = [...counts].map(([word, count]) => ({ word, count }));
  // Words that hardly come again are texts, unless all of them are known.
  const isKnown = counts.size < total && knownScores(words, column.name) !== null;
  return counts.size <= Math.max(2, total / 2) || isKnown ? words : null;
}

/** Numbers for words that are known: yes and no, pass and fail, a scale, a number with words beside it. Null where any is unknown. */
export function knownScores(words: readonly CountedWord[], name: string): WordScores | null {
  const plain = words.map(({ word }) => normal(word));
  const real = plain.filter((word) => !GAP.test(word));
  if (new Set(real).size < 2) return null;
  // Letters may be choices of a question as well as grades.
  if (real.every((word) => /^[a-z][+-]?$/.test(word)) && !GRADED.test(name) && !sidesOf(real))
    return null;
  const scores = numbersOf(real) ?? sidesOf(real) ?? scaleOf(real);
  if (!scores) return null;
  return Object.fromEntries(
    words.map(({ word }, k) => [word, GAP.test(plain[k]) ? null : (scores.get(plain[k]) ?? null)]),
  );
}

/** Numbers 1, 2, … for words that nobody knows, in order of appearance: a beginning for whoever gives them their own. */
export function proposedScores(words: readonly CountedWord[], name: string): WordScores {
  return knownScores(words, name) ?? Object.fromEntries(words.map(({ word }, k) => [word, k + 1]));
}

/** The numbers of a column by its words; NaN for gaps and for words without a number. */
export function scoredTexts(texts: readonly string[], scores: WordScores): Float64Array {
  const known = new Map(Object.entries(scores));
  return Float64Array.from(texts, (text) => known.get(text.trim()) ?? Number.NaN);
}

/** True where words judge (safe, pass, good), whatever their column is called; yes and no do not. */
export function isEvaluative(words: readonly CountedWord[]): boolean {
  return !words.every(({ word }) => {
    const plain = normal(word);
    return NEUTRAL.has(plain) || GAP.test(plain) || numberIn(plain) !== null;
  });
}

function normal(word: string): string {
  return word
    .toLowerCase()
    .replaceAll(/["'“”!*]|\.$/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

function sidesOf(words: readonly string[]): Map<string, number> | null {
  const scores = new Map<string, number>();
  for (const word of words) {
    const key = word.replaceAll(" ", "_");
    const score = SIDES.find(([side]) => side.has(key));
    if (!score) return null;
    scores.set(word, score[1]);
  }
  return scores;
}

function scaleOf(words: readonly string[]): Map<string, number> | null {
  const scale = SCALES.find((steps) => words.every((word) => steps.includes(word)));
  if (!scale) return null;
  const present = scale.filter((step) => words.includes(step));
  return new Map(present.map((step, k) => [step, k + 1]));
}

const STARS = /^[★⭐]+[☆✩]*$|^[☆✩]+$/u;

/** The one number that each word holds, stars counted; null where a word has none, or what is around it differs in kind. */
function numbersOf(words: readonly string[]): Map<string, number> | null {
  // What stands before the number, and whether a share stands behind it, is the same in all.
  const around = words.map((word) => /^[^\d★☆⭐✩]*/u.exec(word)?.[0] + String(word.endsWith("%")));
  if (new Set(around).size > 1) return null;
  const scores = new Map<string, number>();
  for (const word of words) {
    const number = STARS.test(word)
      ? [...word].filter((c) => "★⭐".includes(c)).length
      : numberIn(word);
    if (number === null) return null;
    scores.set(word, number);
  }
  return scores;
}

const NUMBER_IN =
  /^(?:\p{L}[\p{L} ]{0,24}[:=]\s*|(?:score|rating|grade|level|note|rank|stars?)\s+)?\[?\[?([+\-−]?\d+(?:[.,]\d+)?)\]?\]?(?:\s*\/\s*\d+)?\s*(?:%|(?:\s|[-–:=(])\s*[-–:=(]?\s*\p{L}[\p{L}\s,'-]*\)?)?$/iu;

/** The number of "4 - good", "Score: 4", "[[4]]", "4/5" and "4 stars"; null for a word without one, or with several. */
export function numberIn(word: string): number | null {
  const found = NUMBER_IN.exec(word.trim());
  return found ? Number(found[1].replace("−", "-").replace(",", ".")) : null;
}

function wordsIn(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

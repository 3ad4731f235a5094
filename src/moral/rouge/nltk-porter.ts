/** A suffix, what stands for it, and what the stem before it must meet; the first suffix that fits decides. */
type Rule = readonly [suffix: string, replacement: string, condition?: (stem: string) => boolean];

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ["sky", "sky"],
  ["skies", "sky"],
  ["dying", "die"],
  ["lying", "lie"],
  ["tying", "tie"],
  ["news", "news"],
  ["inning", "inning"],
  ["innings", "inning"],
  ["outing", "outing"],
  ["outings", "outing"],
  ["canning", "canning"],
  ["cannings", "canning"],
  ["howe", "howe"],
  ["proceed", "proceed"],
  ["exceed", "exceed"],
  ["succeed", "succeed"],
]);

const hasMeasure = (stem: string) => measureOf(stem) > 0;
const isLong = (stem: string) => measureOf(stem) > 1;

const PLURALS: readonly Rule[] = [
  ["sses", "ss"],
  ["ies", "i"],
  ["ss", "ss"],
  ["s", ""],
];
const SECOND: readonly Rule[] = [
  ["ational", "ate", hasMeasure],
  ["tional", "tion", hasMeasure],
  ["enci", "ence", hasMeasure],
  ["anci", "ance", hasMeasure],
  ["izer", "ize", hasMeasure],
  ["bli", "ble", hasMeasure],
  ["alli", "al", hasMeasure],
  ["entli", "ent", hasMeasure],
  ["eli", "e", hasMeasure],
  ["ousli", "ous", hasMeasure],
  ["ization", "ize", hasMeasure],
  ["ation", "ate", hasMeasure],
  ["ator", "ate", hasMeasure],
  ["alism", "al", hasMeasure],
  ["iveness", "ive", hasMeasure],
  ["fulness", "ful", hasMeasure],
  ["ousness", "ous", hasMeasure],
  ["aliti", "al", hasMeasure],
  ["iviti", "ive", hasMeasure],
  ["biliti", "ble", hasMeasure],
  ["fulli", "ful", hasMeasure],
  // The l counts as part of the stem, so that "geology" goes with "archaeology".
  ["logi", "log", (stem) => hasMeasure(`${stem}l`)],
];
const THIRD: readonly Rule[] = [
  ["icate", "ic", hasMeasure],
  ["ative", "", hasMeasure],
  ["alize", "al", hasMeasure],
  ["iciti", "ic", hasMeasure],
  ["ical", "ic", hasMeasure],
  ["ful", "", hasMeasure],
  ["ness", "", hasMeasure],
];
const FOURTH: readonly Rule[] = [
  ["al", "", isLong],
  ["ance", "", isLong],
  ["ence", "", isLong],
  ["er", "", isLong],
  ["ic", "", isLong],
  ["able", "", isLong],
  ["ible", "", isLong],
  ["ant", "", isLong],
  ["ement", "", isLong],
  ["ment", "", isLong],
  ["ent", "", isLong],
  ["ion", "", (stem) => isLong(stem) && /[st]$/.test(stem)],
  ["ou", "", isLong],
  ["ism", "", isLong],
  ["ate", "", isLong],
  ["iti", "", isLong],
  ["ous", "", isLong],
  ["ive", "", isLong],
  ["ize", "", isLong],
];

/**
 * The stem of a lower-case word: Porter's algorithm with the extensions of the Natural Language Toolkit (its default
 * mode), which the reference implementation of ROUGE uses. Words of one or two letters stay as they are.
 */
export function porterStem(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length <= 2) return word;
  let stem = withoutPlural(word);
  stem = withoutPast(stem);
  if (stem.length > 2 && stem.endsWith("y") && isConsonant(stem, stem.length - 2))
    stem = `${stem.slice(0, -1)}i`;
  stem = secondStep(stem);
  stem = applyFirst(stem, THIRD);
  stem = applyFirst(stem, FOURTH);
  return withoutEnd(stem);
}

function withoutPlural(word: string): string {
  if (word.length === 4 && word.endsWith("ies")) return word.slice(0, -1);
  return applyFirst(word, PLURALS);
}

function withoutPast(word: string): string {
  if (word.endsWith("ied")) return word.slice(0, word.length === 4 ? -1 : -2);
  if (word.endsWith("eed")) return hasMeasure(word.slice(0, -3)) ? word.slice(0, -1) : word;
  const suffix = ["ed", "ing"].find(
    (end) => word.endsWith(end) && hasVowel(word.slice(0, -end.length)),
  );
  if (!suffix) return word;
  const stem = word.slice(0, -suffix.length);
  if (/(at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (endsInDouble(stem)) return /[lsz]$/.test(stem) ? stem : stem.slice(0, -1);
  return measureOf(stem) === 1 && endsShort(stem) ? `${stem}e` : stem;
}

function secondStep(word: string): string {
  if (word.endsWith("alli") && hasMeasure(word.slice(0, -4))) return secondStep(word.slice(0, -2));
  return applyFirst(word, SECOND);
}

function withoutEnd(word: string): string {
  let stem = word;
  if (word.endsWith("e")) {
    const before = word.slice(0, -1);
    const measure = measureOf(before);
    if (measure > 1 || (measure === 1 && !endsShort(before))) stem = before;
  }
  return stem.endsWith("ll") && isLong(stem.slice(0, -1)) ? stem.slice(0, -1) : stem;
}

function applyFirst(word: string, rules: readonly Rule[]): string {
  const rule = rules.find(([suffix]) => word.endsWith(suffix));
  if (!rule) return word;
  const [suffix, replacement, condition] = rule;
  const stem = word.slice(0, word.length - suffix.length);
  return condition && !condition(stem) ? word : stem + replacement;
}

/** A letter other than a, e, i, o, u, and other than a y after a consonant. Digits count as consonants. */
function isConsonant(word: string, at: number): boolean {
  const letter = word[at];
  if (letter === "y") return at === 0 || !isConsonant(word, at - 1);
  return !"aeiou".includes(letter);
}

/** Porter's m: how many times a consonant follows a vowel. */
function measureOf(stem: string): number {
  let count = 0;
  let afterVowel = false;
  for (let i = 0; i < stem.length; i++) {
    const consonant = isConsonant(stem, i);
    if (consonant && afterVowel) count++;
    afterVowel = !consonant;
  }
  return count;
}

function hasVowel(stem: string): boolean {
  for (let i = 0; i < stem.length; i++) if (!isConsonant(stem, i)) return true;
  return false;
}

function endsInDouble(stem: string): boolean {
  const last = stem.length - 1;
  return last >= 1 && stem[last] === stem[last - 1] && isConsonant(stem, last);
}

/** Consonant, vowel, consonant other than w, x, y; or a word of two letters, vowel and consonant. */
function endsShort(stem: string): boolean {
  const last = stem.length - 1;
  if (last === 1) return !isConsonant(stem, 0) && isConsonant(stem, 1);
  return (
    last >= 2 &&
    isConsonant(stem, last - 2) &&
    !isConsonant(stem, last - 1) &&
    isConsonant(stem, last) &&
    !/[wxy]$/.test(stem)
  );
}

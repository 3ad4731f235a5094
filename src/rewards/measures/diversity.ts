const SIZES = [2, 3, 4];
/** Words that are written as one and counted as two. */
const JOINED = /\b(can)(not)\b|\b(gon|wan)(na)\b|\b(got)(ta)\b|\b(gim|lem)(me)\b/gi;
const WORD = String.raw`[\p{L}\p{N}_/+=~|^\\–—•-]`;
/** An ellipsis, dashes, a contraction and what it hangs on, a word with marks inside (3.5, U.S, a-b), or any other mark by itself. */
const TOKEN = new RegExp(
  String.raw`\.\.\.|--+|n't\b|${WORD}*?[\p{L}\p{N}_](?=n't\b)|'(?:s|m|d|ll|re|ve)\b|${WORD}+(?:[.,:](?=[\p{L}\p{N}])${WORD}+)*|[^\p{L}\p{N}_\s]`,
  "gu",
);

/** The tokens of a text in the manner of the Penn Treebank: case is kept, marks and contractions stand alone. */
export function treebankTokens(text: string): string[] {
  return text.replace(JOINED, splitJoined).match(TOKEN) ?? [];
}

/**
 * How little a text repeats itself, in [0, 1): the product over n = 2, 3, 4 of distinct n-grams / (n-grams + 1) on its tokens, as the
 * MAP paper has it. Short texts score low: 0 below four tokens.
 */
export function diversity(text: string): number {
  const numbers = new Map<string, number>();
  const tokens = treebankTokens(text).map((token) => numberOf(numbers, token));
  let product = 1;
  let grams = tokens;
  for (const size of SIZES) {
    const numbers = new Map<string, number>();
    const count = Math.max(0, tokens.length - size + 1);
    const before = grams;
    grams = Array.from({ length: count }, (_, i) =>
      numberOf(numbers, `${before[i]} ${tokens[i + size - 1]}`),
    );
    product *= numbers.size / (count + 1);
  }
  return product;
}

function splitJoined(_: string, ...parts: unknown[]): string {
  return parts
    .slice(0, 8)
    .filter((part) => typeof part === "string")
    .join(" ");
}

/** A number for each key, by first occurrence. */
function numberOf(numbers: Map<string, number>, key: string): number {
  const number = numbers.get(key) ?? numbers.size;
  numbers.set(key, number);
  return number;
}

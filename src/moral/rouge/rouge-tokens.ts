import { porterStem } from "./nltk-porter.ts";

/** A token and where it stands in the text it was taken from, in UTF-16 units, end exclusive. */
export interface TokenSpan {
  readonly token: string;
  readonly start: number;
  readonly end: number;
}

/** Tokens of up to three characters are never stemmed. */
const SHORT = 3;
const MOST_KEPT = 50_000;
const stems = new Map<string, string>();

/**
 * The tokens that ROUGE counts (method §10): lower case, every run of anything but a–z and 0–9 is a break; with `stem`,
 * Porter's stem of tokens longer than three characters.
 */
export function rougeTokens(text: string, stem: boolean): string[] {
  const tokens = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return stem ? tokens.map(stemOf) : tokens;
}

/** The same tokens with their places in the text. */
export function rougeSpans(text: string, stem: boolean): TokenSpan[] {
  const { lower, origin } = lowered(text);
  return [...lower.matchAll(/[a-z0-9]+/g)].map(({ 0: token, index }) => ({
    token: stem ? stemOf(token) : token,
    start: origin(index),
    end: origin(index + token.length - 1) + 1,
  }));
}

/** Tokens as numbers, equal where the tokens are; `known` is shared by the sequences that are compared. */
export function numbered(tokens: readonly string[], numbers: Map<string, number>): Int32Array {
  return Int32Array.from(tokens, (token) => {
    const number = numbers.get(token) ?? numbers.size;
    numbers.set(token, number);
    return number;
  });
}

/** Lower case may be longer than the text: İ becomes two characters. */
function lowered(text: string): { lower: string; origin: (at: number) => number } {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return { lower, origin: (at) => at };
  const origins: number[] = [];
  let joined = "";
  for (let i = 0; i < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(i) as number);
    const small = character.toLowerCase();
    for (let k = 0; k < small.length; k++) origins.push(i + Math.min(k, character.length - 1));
    joined += small;
    i += character.length;
  }
  return { lower: joined, origin: (at) => origins[at] };
}

function stemOf(token: string): string {
  if (token.length <= SHORT) return token;
  const remembered = stems.get(token);
  if (remembered !== undefined) return remembered;
  if (stems.size >= MOST_KEPT) stems.clear();
  const stem = porterStem(token);
  stems.set(token, stem);
  return stem;
}

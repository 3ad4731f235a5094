import { syllable } from "syllable";
import { wordsOf } from "../words.ts";

const SENTENCE_END = /[.!?…]+["'”’)\]]*(?=\s|$)|\n+/gu;
const MOST_KNOWN = 50_000;
const countByWord = new Map<string, number>();

/**
 * Flesch's reading ease of English text: 206.835 − 1.015 words per sentence − 84.6 syllables per word. About 100 is very easy, below
 * 30 hard; not limited on either side. NaN without words.
 */
export function readingEase(text: string): number {
  const words = wordsOf(text);
  if (words.length === 0) return Number.NaN;
  const sentences = text.split(SENTENCE_END).filter((part) => wordsOf(part).length > 0).length;
  let syllables = 0;
  for (const word of words) syllables += syllablesOf(word);
  return (
    206.835 - (1.015 * words.length) / Math.max(1, sentences) - (84.6 * syllables) / words.length
  );
}

function syllablesOf(word: string): number {
  let count = countByWord.get(word);
  if (count === undefined) {
    count = Math.max(1, syllable(word));
    if (countByWord.size < MOST_KNOWN) countByWord.set(word, count);
  }
  return count;
}

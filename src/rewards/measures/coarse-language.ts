import { cuss } from "cuss";
import { wordsOf } from "../words.ts";

/** The rating of words that are used as insults or obscenities more often than not. */
const SURE = 2;
const coarse = new Set(Object.keys(cuss).filter((word) => cuss[word] === SURE));
const longest = Math.max(...Array.from(coarse, (term) => term.split(" ").length));

/** Coarse words and phrases of English per 100 words, counted by a list; 0 without any. */
export function coarseLanguage(text: string): number {
  const words = wordsOf(text);
  let count = 0;
  for (let i = 0; i < words.length; i++)
    for (let length = 1; length <= longest && i + length <= words.length; length++)
      if (coarse.has(words.slice(i, i + length).join(" "))) {
        count++;
        break;
      }
  return words.length === 0 ? 0 : (100 * count) / words.length;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;

/** The words of a text in lower case: runs of letters, marks and digits, with apostrophes inside ("don't"). */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().replaceAll("’", "'").match(WORD) ?? [];
}

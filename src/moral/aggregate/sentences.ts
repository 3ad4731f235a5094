/** Words before whose full stop no sentence ends. */
const ABBREVIATION = /(?:^|[\s(])(?:mr|mrs|ms|dr|prof|st|vs|e\.g|i\.e|cf|approx|no|[A-Z])\.$/i;
const END = /[.!?…]+["'”’)\]]*(?=\s|$)|\n+/g;

/** The sentences of a text in their order, trimmed; line breaks end a sentence too. */
export function splitSentences(text: string): string[] {
  const out: string[] = [];
  let from = 0;
  const take = (to: number) => {
    const sentence = text.slice(from, to).trim();
    if (sentence) out.push(sentence);
    from = to;
  };
  for (const { index, 0: end } of text.matchAll(END)) {
    const to = index + end.length;
    if (!end.startsWith("\n") && !endsSentence(text, to)) continue;
    take(to);
  }
  take(text.length);
  return out;
}

function endsSentence(text: string, to: number): boolean {
  if (ABBREVIATION.test(text.slice(Math.max(0, to - 12), to))) return false;
  return !/^\s*\p{Ll}/u.test(text.slice(to, to + 8));
}

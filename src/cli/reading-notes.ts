import { proposal, withWords } from "../ingest/mapping/propose-mapping.ts";
import { OFF, type Reading, type ReadingPicks } from "../ingest/table/reading.ts";
import type { ReadTable } from "../ingest/table/table.ts";
import { readings as text } from "../ui/text/en/readings.ts";
import { type Checked, problem } from "./command-line.ts";

/** Guesses as the user of a command wants them: `--read long=off,pairs=turned`. */
export function parsePicks(written: string | null): Checked<ReadingPicks> {
  const picks: Record<string, string> = {};
  for (const part of written?.split(",") ?? []) {
    const [kind, pick] = part.split(/=(.*)/s);
    if (!Object.hasOwn(text.said, kind.trim()) || !pick)
      return problem(
        `--read needs guesses as in long=off, not "${part}"; there are: ${Object.keys(text.said).join(", ")}`,
      );
    picks[kind.trim()] = pick.trim();
  }
  return { ok: true, value: picks };
}

/** Every guess that was made about a file as a sentence, with how to overrule it. */
export function readingNotes(read: ReadTable, picks: ReadingPicks): string[] {
  const { mapping, readings } = proposal(read, picks);
  const worded = mapping.flatMap(({ column, words }) =>
    words
      ? [
          `${column}: ${Object.entries(words)
            .map(([w, x]) => `${w} = ${x ?? "gap"}`)
            .join(", ")}`,
        ]
      : [],
  );
  // Rows with a gap in what is asked are counted where they are left out.
  const guesses = [...read.readings, ...readings].filter(
    ({ kind, taken }) => kind !== "groups" || taken !== OFF,
  );
  return guesses.map(sentenceOf).concat(worded);
}

function sentenceOf(reading: Reading): string {
  const [other] = reading.others;
  const said = text.said[reading.kind](reading);
  return other ? `${said} Otherwise: --read "${reading.kind}=${other.pick}".` : said;
}

/** A table in which columns of words that are known as grades hold their numbers. */
export function withGrades(read: ReadTable, picks: ReadingPicks): ReadTable {
  return { ...read, table: withWords(read.table, proposal(read, picks).mapping) };
}

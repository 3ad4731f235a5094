import { type PackedTexts, textAt } from "../../core/rows/packed-texts.ts";
import type { TextScorer } from "../../rewards/text-scorer.ts";
import type { ScoredTexts } from "../contract.ts";

/** Scores packed texts by several scorers, `size` texts at a time; tells the share that is done after each batch. */
export async function scoreBatches(
  scorers: readonly TextScorer[],
  texts: PackedTexts,
  size: number,
  onProgress: (share: number) => void,
): Promise<ScoredTexts[]> {
  const count = texts.ends.length;
  const columns = scorers.map(({ kind, name, lowerIsBetter }) => ({
    kind,
    name,
    lowerIsBetter,
    scores: new Float64Array(count),
  }));
  for (let from = 0; from < count; from += size) {
    const batch = Array.from({ length: Math.min(size, count - from) }, (_, k) =>
      textAt(texts, from + k),
    );
    for (let i = 0; i < scorers.length; i++)
      columns[i].scores.set(await scorers[i].score(batch), from);
    onProgress(Math.min(1, (from + size) / count));
  }
  return columns;
}

import type { AnswerWeights } from "../../core/comparison.ts";
import { type PackedTexts, textAt } from "../../core/rows/packed-texts.ts";
import type { ReadableRows } from "../../state/session-store.ts";

/** In which order answers are listed: by how much they are lifted, or the favourite of every prompt. */
export type AnswerOrder = "lifted" | "lowered" | "prompts";

/** The weight of one row before. */
export function weightBefore({ before, after }: AnswerWeights, row: number): number {
  return before ? before[row] : 1 / after.length;
}

/** Rows to list, in their order: those whose prompt or answer holds `query`, whatever the case. */
export function listedRows(
  weights: AnswerWeights,
  readable: ReadableRows,
  order: AnswerOrder,
  query: string,
): Int32Array {
  const { prompts, responses, promptOf } = readable;
  const rows =
    order === "prompts" && promptOf
      ? favourites(weights, promptOf)
      : order === "lowered"
        ? weights.order.slice().reverse()
        : weights.order;
  const needle = query.trim().toLowerCase();
  if (!needle) return rows;
  const holds = (texts: PackedTexts, row: number) =>
    textAt(texts, row).toLowerCase().includes(needle);
  return rows.filter((row) => holds(responses, row) || (prompts !== null && holds(prompts, row)));
}

/** The answer that each prompt favours after, those first whose share of their prompt grew most. */
function favourites(weights: AnswerWeights, promptOf: Int32Array): Int32Array {
  const best = new Map<number, number>();
  promptOf.forEach((prompt, row) => {
    const bestRow = best.get(prompt);
    if (bestRow === undefined || weights.after[row] > weights.after[bestRow]) best.set(prompt, row);
  });
  const shares = promptShares(weights, promptOf);
  const gain = (row: number) => shares.after[row] - shares.before[row];
  return Int32Array.from([...best.values()].sort((a, b) => gain(b) - gain(a) || a - b));
}

/** The share that every row has of its own prompt, before and after. */
export function promptShares(
  weights: AnswerWeights,
  promptOf: Int32Array,
): { readonly before: Float64Array; readonly after: Float64Array } {
  return {
    before: sharesOf(promptOf, (row) => weightBefore(weights, row)),
    after: sharesOf(promptOf, (row) => weights.after[row]),
  };
}

function sharesOf(promptOf: Int32Array, weightOf: (row: number) => number): Float64Array {
  const sums = new Map<number, number>();
  promptOf.forEach((prompt, row) => {
    sums.set(prompt, (sums.get(prompt) ?? 0) + weightOf(row));
  });
  return Float64Array.from(promptOf, (prompt, row) => {
    const sum = sums.get(prompt) ?? 0;
    return sum > 0 ? weightOf(row) / sum : 0;
  });
}

/** Which of `count` rows of one height are seen in a window, with a few more at both ends. */
export function windowOf(
  count: number,
  height: number,
  scrolled: number,
  seen: number,
): readonly [number, number] {
  const spare = 4;
  const from = Math.max(0, Math.floor(scrolled / height) - spare);
  const to = Math.min(count, Math.ceil((scrolled + seen) / height) + spare);
  return [Math.min(from, count), to];
}

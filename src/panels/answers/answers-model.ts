import type { AnswerWeights } from "../../core/comparison.ts";
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
  const { prompts, responses } = readable;
  const rows =
    order === "prompts" && prompts
      ? favourites(weights, prompts)
      : order === "lowered"
        ? weights.order.slice().reverse()
        : weights.order;
  const wanted = query.trim().toLowerCase();
  if (!wanted) return rows;
  const holds = (row: number) =>
    responses[row].toLowerCase().includes(wanted) ||
    (prompts?.[row].toLowerCase().includes(wanted) ?? false);
  return rows.filter(holds);
}

/** The answer that each prompt favours after, those first whose share of their prompt grew most. */
function favourites(weights: AnswerWeights, prompts: readonly string[]): Int32Array {
  const best = new Map<string, number>();
  prompts.forEach((prompt, row) => {
    const known = best.get(prompt);
    if (known === undefined || weights.after[row] > weights.after[known]) best.set(prompt, row);
  });
  const shares = promptShares(weights, prompts);
  const gain = (row: number) => shares.after[row] - shares.before[row];
  return Int32Array.from([...best.values()].sort((a, b) => gain(b) - gain(a) || a - b));
}

/** The share that every row has of its own prompt, before and after. */
export function promptShares(
  weights: AnswerWeights,
  prompts: readonly string[],
): { readonly before: Float64Array; readonly after: Float64Array } {
  const sums = new Map<string, { before: number; after: number }>();
  prompts.forEach((prompt, row) => {
    const sum = sums.get(prompt) ?? { before: 0, after: 0 };
    sum.before += weightBefore(weights, row);
    sum.after += weights.after[row];
    sums.set(prompt, sum);
  });
  const shareOf = (row: number, part: "before" | "after", weight: number) => {
    const sum = sums.get(prompts[row])?.[part] ?? 0;
    return sum > 0 ? weight / sum : 0;
  };
  return {
    before: Float64Array.from(prompts, (_, row) =>
      shareOf(row, "before", weightBefore(weights, row)),
    ),
    after: Float64Array.from(prompts, (_, row) => shareOf(row, "after", weights.after[row])),
  };
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

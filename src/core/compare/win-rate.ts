import type { Samples } from "../rows/samples.ts";
import { groupByPrompt } from "../rows/tilt-weights.ts";

/**
 * Win rate of each value (method §7): the probability that an independent draw after (`weights`) beats a draw before (q),
 * ties count ½. Higher is better, costs included. Per prompt it compares within the prompt and averages over prompts.
 */
export function winRates(
  samples: Samples,
  weights: Float64Array,
  mode: "pooled" | "per-prompt" = "pooled",
): number[] {
  const { rows, columns, weights: q, prompts } = samples;
  const base = q ?? new Float64Array(rows).fill(1 / rows);
  if (mode === "pooled" || !prompts) {
    const all = Int32Array.from({ length: rows }, (_, j) => j);
    return columns.map((column) => winsWithin(column, all, base, weights));
  }
  const { order, start, mass } = groupByPrompt(prompts, q);
  return columns.map((column) => {
    let total = 0;
    for (let x = 0; x < mass.length; x++)
      if (mass[x] > 0)
        total +=
          winsWithin(column, order.subarray(start[x], start[x + 1]), base, weights) / mass[x];
    return total;
  });
}

/** Σ_{j,k} w_j q_k (1{r_j > r_k} + ½ 1{r_j = r_k}) over the rows listed. */
function winsWithin(
  column: Float64Array | Float32Array,
  rows: Int32Array,
  q: Float64Array,
  w: Float64Array,
): number {
  const sorted = rows.slice().sort((a, b) => column[a] - column[b]);
  let below = 0;
  let wins = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    let tiedBefore = 0;
    let tiedAfter = 0;
    while (to < sorted.length && column[sorted[to]] === column[sorted[from]]) {
      tiedBefore += q[sorted[to]];
      tiedAfter += w[sorted[to]];
      to++;
    }
    wins += tiedAfter * (below + tiedBefore / 2);
    below += tiedBefore;
    from = to;
  }
  return wins;
}

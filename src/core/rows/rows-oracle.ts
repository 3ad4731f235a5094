import { extremeReward } from "./extreme-reward.ts";
import { pooledCovariance, weightedMean, withinPromptCovariance } from "./moments.ts";
import type { Histograms, SupportPoint, TiltOracle, View, WeightedRow } from "./oracle.ts";
import type { Samples } from "./samples.ts";
import {
  groupByPrompt,
  type PromptGroups,
  perPromptWeights,
  pooledWeights,
  scoresInto,
  type TiltScalars,
} from "./tilt-weights.ts";

type Columns = readonly (Float64Array | Float32Array)[];

/**
 * A tilt oracle over rows in this process. Work arrays are allocated once; one call runs at a time. `range`: what histograms
 * run over, in sd units; default from the least to the greatest reward of each value.
 */
export function rowsOracle(samples: Samples, range?: Pick<TiltOracle, "min" | "max">): TiltOracle {
  const { rows, columns, weights: q } = samples;
  const work = new Float64Array(rows);
  const min = range?.min ?? Float64Array.from(columns, (c) => extremeReward(c, q, -1));
  const max = range?.max ?? Float64Array.from(columns, (c) => extremeReward(c, q, 1));
  const groups = groupsOf(samples);
  const isPerPrompt = (view?: View) => view?.mode === "per-prompt";

  /** The weights of all rows into `work`. */
  function weigh(lambda: Float64Array, view?: View): TiltScalars {
    for (const l of lambda) if (!Number.isFinite(l)) throw new Error(`invalid lambda: ${l}`);
    scoresInto(columns, lambda, work);
    return isPerPrompt(view) ? perPromptWeights(work, q, groups()) : pooledWeights(work, q);
  }

  return {
    size: columns.length,
    rows,
    min,
    max,
    async tilt(lambda, view) {
      const scalars = weigh(lambda, view);
      const mean = weightedMean(columns, work);
      const cov = isPerPrompt(view)
        ? withinPromptCovariance(columns, work, groups())
        : pooledCovariance(columns, work, mean);
      return { ...scalars, mean, cov, ...concentrationOf(work) };
    },
    async support(direction, view) {
      scoresInto(columns, direction, work);
      return isPerPrompt(view)
        ? promptSupport(columns, work, q, groups())
        : rowSupport(columns, work, q);
    },
    async distribution(lambda, bins, view) {
      weigh(lambda, view);
      return histogramsOf(columns, { min, max }, bins, q, work);
    },
    async top(lambda, k, order = "lifted", view) {
      weigh(lambda, view);
      return movedMost(work, q, k, order === "lifted" ? 1 : -1);
    },
  };
}

/** The rows by prompt, grouped when they are first asked for. */
function groupsOf({ prompts, weights }: Samples): () => PromptGroups {
  let groups: PromptGroups | null = null;
  return () => {
    if (!prompts) throw new Error("invalid view: per-prompt without prompts");
    groups ??= groupByPrompt(prompts, weights);
    return groups;
  };
}

function concentrationOf(weights: Float64Array): { ess: number; maxWeight: number } {
  let squares = 0;
  let maxWeight = 0;
  for (let j = 0; j < weights.length; j++) {
    squares += weights[j] * weights[j];
    if (weights[j] > maxWeight) maxWeight = weights[j];
  }
  return { ess: 1 / squares, maxWeight };
}

function histogramsOf(
  columns: Columns,
  { min, max }: Pick<TiltOracle, "min" | "max">,
  bins: number,
  q: Float64Array | null,
  weights: Float64Array,
): Histograms {
  const rows = weights.length;
  const before = new Float64Array(columns.length * bins);
  const after = new Float64Array(columns.length * bins);
  columns.forEach((column, i) => {
    const scale = max[i] > min[i] ? bins / (max[i] - min[i]) : 0;
    for (let j = 0; j < rows; j++) {
      const place = Math.floor((column[j] - min[i]) * scale);
      const bin = i * bins + Math.min(bins - 1, Math.max(0, place));
      before[bin] += q ? q[j] : 1 / rows;
      after[bin] += weights[j];
    }
  });
  return { bins, before, after };
}

/** The k rows of the greatest (`sign` 1) or least (−1) ratio after / before, in that order. */
function movedMost(
  weights: Float64Array,
  q: Float64Array | null,
  k: number,
  sign: 1 | -1,
): WeightedRow[] {
  const rows = weights.length;
  const best: WeightedRow[] = [];
  const rank = (row: WeightedRow) => (sign * row.after) / row.before;
  for (let j = 0; j < rows; j++) {
    const entry = { row: j, before: q ? q[j] : 1 / rows, after: weights[j] };
    if (!(entry.before > 0)) continue;
    if (best.length === k && rank(entry) <= rank(best[k - 1])) continue;
    let at = best.length;
    while (at > 0 && rank(best[at - 1]) < rank(entry)) at--;
    best.splice(at, 0, entry);
    if (best.length > k) best.pop();
  }
  return best;
}

function rowSupport(columns: Columns, scores: Float64Array, q: Float64Array | null): SupportPoint {
  let row = -1;
  for (let j = 0; j < scores.length; j++)
    if ((row < 0 || scores[j] > scores[row]) && (!q || q[j] > 0)) row = j;
  return { row, point: Float64Array.from(columns, (c) => c[row]), value: scores[row] };
}

/** The mix that takes the furthest row of every prompt. */
function promptSupport(
  columns: Columns,
  scores: Float64Array,
  q: Float64Array | null,
  groups: PromptGroups,
): SupportPoint {
  const { mass } = groups;
  const point = new Float64Array(columns.length);
  let value = 0;
  for (let x = 0; x < mass.length; x++) {
    if (!(mass[x] > 0)) continue;
    const row = furthestOf(groups, x, scores, q);
    value += mass[x] * scores[row];
    for (let i = 0; i < columns.length; i++) point[i] += mass[x] * columns[i][row];
  }
  return { row: -1, point, value };
}

/** The row of prompt x with the greatest score among those of positive weight. */
function furthestOf(
  { order, start }: PromptGroups,
  x: number,
  scores: Float64Array,
  q: Float64Array | null,
): number {
  let best = -1;
  for (let k = start[x]; k < start[x + 1]; k++) {
    const j = order[k];
    if ((best < 0 || scores[j] > scores[best]) && (!q || q[j] > 0)) best = j;
  }
  return best;
}

import { pooledCovariance, weightedMean, withinPromptCovariance } from "./moments.ts";
import type {
  Histograms,
  SupportPoint,
  TiltMoments,
  TiltOracle,
  View,
  WeightedRow,
} from "./oracle.ts";
import type { Samples } from "./samples.ts";
import {
  groupByPrompt,
  type PromptGroups,
  perPromptWeights,
  pooledWeights,
  scoresInto,
  type TiltScalars,
} from "./tilt-weights.ts";

/**
 * A tilt oracle over rows in this process. Work arrays are allocated once; one call runs at a time. `range`: what histograms
 * run over, in sd units; default from the least to the greatest reward of each value.
 */
export function memoryOracle(
  samples: Samples,
  range?: Pick<TiltOracle, "min" | "max">,
): TiltOracle {
  const { rows, columns, weights: q } = samples;
  const m = columns.length;
  const work = new Float64Array(rows);
  const min = range?.min ?? Float64Array.from(columns, (c) => extreme(c, q, -1));
  const max = range?.max ?? Float64Array.from(columns, (c) => extreme(c, q, 1));
  let cached: PromptGroups | null = null;
  const groups = () => {
    if (!samples.prompts) throw new Error("invalid view: per-prompt without prompts");
    cached ??= groupByPrompt(samples.prompts, q);
    return cached;
  };
  const isPerPrompt = (view?: View) => view?.mode === "per-prompt";

  function weigh(lambda: Float64Array, view?: View): TiltScalars {
    for (const l of lambda) if (!Number.isFinite(l)) throw new Error(`invalid lambda: ${l}`);
    scoresInto(columns, lambda, work);
    return isPerPrompt(view) ? perPromptWeights(work, q, groups()) : pooledWeights(work, q);
  }

  return {
    size: m,
    rows,
    min,
    max,
    async tilt(lambda: Float64Array, view?: View): Promise<TiltMoments> {
      const scalars = weigh(lambda, view);
      const mean = weightedMean(columns, work);
      let squares = 0;
      let maxWeight = 0;
      for (let j = 0; j < rows; j++) {
        squares += work[j] * work[j];
        if (work[j] > maxWeight) maxWeight = work[j];
      }
      return {
        ...scalars,
        mean,
        cov: isPerPrompt(view)
          ? withinPromptCovariance(columns, work, groups())
          : pooledCovariance(columns, work, mean),
        ess: 1 / squares,
        maxWeight,
      };
    },
    async support(direction: Float64Array, view?: View): Promise<SupportPoint> {
      scoresInto(columns, direction, work);
      if (isPerPrompt(view)) return promptSupport(columns, work, q, groups());
      let row = -1;
      for (let j = 0; j < rows; j++)
        if ((row < 0 || work[j] > work[row]) && (!q || q[j] > 0)) row = j;
      return { row, point: Float64Array.from(columns, (c) => c[row]), value: work[row] };
    },
    async distribution(lambda: Float64Array, bins: number, view?: View): Promise<Histograms> {
      weigh(lambda, view);
      const before = new Float64Array(m * bins);
      const after = new Float64Array(m * bins);
      for (let i = 0; i < m; i++) {
        const column = columns[i];
        const scale = max[i] > min[i] ? bins / (max[i] - min[i]) : 0;
        for (let j = 0; j < rows; j++) {
          const bin =
            i * bins + Math.min(bins - 1, Math.max(0, Math.floor((column[j] - min[i]) * scale)));
          before[bin] += q ? q[j] : 1 / rows;
          after[bin] += work[j];
        }
      }
      return { bins, before, after };
    },
    async top(lambda, k, order = "lifted", view): Promise<WeightedRow[]> {
      weigh(lambda, view);
      const found: WeightedRow[] = [];
      const sign = order === "lifted" ? 1 : -1;
      const key = (w: WeightedRow) => (sign * w.after) / w.before;
      for (let j = 0; j < rows; j++) {
        const entry = { row: j, before: q ? q[j] : 1 / rows, after: work[j] };
        if (!(entry.before > 0)) continue;
        if (found.length === k && key(entry) <= key(found[k - 1])) continue;
        let at = found.length;
        while (at > 0 && key(found[at - 1]) < key(entry)) at--;
        found.splice(at, 0, entry);
        if (found.length > k) found.pop();
      }
      return found;
    },
  };
}

function extreme(column: ArrayLike<number>, q: Float64Array | null, sign: 1 | -1): number {
  let best = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < column.length; j++)
    if (sign * column[j] > best && (!q || q[j] > 0)) best = sign * column[j];
  return sign * best;
}

function promptSupport(
  columns: readonly (Float64Array | Float32Array)[],
  scores: Float64Array,
  q: Float64Array | null,
  { order, start, mass }: PromptGroups,
): SupportPoint {
  const point = new Float64Array(columns.length);
  let value = 0;
  for (let x = 0; x < mass.length; x++) {
    if (!(mass[x] > 0)) continue;
    let best = -1;
    for (let k = start[x]; k < start[x + 1]; k++) {
      const j = order[k];
      if ((best < 0 || scores[j] > scores[best]) && (!q || q[j] > 0)) best = j;
    }
    value += mass[x] * scores[best];
    for (let i = 0; i < columns.length; i++) point[i] += mass[x] * columns[i][best];
  }
  return { row: -1, point, value };
}

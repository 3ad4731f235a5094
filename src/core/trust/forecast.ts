import { seededRandom } from "../numerics/random.ts";
import { type Checkpoint, noCheckpoint } from "../rows/checkpoint.ts";
import { weightedMean } from "../rows/moments.ts";
import { fromSd, orientedScale, type Samples } from "../rows/samples.ts";
import { groupByPrompt, scoresInto } from "../rows/tilt-weights.ts";
import { MOST_COUNTED_KL } from "../solve/tolerances.ts";

/** What decoding by the mix would reach when one of k answers is drawn with softmax(λ·r), in the user's units. */
export interface ForecastPoint {
  readonly k: number;
  readonly levels: readonly number[];
  /** Monte-Carlo standard error of each level; 0 where it is exact. */
  readonly se: readonly number[];
  /** How many draws of k answers were averaged; 0 where all pairs were. */
  readonly draws: number;
}

/** Settings of `decodingForecast`. */
export interface ForecastOptions {
  /** Default 2, 4, …, 256. */
  readonly ks?: readonly number[];
  /** Draws per k. Default 4,000. */
  readonly draws?: number;
  /** Default 1. */
  readonly seed?: number;
  /** Draw the k answers within one prompt, all of them where it has fewer, instead of from all. Default pooled. */
  readonly mode?: "pooled" | "per-prompt";
  readonly checkpoint?: Checkpoint;
}

/** Up to so many rows all pairs are summed instead of drawn. */
const EXACT_ROWS = 4096;
/** Share that prompts of k answers have of those with a choice, by base weight, below which a k is left out. */
const LEAST_SHARE = 0.5;
/** Draws between one checkpoint and the next. */
const DRAWS_A_PAUSE = 256;

/**
 * The fewest answers that could do: any rule that picks one of k spends at most ln k − (k − 1)/k nats (method §8), so the least k
 * for which that is at least the KL, about e^(KL + 1). Necessary, and far from sufficient. +∞ beyond 30 nats.
 */
export function fewestDraws(kl: number): number {
  if (!(kl <= MOST_COUNTED_KL)) return Number.POSITIVE_INFINITY;
  let k = Math.max(1, Math.floor(Math.exp(kl + 1)) - 3);
  while (Math.log(k) - (k - 1) / k < kl) k++;
  return k;
}

/**
 * Decoding forecast (method §8): k rows are drawn from q, their softmax weights under λ·r averaged. Pooled draws count the spread
 * between prompts as choice and are optimistic. Per prompt the rows of a prompt are drawn without repetition; one that has fewer
 * than k gives all of them, so that every k is of the same prompts. A k is left out where less than half of the prompts that have a
 * choice at all have so many, by base weight. λ in sd units.
 */
export async function decodingForecast(
  samples: Samples,
  lambda: Float64Array,
  options: ForecastOptions = {},
): Promise<ForecastPoint[]> {
  const {
    ks = [2, 4, 8, 16, 32, 64, 128, 256],
    draws = 4000,
    seed = 1,
    checkpoint = noCheckpoint,
  } = options;
  const random = seededRandom(seed);
  const scores = new Float64Array(samples.rows);
  scoresInto(samples.columns, lambda, scores);
  const drawer =
    options.mode === "per-prompt" && samples.prompts
      ? withinPrompts(samples, random)
      : fromAll(samples, random);
  const isExact = (k: number) =>
    k === 2 && options.mode !== "per-prompt" && samples.rows <= EXACT_ROWS;
  const out: ForecastPoint[] = [];
  for (const [at, k] of ks.entries()) {
    if (!drawer.canDraw(k)) continue;
    out.push(
      isExact(k)
        ? exactPair(samples, scores)
        : await simulated(samples, scores, drawer, { k, draws }, (share) =>
            checkpoint((at + share) / ks.length),
          ),
    );
  }
  return out;
}

/** The mean level of `draws` picks of one of k answers, and its standard error. */
async function simulated(
  { columns, values, weights }: Samples,
  scores: Float64Array,
  drawer: Drawer,
  { k, draws }: { readonly k: number; readonly draws: number },
  checkpoint: Checkpoint,
): Promise<ForecastPoint> {
  const m = columns.length;
  const rows = new Int32Array(k);
  const level = new Float64Array(m);
  const sum = new Float64Array(m);
  const squares = new Float64Array(m);
  for (let d = 0; d < draws; d++) {
    if (d % DRAWS_A_PAUSE === 0) await checkpoint(d / draws);
    const { count, isAll } = drawer.into(rows, k);
    pickedLevel(columns, scores, rows.subarray(0, count), isAll ? weights : null, level);
    for (let i = 0; i < m; i++) {
      sum[i] += level[i];
      squares[i] += level[i] * level[i];
    }
  }
  const means = sum.map((s) => s / draws);
  return {
    k,
    levels: values.map((v, i) => fromSd(v, means[i])),
    se: values.map((v, i) => {
      const variance = Math.max(0, squares[i] / draws - means[i] ** 2);
      return Math.sqrt(variance / draws) * Math.abs(orientedScale(v));
    }),
    draws,
  };
}

/** The mean reward of some rows under their softmax weights, times their base weights where those are given. */
function pickedLevel(
  columns: Samples["columns"],
  scores: Float64Array,
  rows: Int32Array,
  base: Float64Array | null,
  level: Float64Array,
): void {
  let top = Number.NEGATIVE_INFINITY;
  for (let t = 0; t < rows.length; t++) top = Math.max(top, scores[rows[t]]);
  let total = 0;
  level.fill(0);
  for (let t = 0; t < rows.length; t++) {
    const j = rows[t];
    const weight = Math.exp(scores[j] - top) * (base ? base[j] : 1);
    total += weight;
    for (let i = 0; i < level.length; i++) level[i] += weight * columns[i][j];
  }
  for (let i = 0; i < level.length; i++) level[i] /= total;
}

/** The exact level for two answers: Σ_ij q_i q_j softmax. */
function exactPair(samples: Samples, scores: Float64Array): ForecastPoint {
  const { rows, columns, weights, values } = samples;
  const q = (j: number) => (weights ? weights[j] : 1 / rows);
  const chosen = new Float64Array(rows);
  for (let a = 0; a < rows; a++) {
    let share = 0;
    for (let b = 0; b < rows; b++) share += q(b) / (1 + Math.exp(scores[b] - scores[a]));
    chosen[a] = 2 * q(a) * share;
  }
  const level = weightedMean(columns, chosen);
  return {
    k: 2,
    levels: values.map((v, i) => fromSd(v, level[i])),
    se: values.map(() => 0),
    draws: 0,
  };
}

interface Drawer {
  canDraw(k: number): boolean;
  /** Draws up to k rows; says how many, and whether they are all there are, whose base weights then have had no say in the draw. */
  into(picked: Int32Array, k: number): { readonly count: number; readonly isAll: boolean };
}

function fromAll(samples: Samples, random: { uniform(): number }): Drawer {
  const { rows, weights } = samples;
  const cumulative = weights && cumulate(weights);
  return {
    canDraw: () => true,
    into(picked, k) {
      for (let t = 0; t < k; t++)
        picked[t] = cumulative
          ? search(cumulative, random.uniform())
          : Math.floor(random.uniform() * rows);
      return { count: k, isAll: false };
    },
  };
}

function withinPrompts(samples: Samples, random: { uniform(): number }): Drawer {
  const { prompts, weights: q } = samples;
  const { order, start, mass } = groupByPrompt(prompts ?? new Int32Array(0), q);
  const rowsOf = Array.from(mass, (_, x) =>
    order.subarray(start[x], start[x + 1]).filter((j) => !q || q[j] > 0),
  );
  const cumulative = cumulate(mass);
  const all = cumulative[mass.length - 1];
  const weightWith = (k: number) =>
    mass.reduce((sum, mu, x) => sum + (rowsOf[x].length >= k ? mu : 0), 0);
  return {
    canDraw: (k) => weightWith(k) > 0 && weightWith(k) >= LEAST_SHARE * weightWith(2),
    into(picked, k) {
      const rows = rowsOf[search(cumulative, random.uniform() * all)].slice();
      const count = Math.min(k, rows.length);
      for (let t = 0; t < count; t++) {
        const other = q
          ? weightedPick(rows, t, q, random.uniform())
          : t + Math.floor(random.uniform() * (rows.length - t));
        [rows[t], rows[other]] = [rows[other], rows[t]];
        picked[t] = rows[t];
      }
      return { count, isAll: count === rows.length };
    },
  };
}

/** A place from `from` on, chosen by the weights of the rows there. */
function weightedPick(rows: Int32Array, from: number, q: Float64Array, u: number): number {
  let left = 0;
  for (let t = from; t < rows.length; t++) left += q[rows[t]];
  left *= u;
  for (let t = from; t < rows.length - 1; t++) {
    left -= q[rows[t]];
    if (left < 0) return t;
  }
  return rows.length - 1;
}

function cumulate(weights: Float64Array): Float64Array {
  let total = 0;
  return weights.map((w) => {
    total += w;
    return total;
  });
}

function search(cumulative: Float64Array, u: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative[middle] < u) low = middle + 1;
    else high = middle;
  }
  return low;
}

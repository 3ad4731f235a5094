import { quantileOfSorted } from "../../core/numerics/quantile.ts";
import { seededRandom } from "../../core/numerics/random.ts";

/** A mean with its 95 % interval. */
export interface MeanInterval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** How many of the figures there are. */
  readonly count: number;
}

/** Settings of `bootstrapMeans`. */
export interface MeanOptions {
  /** Resamples drawn. Default 1000, of very many rows down to 200: their intervals are narrow and hardly move. */
  readonly replicates?: number;
  /** Default 1. */
  readonly seed?: number;
  /** Number of the question of each row: rows of one question are drawn together. Default each by itself. */
  readonly questions?: readonly number[];
}

const LOW = 0.025;
const HIGH = 0.975;
const MOST = 1000;
const FEWEST = 200;
const MOST_DRAWN = 2e7;

/**
 * Means of columns of figures with 95 % percentile-bootstrap intervals. All columns see the same resamples of rows, so
 * that differences between columns are not noise of the drawing; rows of one question are one draw, since they are alike. NaN is a missing figure; a column of nothing else is NaN.
 */
export function bootstrapMeans(
  columns: readonly ArrayLike<number>[],
  { replicates, seed = 1, questions }: MeanOptions = {},
): MeanInterval[] {
  const rows = columns[0]?.length ?? 0;
  const drawnRows = rowsByDraw(rows, questions);
  const draws = replicates ?? usualReplicates(rows);
  const random = seededRandom(seed);
  const times = new Uint16Array(rows);
  const drawn = columns.map(() => new Float64Array(draws));
  for (let b = 0; b < draws; b++) {
    times.fill(0);
    for (let k = 0; k < drawnRows.length; k++)
      for (const j of drawnRows[Math.floor(random.uniform() * drawnRows.length)]) times[j]++;
    for (const [c, column] of columns.entries()) drawn[c][b] = meanOf(column, times);
  }
  const once = new Uint16Array(rows).fill(1);
  return columns.map((column, c) => {
    const mean = meanOf(column, once);
    const sorted = drawn[c].filter((x) => !Number.isNaN(x)).sort();
    const at = (p: number) => (sorted.length > 0 ? quantileOfSorted(sorted, null, p) : Number.NaN);
    let count = 0;
    for (let j = 0; j < rows; j++) if (!Number.isNaN(column[j])) count++;
    return { mean, low: at(LOW), high: at(HIGH), count };
  });
}

/** The rows that one draw takes: those of a question, or a single one. */
function rowsByDraw(rows: number, questions: readonly number[] | undefined): number[][] {
  const byQuestion = new Map<number, number[]>();
  for (let j = 0; j < rows; j++) {
    const key = questions?.[j] ?? j;
    const together = byQuestion.get(key);
    if (together) together.push(j);
    else byQuestion.set(key, [j]);
  }
  return [...byQuestion.values()];
}

function usualReplicates(rows: number): number {
  return Math.max(FEWEST, Math.min(MOST, Math.floor(MOST_DRAWN / Math.max(1, rows))));
}

function meanOf(column: ArrayLike<number>, times: Uint16Array): number {
  let sum = 0;
  let count = 0;
  for (let j = 0; j < times.length; j++) {
    if (times[j] === 0 || Number.isNaN(column[j])) continue;
    sum += times[j] * column[j];
    count += times[j];
  }
  return count > 0 ? sum / count : Number.NaN;
}

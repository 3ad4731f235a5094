import { seededRandom } from "../numerics/random.ts";
import { type Checkpoint, noCheckpoint, pausing } from "../rows/checkpoint.ts";
import type { View } from "../rows/oracle.ts";
import { rowsOracle } from "../rows/rows-oracle.ts";
import { fromSd, orientedScale, type Samples } from "../rows/samples.ts";
import { solveDual } from "../solve/dual.ts";
import { isReached } from "../solve/report.ts";

/** Levels on answers that the mix has not seen, by K-fold cross-fit (method §8). User's units. */
export interface HeldOutLevels {
  /** Mean level over the folds of each value, every fold counting by the base weight of its answers. */
  readonly levels: readonly number[];
  /** Standard error over the folds. */
  readonly se: readonly number[];
  /** Effective answers that carry the mix in a fold, on average. */
  readonly essPerFold: number;
  /** True where they are so few that a fold's level is pulled back to today's, further than the standard error says. */
  readonly isThin: boolean;
  /** Folds on whose rest the palette could be reached, of how many. */
  readonly folds: number;
  readonly of: number;
}

/** Effective answers a fold below which the levels say nothing of what the mix would reach. */
const THIN_FOLD = 20;

/** A fold's levels under the mix that was fitted without it. */
interface Fold {
  readonly mass: number;
  readonly levels: Float64Array;
  readonly ess: number;
}

/** Settings of `heldOutLevels`. */
export interface HeldOutOptions {
  /** Number of folds. Default 10. */
  readonly folds?: number;
  /** Seed of the split. Default 1. */
  readonly seed?: number;
  readonly view?: View;
  readonly checkpoint?: Checkpoint;
}

/**
 * Fits λ on all folds but one and takes its levels on that one, in turn; rows that share a prompt stay together.
 * To first order these equal the target, as in-sample levels do; what they add is their spread and the slack values. Where few
 * answers carry the mix of a fold (`isThin`) they lie closer to today's levels than the mix would.
 * Null where the palette is out of reach on the rest of every fold.
 */
export async function heldOutLevels(
  samples: Samples,
  targets: Float64Array,
  options: HeldOutOptions = {},
): Promise<HeldOutLevels | null> {
  const { folds = 10, seed = 1, view, checkpoint = noCheckpoint } = options;
  const fold = splitIntoFolds(samples, folds, seed);
  const reached: Fold[] = [];
  for (let k = 0; k < folds; k++) {
    await checkpoint(k / folds);
    const rest = part(samples, (j) => fold[j] !== k);
    const unseen = part(samples, (j) => fold[j] === k);
    if (!rest || !unseen) continue;
    const oracle = pausing(rowsOracle(rest), checkpoint, k / folds);
    const fitted = await solveDual(oracle, targets, { view });
    if (!isReached(fitted.status)) continue;
    const { mean, ess } = await rowsOracle(unseen).tilt(fitted.lambda, view);
    reached.push({ mass: massOf(samples, (j) => fold[j] === k), levels: mean, ess });
  }
  return reached.length < 2 ? null : { ...overFolds(samples, reached), of: folds };
}

/** The levels over the folds as one ratio: folds of prompts with many answers weigh as much as those answers do. */
function overFolds({ values }: Samples, reached: readonly Fold[]): Omit<HeldOutLevels, "of"> {
  const n = reached.length;
  const total = reached.reduce((s, { mass }) => s + mass, 0);
  const means = values.map((_, i) => reached.reduce((s, f) => s + f.mass * f.levels[i], 0) / total);
  // That of all folds together: one that rests on a handful of answers counts for what it is.
  const essPerFold = total ** 2 / reached.reduce((s, f) => s + f.mass ** 2 / f.ess, 0) / n;
  return {
    levels: values.map((v, i) => fromSd(v, means[i])),
    se: values.map((v, i) => {
      const squares = reached.reduce(
        (s, f) => s + ((f.mass / total) * (f.levels[i] - means[i])) ** 2,
        0,
      );
      return Math.sqrt((squares * n) / (n - 1)) * Math.abs(orientedScale(v));
    }),
    essPerFold,
    isThin: essPerFold < THIN_FOLD,
    folds: n,
  };
}

/** Base weight of some rows. */
function massOf({ rows, weights }: Samples, isIn: (row: number) => boolean): number {
  let mass = 0;
  for (let j = 0; j < rows; j++) if (isIn(j)) mass += weights ? weights[j] : 1 / rows;
  return mass;
}

/** Fold number of each row, balanced and random; one number per prompt where there are prompts. */
export function splitIntoFolds(samples: Samples, folds: number, seed: number): Int32Array {
  const { rows, prompts } = samples;
  const units = prompts ? 1 + prompts.reduce((a, b) => Math.max(a, b), 0) : rows;
  const random = seededRandom(seed);
  const order = Int32Array.from({ length: units }, (_, j) => j);
  for (let j = units - 1; j > 0; j--) {
    const k = Math.floor(random.uniform() * (j + 1));
    [order[j], order[k]] = [order[k], order[j]];
  }
  const foldOf = new Int32Array(units);
  order.forEach((unit, place) => {
    foldOf[unit] = place % folds;
  });
  return prompts ? prompts.map((x) => foldOf[x]) : foldOf;
}

/** The samples on some of the rows, in the same units; null where none is left. */
function part(samples: Samples, isIn: (row: number) => boolean): Samples | null {
  const rows: number[] = [];
  for (let j = 0; j < samples.rows; j++) if (isIn(j)) rows.push(j);
  if (rows.length === 0) return null;
  const raw = samples.weights && Float64Array.from(rows, (j) => samples.weights?.[j] ?? 0);
  const total = raw ? raw.reduce((s, x) => s + x, 0) : 1;
  if (!(total > 0)) return null;
  const numbers = new Map<number, number>();
  const dense = (x: number) => {
    const number = numbers.get(x) ?? numbers.size;
    numbers.set(x, number);
    return number;
  };
  return {
    ...samples,
    rows: rows.length,
    columns: samples.columns.map((c) => Float64Array.from(rows, (j) => c[j])),
    weights: raw && raw.map((x) => x / total),
    prompts: samples.prompts && Int32Array.from(rows, (j) => dense(samples.prompts?.[j] ?? 0)),
  };
}

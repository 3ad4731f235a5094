import {
  distinctCount,
  type QuantileCurve,
  quantileCurve,
  sortWithWeights,
  thinned,
} from "../numerics/quantile.ts";

/** One column of rewards as it arrives. */
export interface RewardColumn {
  /** The name of the value, unique within the samples. */
  readonly id: string;
  /** Raw rewards in the user's units, length N, all finite. */
  readonly rewards: Float64Array | Float32Array;
  /** True for a cost. Default false. */
  readonly lowerIsBetter?: boolean;
}

/** What is known of a value without touching its rows; mean, sd, min, max in the user's units. */
export interface ValueSummary {
  readonly id: string;
  readonly lowerIsBetter: boolean;
  /** Baseline mean E_q[r]. */
  readonly mean: number;
  /** Baseline population sd under q; 0 exactly when constant. */
  readonly sd: number;
  readonly min: number;
  readonly max: number;
  /** Baseline quantiles in the user's units (method §9), of all rewards; of more than a quarter of a million, of that many. */
  readonly curve: QuantileCurve;
  /** How many different rewards there are. */
  readonly distinct: number;
}

/** Standardised rewards: z = ±(r − mean)/sd, oriented so that higher is better. */
export interface Samples {
  readonly rows: number;
  readonly values: readonly ValueSummary[];
  /** One standardised column per value, each of length `rows`. */
  readonly columns: readonly (Float64Array | Float32Array)[];
  /** Base weights q, summing to 1; null for 1/N. */
  readonly weights: Float64Array | null;
  /** Prompt number of each row (0-based, dense), or null. */
  readonly prompts: Int32Array | null;
}

/** Settings of `buildSamples`. */
export interface SamplesOptions {
  /** Base weights ≥ 0, length N, any positive sum. Default equal. */
  readonly weights?: Float64Array | null;
  /** Prompt number of each row. Default none. */
  readonly prompts?: Int32Array | null;
  /** How standardised columns are stored; sums are always float64. Default "float64". */
  readonly storage?: "float64" | "float32";
}

/** Points of a value's curve of quantiles: what page and worker hand one another, 4 MB. */
const MOST_POINTS = 2 ** 18;

/**
 * Standardises raw columns (method §1). A constant column is standardised to 0 and keeps its value.
 * Errors: throws `invalid samples: …` for no rows, unequal lengths, repeated ids, or a reward that is not finite.
 */
export function buildSamples(
  columns: readonly RewardColumn[],
  options: SamplesOptions = {},
): Samples {
  const steps = samplesInSteps(columns, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** `buildSamples` with a moment for something else between the columns. */
export function* samplesInSteps(
  columns: readonly RewardColumn[],
  options: SamplesOptions = {},
): Generator<void, Samples> {
  const rows = columns[0]?.rewards.length ?? 0;
  if (rows === 0) throw new Error("invalid samples: no rows");
  if (new Set(columns.map((c) => c.id)).size !== columns.length)
    throw new Error("invalid samples: repeated value id");
  const weights = options.weights ? normalise(options.weights, rows) : null;
  const prompts = options.prompts ?? null;
  if (prompts && prompts.length !== rows)
    throw new Error("invalid samples: prompts of another length");
  const Storage = options.storage === "float32" ? Float32Array : Float64Array;
  const values: ValueSummary[] = [];
  const standardised: (Float64Array | Float32Array)[] = [];
  for (const column of columns) {
    const value = summarise(column, weights, rows);
    values.push(value);
    standardised.push(standardise(column, value, new Storage(rows)));
    yield;
  }
  return { rows, values, weights, prompts, columns: standardised };
}

/** Writes a column's rewards as sd above the mean, and 0 throughout where it is constant. */
function standardise<S extends Float64Array | Float32Array>(
  { rewards }: RewardColumn,
  value: ValueSummary,
  out: S,
): S {
  const { mean, sd } = value;
  const scale = orientedScale(value);
  if (sd > 0) for (let j = 0; j < out.length; j++) out[j] = (rewards[j] - mean) / scale;
  return out;
}

/** Signed length of one sd in the user's units: sd, −sd for a cost, ±1 for a constant column. */
export function orientedScale(value: ValueSummary): number {
  const scale = value.sd > 0 ? value.sd : 1;
  return value.lowerIsBetter ? -scale : scale;
}

/** λ in nats per sd of each value, from nats per unit of improvement. */
export function lambdaInSd(
  values: readonly ValueSummary[],
  lambda: readonly number[],
): Float64Array {
  return Float64Array.from(values, (v, i) => lambda[i] * Math.abs(orientedScale(v)));
}

/** A level in the user's units as sd above the baseline mean, oriented so that higher is better. */
export function toSd(value: ValueSummary, level: number): number {
  return (level - value.mean) / orientedScale(value);
}

/** Inverse of `toSd`. */
export function fromSd(value: ValueSummary, z: number): number {
  return value.mean + z * orientedScale(value);
}

function normalise(weights: Float64Array, rows: number): Float64Array {
  if (weights.length !== rows) throw new Error("invalid samples: weights of another length");
  let total = 0;
  for (const w of weights) {
    if (!(w >= 0 && w < Number.POSITIVE_INFINITY)) throw new Error(`invalid samples: weight ${w}`);
    total += w;
  }
  if (!(total > 0)) throw new Error("invalid samples: weights sum to 0");
  return weights.map((w) => w / total);
}

/** What is known of a column. Errors: as in `buildSamples`. */
function summarise(column: RewardColumn, weights: Float64Array | null, rows: number): ValueSummary {
  const { id, rewards } = column;
  if (rewards.length !== rows) throw new Error(`invalid samples: column ${id} of another length`);
  for (let j = 0; j < rows; j++)
    if (!Number.isFinite(rewards[j]))
      throw new Error(`invalid samples: column ${id}, row ${j}: ${rewards[j]}`);
  const ordered = sortWithWeights(rewards, weights);
  const min = ordered.sorted[0];
  const max = ordered.sorted[ordered.sorted.length - 1];
  const { mean, sd } = max === min ? { mean: min, sd: 0 } : meanAndSd(column, weights);
  return {
    id,
    lowerIsBetter: column.lowerIsBetter ?? false,
    mean,
    sd,
    min,
    max,
    curve: thinned(quantileCurve(ordered), MOST_POINTS),
    distinct: distinctCount(ordered.sorted),
  };
}

/** Mean, corrected once for rounding, and sd of a column that is not constant. */
function meanAndSd(
  { id, rewards }: RewardColumn,
  weights: Float64Array | null,
): { mean: number; sd: number } {
  const rows = rewards.length;
  const q = (j: number) => (weights ? weights[j] : 1 / rows);
  let mean = 0;
  for (let j = 0; j < rows; j++) mean += q(j) * rewards[j];
  let correction = 0;
  for (let j = 0; j < rows; j++) correction += q(j) * (rewards[j] - mean);
  mean += correction;
  let variance = 0;
  for (let j = 0; j < rows; j++) variance += q(j) * (rewards[j] - mean) ** 2;
  const sd = Math.sqrt(variance);
  if (!(sd > 0 && sd < Number.POSITIVE_INFINITY && Number.isFinite(mean)))
    throw new Error(
      `invalid samples: column ${id} spreads too wide or too little for double precision`,
    );
  return { mean, sd };
}

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
  /** 101 baseline quantiles 0 %, 1 %, …, 100 % in the user's units, ascending, linear interpolation. */
  readonly quantiles: Float64Array;
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

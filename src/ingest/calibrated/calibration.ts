/** Measured figures of one set of reward samples: enough to redraw a sample like it, nothing of any answer. */
export interface Calibration {
  /** How many answers were measured. */
  readonly rows: number;
  readonly values: readonly {
    readonly id: string;
    readonly mean: number;
    readonly sd: number;
    /** 101 baseline quantiles 0 %, 1 %, …, 100 %, separated by blanks. */
    readonly quantiles: string;
  }[];
  /** Pearson correlation of the normal scores of the ranks. */
  readonly normalScoreCorrelation: readonly (readonly number[])[];
}

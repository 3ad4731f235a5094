/**
 * Which rows a pass looks at and how they are averaged.
 * `pooled` (default) shares one partition function over all rows; `per-prompt` has one per prompt (method §2).
 */
export type View = { readonly mode?: "pooled" | "per-prompt" };

/** Everything one pass over the rows yields at one λ. All in sd units, m = number of values. */
export interface TiltMoments {
  /** log Σ_j q_j exp(λ·r_j), in nats. */
  readonly logZ: number;
  /** E_λ[r], length m. */
  readonly mean: Float64Array;
  /** Cov_λ[r], m × m, row-major, symmetric. */
  readonly cov: Float64Array;
  /** M(λ) = max_j λ·r_j over rows of positive weight (per-prompt: the mean over prompts of each prompt's maximum). */
  readonly max: number;
  /** 1 / Σ w_j², in rows. */
  readonly ess: number;
  /** The largest single weight, in [1/N, 1]. */
  readonly maxWeight: number;
}

/** The point of the reachable set that is furthest in a direction. */
export interface SupportPoint {
  /** Index of the row, or −1 where the point is a mix (per-prompt). */
  readonly row: number;
  /** The point's rewards in sd units, length m. */
  readonly point: Float64Array;
  /** direction · point. */
  readonly value: number;
}

/** Weighted histograms of every value, before (q) and after (w), over equal bins from min to max. */
export interface Histograms {
  /** Number of bins of each value. */
  readonly bins: number;
  /** m × bins, row-major; each value's masses sum to 1. */
  readonly before: Float64Array;
  readonly after: Float64Array;
}

/** One row and its weight before and after. */
export interface WeightedRow {
  readonly row: number;
  readonly before: number;
  readonly after: number;
}

/**
 * The only way in which the method sees the data: a few sums over rows taken at one λ, and a few look-ups.
 * Rewards and λ are in sd units, oriented so that higher is better. Implementations: rows in this process,
 * a pool of workers, a query engine.
 */
export interface TiltOracle {
  /** Number of values m. */
  readonly size: number;
  /** Number of rows N. */
  readonly rows: number;
  /** Least and greatest reward of each value in sd units, length m. */
  readonly min: Float64Array;
  readonly max: Float64Array;
  /** One pass over the data at λ (length m). Errors: throws `invalid lambda: …` when it is not finite. */
  tilt(lambda: Float64Array, view?: View): Promise<TiltMoments>;
  /** The row furthest along `direction` (length m). */
  support(direction: Float64Array, view?: View): Promise<SupportPoint>;
  /** Histograms of all values at λ. */
  distribution(lambda: Float64Array, bins: number, view?: View): Promise<Histograms>;
  /** The k rows with the largest ratio after / before (`order` "lifted", default) or the smallest ("lowered"). */
  top(
    lambda: Float64Array,
    k: number,
    order?: "lifted" | "lowered",
    view?: View,
  ): Promise<WeightedRow[]>;
}

/** Sums over some of the rows at one λ, relative to those rows' own maximum: w_j = q_j exp(λ·r_j − max), q_j = 1 where none is given. */
export interface PartialTilt {
  /** max_j λ·r_j over rows of positive weight, −∞ where there is none. */
  readonly max: number;
  /** Σ w, Σ w² and the greatest w. */
  readonly total: number;
  readonly squares: number;
  readonly greatest: number;
  /** Σ w r, length m. */
  readonly sums: Float64Array;
  /** Σ w (r − r̄)(r − r̄)ᵀ about these rows' own mean, m × m. */
  readonly products: Float64Array;
}

/** The furthest of some of the rows; `row` counts from their first, −1 where no row has weight. */
export interface PartialSupport {
  readonly row: number;
  readonly value: number;
  readonly point: Float64Array;
}

/** Bins of some of the rows: Σ q before, Σ w after, m × bins each. */
export interface PartialHistograms {
  readonly max: number;
  readonly before: Float64Array;
  readonly after: Float64Array;
}

/** A row with its base weight and its score λ·r. */
export interface ScoredRow {
  readonly row: number;
  readonly base: number;
  readonly score: number;
}

/** Equal bins of each value from `min` to `max` (length m), in sd units. */
export interface Binning {
  readonly bins: number;
  readonly min: Float64Array;
  readonly max: Float64Array;
}

/** What some of the rows can be asked; everything the pooled view of a tilt oracle needs is a sum of the answers. */
export interface RowQuestions {
  tilt(lambda: Float64Array): PartialTilt;
  support(direction: Float64Array): PartialSupport;
  distribution(lambda: Float64Array, binning: Binning): PartialHistograms;
  /** The k rows of the greatest score ("lifted") or the least. */
  top(lambda: Float64Array, k: number, order: "lifted" | "lowered"): ScoredRow[];
}

/** Rows that answer at once. */
export interface RowSums extends RowQuestions {
  readonly rows: number;
}

type Columns = readonly (Float64Array | Float32Array)[];

/** The k rows of the greatest (`sign` 1) or least (−1) score among those of positive base weight, best first. */
export function extremeRows(
  scores: Float64Array,
  q: Float64Array | null,
  k: number,
  sign: 1 | -1,
): ScoredRow[] {
  const extremes: ScoredRow[] = [];
  for (let row = 0; row < scores.length; row++) {
    const base = q ? q[row] : 1;
    if (!(base > 0)) continue;
    if (extremes.length === k && sign * scores[row] <= sign * extremes[k - 1].score) continue;
    let at = extremes.length;
    while (at > 0 && sign * extremes[at - 1].score < sign * scores[row]) at--;
    extremes.splice(at, 0, { row, base, score: scores[row] });
    if (extremes.length > k) extremes.pop();
  }
  return extremes;
}

/** Most bins: the bin of a row takes one byte. */
export const MOST_BINS = 256;

/** Remembers the bin of every row and the masses before, which depend on no λ. At most 256 bins. */
export class BinnedRows {
  private readonly bin: Uint8Array[];
  readonly before: Float64Array;

  constructor(
    columns: Columns,
    q: Float64Array | null,
    readonly binning: Binning,
    /** Where the bins of a column's rows are kept. Default an array of their own. */
    place: (i: number) => Uint8Array = () => new Uint8Array(columns[0].length),
  ) {
    const { bins, min, max } = binning;
    if (bins > MOST_BINS) throw new Error(`invalid bins: ${bins}`);
    this.before = new Float64Array(columns.length * bins);
    this.bin = columns.map((column, i) => {
      const own = place(i);
      const scale = max[i] > min[i] ? bins / (max[i] - min[i]) : 0;
      for (let j = 0; j < own.length; j++) {
        own[j] = Math.min(bins - 1, Math.max(0, Math.floor((column[j] - min[i]) * scale)));
        this.before[i * bins + own[j]] += q ? q[j] : 1;
      }
      return own;
    });
  }

  /** Σ of the weights of each bin, m × bins. */
  masses(weights: Float64Array): Float64Array {
    const { bins } = this.binning;
    const masses = new Float64Array(this.bin.length * bins);
    this.bin.forEach((own, i) => {
      const part = masses.subarray(i * bins, (i + 1) * bins);
      for (let j = 0; j < own.length; j++) part[own[j]] += weights[j];
    });
    return masses;
  }

  /** True where these bins serve that question. */
  isFor({ bins, min, max }: Binning): boolean {
    const own = this.binning;
    return (
      bins === own.bins &&
      min.every((x, i) => x === own.min[i]) &&
      max.every((x, i) => x === own.max[i])
    );
  }
}

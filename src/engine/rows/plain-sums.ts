import { pooledCovariance, weightedMean } from "../../core/rows/moments.ts";
import { pooledWeights, scoresInto } from "../../core/rows/tilt-weights.ts";
import { BinnedRows, extremeRows, type PartialTilt, type RowSums } from "./row-sums.ts";

/** The sums of some rows by the TypeScript kernel: the fallback where the compiled one cannot run. */
export function plainSums(
  columns: readonly (Float64Array | Float32Array)[],
  q: Float64Array | null,
): RowSums {
  const rows = columns[0].length;
  const work = new Float64Array(rows);
  let binned: BinnedRows | null = null;

  /** Weights that sum to 1 into `work`; returns max and Σ w relative to it. */
  function weigh(lambda: Float64Array): { max: number; total: number } {
    scoresInto(columns, lambda, work);
    if (q && !q.some((w) => w > 0)) {
      work.fill(0);
      return { max: Number.NEGATIVE_INFINITY, total: 0 };
    }
    const { max, logZ } = pooledWeights(work, q);
    return { max, total: Math.exp(logZ - max) * (q ? 1 : rows) };
  }

  return {
    rows,
    tilt(lambda): PartialTilt {
      const { max, total } = weigh(lambda);
      const mean = weightedMean(columns, work);
      let squares = 0;
      let greatest = 0;
      for (let j = 0; j < rows; j++) {
        squares += work[j] * work[j];
        if (work[j] > greatest) greatest = work[j];
      }
      return {
        max,
        total,
        squares: squares * total * total,
        greatest: greatest * total,
        sums: mean.map((x) => x * total),
        products: pooledCovariance(columns, work, mean).map((x) => x * total),
      };
    },
    support(direction) {
      scoresInto(columns, direction, work);
      let row = -1;
      for (let j = 0; j < rows; j++)
        if ((row < 0 || work[j] > work[row]) && (!q || q[j] > 0)) row = j;
      return {
        row,
        value: row < 0 ? Number.NEGATIVE_INFINITY : work[row],
        point: Float64Array.from(columns, (c) => (row < 0 ? 0 : c[row])),
      };
    },
    distribution(lambda, binning) {
      const { max, total } = weigh(lambda);
      if (!binned?.isFor(binning)) binned = new BinnedRows(columns, q, binning);
      const after = binned.masses(work).map((x) => x * total);
      return { max, before: binned.before, after };
    },
    top(lambda, k, order) {
      scoresInto(columns, lambda, work);
      return extremeRows(work, q, k, order === "lifted" ? 1 : -1);
    },
  };
}

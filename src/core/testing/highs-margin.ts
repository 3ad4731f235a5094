import loadHighs from "highs";
import type { Samples } from "../rows/samples.ts";

/** Reach by an independent solver: a dense linear program with one column per row of data. */
export interface HighsMargin {
  /** The largest t such that c + t·1 is reachable; targets in sd units, −∞ where unconstrained. */
  marginOf(targets: Float64Array): number;
  /** The greatest level of value k that the other targets leave reachable, in sd units; null where they do not. */
  maximumOf(targets: Float64Array, k: number): number | null;
  dispose(): void;
}

const NONE = Number.NEGATIVE_INFINITY;

/** Hands all rows to HiGHS once; every palette then changes only bounds. With `isPerPrompt` every prompt keeps its share. */
export async function highsMargin(samples: Samples, isPerPrompt = false): Promise<HighsMargin> {
  const highs = await loadHighs();
  const { infinity } = highs;
  const { rows, columns } = samples;
  const m = columns.length;
  const shares = sharesOf(samples, isPerPrompt);
  const matrix = matrixOf(samples, isPerPrompt);
  const numRows = m + shares.length;
  const model = highs.createModel({
    numCols: rows + 1,
    numRows,
    colCost: Float64Array.from({ length: rows + 1 }, (_, j) => (j < rows ? 0 : -1)),
    colLower: Float64Array.from({ length: rows + 1 }, (_, j) => (j < rows ? 0 : -infinity)),
    colUpper: Float64Array.from({ length: rows + 1 }, (_, j) =>
      j < rows && samples.weights?.[j] === 0 ? 0 : infinity,
    ),
    rowLower: Float64Array.from({ length: numRows }, (_, i) => (i < m ? 0 : shares[i - m])),
    rowUpper: Float64Array.from({ length: numRows }, (_, i) => (i < m ? infinity : shares[i - m])),
    matrix: { format: "csc", numRows, numCols: rows + 1, ...matrix },
  });
  model.options.set({
    output_flag: false,
    primal_feasibility_tolerance: 1e-10,
    dual_feasibility_tolerance: 1e-10,
  });
  const bind = (targets: Float64Array) =>
    targets.forEach((c, i) => {
      model.changeRowBounds(i, c === NONE ? -infinity : c, infinity);
    });
  const priceRows = (costOf: (row: number) => number) => {
    for (let j = 0; j < rows; j++) model.changeColCost(j, costOf(j));
  };
  return {
    marginOf(targets) {
      bind(targets);
      model.run();
      return -model.getObjectiveValue();
    },
    maximumOf(targets, k) {
      bind(targets.map((c, i) => (i === k ? NONE : c)));
      model.changeColBounds(rows, 0, 0);
      priceRows((j) => -columns[k][j]);
      model.run();
      const { optimal, infeasible } = highs.constants.modelStatus;
      // From the basis of the program before it may lose its way; from none it does not.
      if (![optimal, infeasible].some((status) => status === model.getModelStatus())) {
        model.clearSolver();
        model.run();
      }
      const isReached = model.getModelStatus() === optimal;
      const level = isReached ? -model.getObjectiveValue() : null;
      model.changeColBounds(rows, -infinity, infinity);
      priceRows(() => 0);
      return level;
    },
    dispose: () => model.dispose(),
  };
}

/** One column per row of data, with its rewards and its part of its share, and one for the margin. */
function matrixOf({ rows, columns, prompts }: Samples, isPerPrompt: boolean) {
  const m = columns.length;
  const starts: number[] = [];
  const indices: number[] = [];
  const values: number[] = [];
  for (let j = 0; j < rows; j++) {
    starts.push(indices.length);
    for (let i = 0; i < m; i++) {
      indices.push(i);
      values.push(columns[i][j]);
    }
    indices.push(m + (isPerPrompt ? (prompts?.[j] ?? 0) : 0));
    values.push(1);
  }
  starts.push(indices.length);
  for (let i = 0; i < m; i++) {
    indices.push(i);
    values.push(-1);
  }
  starts.push(indices.length);
  return { starts, indices, values };
}

/** What the rows of every prompt, or all of them, weigh together. */
function sharesOf({ rows, weights, prompts }: Samples, isPerPrompt: boolean): number[] {
  if (!isPerPrompt || !prompts) return [1];
  const shares = new Array<number>(1 + Math.max(...prompts)).fill(0);
  prompts.forEach((x, j) => {
    shares[x] += weights?.[j] ?? 1 / rows;
  });
  return shares;
}

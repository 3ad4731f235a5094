import loadHighs from "highs";
import type { Samples } from "../rows/samples.ts";

/** Margins by an independent solver: a dense linear program with one column per row of data. */
export interface HighsMargin {
  /** The largest t such that c + t·1 is reachable; targets in sd units, none unconstrained. */
  marginOf(targets: Float64Array): number;
  dispose(): void;
}

/** Hands all rows to HiGHS once; every palette then changes only the right-hand sides. */
export async function highsMargin(samples: Samples): Promise<HighsMargin> {
  const highs = await loadHighs();
  const { rows, columns } = samples;
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
    indices.push(m);
    values.push(1);
  }
  starts.push(indices.length);
  for (let i = 0; i < m; i++) {
    indices.push(i);
    values.push(-1);
  }
  starts.push(indices.length);
  const cost = new Float64Array(rows + 1);
  cost[rows] = -1;
  const lower = new Float64Array(rows + 1);
  lower[rows] = -highs.infinity;
  const model = highs.createModel({
    numCols: rows + 1,
    numRows: m + 1,
    colCost: cost,
    colLower: lower,
    colUpper: new Float64Array(rows + 1).fill(highs.infinity),
    rowLower: Float64Array.from({ length: m + 1 }, (_, i) => (i < m ? 0 : 1)),
    rowUpper: Float64Array.from({ length: m + 1 }, (_, i) => (i < m ? highs.infinity : 1)),
    matrix: { format: "csc", numRows: m + 1, numCols: rows + 1, starts, indices, values },
  });
  model.options.set({
    output_flag: false,
    primal_feasibility_tolerance: 1e-10,
    dual_feasibility_tolerance: 1e-10,
  });
  return {
    marginOf(targets) {
      targets.forEach((c, i) => {
        model.changeRowBounds(i, c, highs.infinity);
      });
      model.run();
      return -model.getObjectiveValue();
    },
    dispose: () => model.dispose(),
  };
}

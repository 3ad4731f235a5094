/**
 * A sparse matrix of `rows` × `columns` whose entries are equal within a row, row by row (CSR): row i has the value `scales[i]`
 * in the columns `places[starts[i]]` to `places[starts[i + 1] − 1]`, each named once, and 0 elsewhere.
 */
export interface SparseRows {
  readonly rows: number;
  readonly columns: number;
  readonly starts: Int32Array;
  readonly places: Int32Array;
  readonly scales: Float64Array;
}

/** Product of one row with a dense vector, summed in float64. */
export function rowDot(matrix: SparseRows, row: number, dense: Float64Array): number {
  const { starts, places } = matrix;
  const to = starts[row + 1];
  let sum = 0;
  for (let k = starts[row]; k < to; k++) sum += dense[places[k]];
  return sum * matrix.scales[row];
}

/** Adds `factor` times one row to a dense vector. */
export function addRow(
  matrix: SparseRows,
  row: number,
  factor: number,
  target: Float64Array,
): void {
  const { starts, places } = matrix;
  const to = starts[row + 1];
  const add = factor * matrix.scales[row];
  for (let k = starts[row]; k < to; k++) target[places[k]] += add;
}

/** Some rows of a matrix, with only the columns that they fill; `columns` names these in the whole matrix. */
export function selectRows(
  matrix: SparseRows,
  rows: Int32Array,
): { readonly part: SparseRows; readonly columns: Int32Array } {
  const { starts, places, scales } = matrix;
  const columnOf = new Int32Array(matrix.columns).fill(-1);
  const columns: number[] = [];
  const partStarts = new Int32Array(rows.length + 1);
  for (let i = 0; i < rows.length; i++)
    partStarts[i + 1] = partStarts[i] + starts[rows[i] + 1] - starts[rows[i]];
  const partPlaces = new Int32Array(partStarts[rows.length]);
  for (let i = 0; i < rows.length; i++) {
    const shift = partStarts[i] - starts[rows[i]];
    for (let k = starts[rows[i]]; k < starts[rows[i] + 1]; k++) {
      const place = places[k];
      if (columnOf[place] < 0) columnOf[place] = columns.push(place) - 1;
      partPlaces[k + shift] = columnOf[place];
    }
  }
  const part = {
    rows: rows.length,
    columns: columns.length,
    starts: partStarts,
    places: partPlaces,
    scales: Float64Array.from(rows, (row) => scales[row]),
  };
  return { part, columns: Int32Array.from(columns) };
}

import type { RawTable } from "../table/raw-table.ts";

/** Most values that a matrix is taken to have; a wider one is taken to lie the other way. */
const MOST_VALUES = 30;
/** More columns than this are no values in any reading. */
const MOST_COLUMNS = 4096;

/**
 * Lays out an unnamed matrix: n × m, or m × n where that is likelier, or prompts × answers × m. `isTurned` reads the other way
 * than is likelier; `at` gives the place of a row and column. Null where no reading gives values.
 */
export function matrixTable(
  cells: Float64Array,
  sizes: readonly number[],
  { name, isFortran, isTurned }: { name: string; isFortran: boolean; isTurned: boolean },
): RawTable | null {
  const count = sizes.reduce((product, size) => product * size, 1);
  if (count !== cells.length || !sizes.every((size) => Number.isInteger(size) && size > 0))
    return null;
  if (sizes.length === 1) return { rows: sizes[0], columns: [{ name, cells }] };
  if (sizes.length === 3 && !isFortran) return blocks(cells, sizes, name);
  if (sizes.length !== 2) return null;
  const [n, m] = sizes;
  const isWide = (m > n && m > MOST_VALUES) !== isTurned;
  const [rows, width] = isWide ? [m, n] : [n, m];
  if (width > MOST_COLUMNS) return null;
  const at = (i: number, k: number) => (isFortran ? k * n + i : i * m + k);
  const columns = Array.from({ length: width }, (_, k) => ({
    name: `${name} ${k + 1}`,
    cells: Float64Array.from({ length: rows }, (_, j) => cells[isWide ? at(k, j) : at(j, k)]),
  }));
  const isOpen = Math.max(n, m) <= MOST_VALUES || Math.min(n, m) > MOST_VALUES;
  return { rows, columns, shape: { sizes, isWide, isOpen } };
}

function blocks(cells: Float64Array, sizes: readonly number[], name: string): RawTable | null {
  const [prompts, answers, width] = sizes;
  if (width > MOST_COLUMNS) return null;
  const rows = prompts * answers;
  const columns = Array.from({ length: width }, (_, k) => ({
    name: `${name} ${k + 1}`,
    cells: Float64Array.from({ length: rows }, (_, j) => cells[j * width + k]),
  }));
  const prompt = Array.from({ length: rows }, (_, j) => `prompt ${Math.floor(j / answers) + 1}`);
  return {
    rows,
    columns: [{ name: "prompt", cells: prompt }, ...columns],
    shape: { sizes, isWide: false, isOpen: false },
  };
}

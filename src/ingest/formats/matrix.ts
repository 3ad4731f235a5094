import type { RawColumn, RawTable } from "../table/raw-table.ts";

/** Most values that a matrix is taken to have; a wider one is taken to lie the other way. */
const MOST_VALUES = 30;
/** More columns than this are no values in any reading. */
const MOST_COLUMNS = 4096;

/** Numbers in any form that arrays hold. */
type Cells = ArrayLike<number | bigint | boolean>;

/** How an unnamed matrix is read. */
export interface MatrixOptions {
  /** What its columns are called, with a number behind. */
  readonly name: string;
  readonly isFortran: boolean;
  /** Reads it the other way than is likelier. */
  readonly isTurned: boolean;
  /** Places of the rows to keep of so many, ascending; null for all. Default all. */
  readonly takes?: ((rows: number) => Int32Array | null) | null;
}

/** The table of a matrix, and of how many rows a sample was kept; null for all. */
export interface MatrixTable {
  readonly table: RawTable;
  readonly sampledFrom: number | null;
}

/**
 * Lays out an unnamed matrix: n × m, or m × n where that is likelier, or prompts × answers × m. Null where no reading gives values.
 */
export function matrixTable(
  cells: Cells,
  sizes: readonly number[],
  options: MatrixOptions,
): MatrixTable | null {
  const count = sizes.reduce((product, size) => product * size, 1);
  if (count !== cells.length || !sizes.every((size) => Number.isInteger(size) && size > 0))
    return null;
  const { name, isFortran, isTurned } = options;
  if (sizes.length === 1) return laidOut(cells, sizes[0], [name], (_, j) => j, options);
  if (sizes.length === 3 && !isFortran) return blocks(cells, sizes, options);
  if (sizes.length !== 2) return null;
  const [n, m] = sizes;
  const isWide = (m > n && m > MOST_VALUES) !== isTurned;
  const [rows, width] = isWide ? [m, n] : [n, m];
  if (width > MOST_COLUMNS) return null;
  const at = (i: number, k: number) => (isFortran ? k * n + i : i * m + k);
  const place = isWide ? (k: number, j: number) => at(k, j) : (k: number, j: number) => at(j, k);
  const read = laidOut(cells, rows, numbered(name, width), place, options);
  const isOpen = Math.max(n, m) <= MOST_VALUES || Math.min(n, m) > MOST_VALUES;
  return { ...read, table: { ...read.table, shape: { sizes, isWide, isOpen } } };
}

function numbered(name: string, width: number): string[] {
  return Array.from({ length: width }, (_, k) => `${name} ${k + 1}`);
}

/** Columns of the cells at `place` of each column and row, of those rows that are kept. */
function laidOut(
  cells: Cells,
  rows: number,
  names: readonly string[],
  place: (column: number, row: number) => number,
  { takes }: MatrixOptions,
): MatrixTable {
  const kept = takes?.(rows) ?? null;
  const length = kept?.length ?? rows;
  const columns = names.map((name, k): RawColumn => {
    const numbers = new Float64Array(length);
    for (let j = 0; j < length; j++) numbers[j] = Number(cells[place(k, kept ? kept[j] : j)]);
    return { name, cells: numbers };
  });
  return { table: { rows: length, columns }, sampledFrom: kept ? rows : null };
}

function blocks(
  cells: Cells,
  sizes: readonly number[],
  options: MatrixOptions,
): MatrixTable | null {
  const [prompts, answers, width] = sizes;
  if (width > MOST_COLUMNS) return null;
  const rows = prompts * answers;
  const names = numbered(options.name, width);
  const { table, sampledFrom } = laidOut(cells, rows, names, (k, j) => j * width + k, options);
  const kept = options.takes?.(rows) ?? null;
  const prompt = Array.from(
    { length: table.rows },
    (_, j) => `prompt ${Math.floor((kept ? kept[j] : j) / answers) + 1}`,
  );
  const columns = [{ name: "prompt", cells: prompt }, ...table.columns];
  const shape = { sizes, isWide: false, isOpen: false };
  return { table: { rows: table.rows, columns, shape }, sampledFrom };
}

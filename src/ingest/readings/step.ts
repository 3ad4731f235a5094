import type { ColumnHint } from "../table/column-hint.ts";
import type { RawColumn, RawTable } from "../table/raw-table.ts";
import type { Reading, ReadingPicks } from "../table/reading.ts";

/** Rows as a guess lays them out, what it knows of the columns, and the guess itself. */
export interface Understood {
  readonly raw: RawTable;
  readonly hints?: Readonly<Record<string, ColumnHint>>;
  readonly reading: Reading;
}

/** One way of understanding rows; null where they are not of its kind. What is left undone on request gives back its rows. */
export type Step = (raw: RawTable, picks: ReadingPicks) => Understood | null;

const LOOKED_AT = 200;

/** True for a cell that holds something. */
export function isFilled(cell: unknown): boolean {
  return cell !== null && cell !== undefined && cell !== "";
}

/** The first cells of a column that hold something; none for a column of plain numbers. */
export function filledCells({ cells }: RawColumn, most = LOOKED_AT): unknown[] {
  const filled: unknown[] = [];
  if (cells instanceof Float64Array) return filled;
  for (let j = 0; j < cells.length && filled.length < most; j++)
    if (isFilled(cells[j])) filled.push(cells[j]);
  return filled;
}

/** True where a column has cells, and all the first ones pass. */
export function holds(column: RawColumn, test: (cell: unknown) => boolean): boolean {
  const filled = filledCells(column);
  return filled.length > 0 && filled.every(test);
}

/** True for a number, or a text that is nothing else. */
export function isNumeric(cell: unknown): boolean {
  if (typeof cell === "number" || typeof cell === "bigint") return true;
  return typeof cell === "string" && cell.trim() !== "" && Number.isFinite(Number(cell));
}

/** A name that no column has yet. */
export function freeName(raw: RawTable, name: string): string {
  const taken = new Set(raw.columns.map((c) => c.name));
  if (!taken.has(name)) return name;
  for (let k = 2; ; k++) if (!taken.has(`${name} ${k}`)) return `${name} ${k}`;
}

/** The same rows with some columns replaced by others, in their place. */
export function replaced(
  raw: RawTable,
  by: ReadonlyMap<RawColumn, readonly RawColumn[]>,
): RawTable {
  return { ...raw, columns: raw.columns.flatMap((column) => by.get(column) ?? column) };
}

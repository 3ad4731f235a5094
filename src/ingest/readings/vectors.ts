import type { RawColumn, RawTable } from "../table/raw-table.ts";
import { OFF, switched } from "../table/reading.ts";
import { filledCells, holds, isNumeric, replaced, type Step } from "./step.ts";

/** A vector of more numbers is an embedding, no set of values. */
const MOST_NUMBERS = 64;

/** Lists of numbers, equally long in every row, become a column a place; a list of names beside them names the columns. */
export const vectors: Step = (raw, picks) => {
  const by = new Map<RawColumn, readonly RawColumn[]>();
  for (const column of raw.columns) {
    const size = sizeOf(column);
    if (size === null) continue;
    const names = namesFor(raw, column, size);
    by.set(
      column,
      Array.from({ length: size }, (_, k) => ({
        name: names ? `${column.name}.${names[k]}` : `${column.name} ${k + 1}`,
        cells: Array.from(column.cells, (cell) => (Array.isArray(cell) ? (cell[k] ?? null) : null)),
      })),
    );
  }
  if (by.size === 0) return null;
  const names = [...by.keys()].map(({ name }) => name);
  const reading = switched(picks, { kind: "vectors", names });
  return { raw: reading.taken === OFF ? raw : replaced(raw, by), reading };
};

function sizeOf(column: RawColumn): number | null {
  const isVector = (cell: unknown) =>
    ArrayBuffer.isView(cell) ||
    (Array.isArray(cell) &&
      cell.every((x) => x === null || typeof x === "boolean" || isNumeric(x)));
  if (!holds(column, isVector)) return null;
  const lists = filledCells(column, column.cells.length);
  const lengths = new Set(lists.map((cell) => (Array.isArray(cell) ? cell.length : 0)));
  const [size] = lengths;
  return lengths.size === 1 && size > 0 && size <= MOST_NUMBERS ? size : null;
}

/** A list of names, the same in every row or standing beside the columns, as long as the vectors. */
function namesFor(raw: RawTable, vector: RawColumn, size: number): readonly string[] | null {
  const isNames = (list: unknown): list is string[] =>
    Array.isArray(list) &&
    list.length === size &&
    list.every((name) => typeof name === "string" && name.trim() !== "") &&
    new Set(list).size === size;
  for (const column of raw.columns) {
    if (column === vector || !holds(column, isNames)) continue;
    const [first, ...others] = filledCells(column).map((cell) => JSON.stringify(cell));
    if (others.every((other) => other === first)) return JSON.parse(first);
  }
  return Object.values(raw.scalars ?? {}).find(isNames) ?? null;
}

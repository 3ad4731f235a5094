import type { ColumnHint, LayoutName } from "../table/column-hint.ts";
import { type Fields, isFields } from "../table/fields.ts";
import type { RawColumn, RawTable } from "../table/raw-table.ts";

/** Rows as a layout lays them out, and what it knows of them. */
export interface LaidOut {
  readonly raw: RawTable;
  readonly hints: ReadonlyMap<string, ColumnHint>;
}

/** A known layout. */
export interface Layout {
  readonly name: LayoutName;
  /** True where the columns, and the first row that fills them, are those of this layout. */
  fits(raw: RawTable): boolean;
  layOut(raw: RawTable): LaidOut;
}

/** True where all these columns are there. */
export function has(raw: RawTable, ...names: readonly string[]): boolean {
  return names.every((name) => raw.columns.some((c) => c.name === name));
}

/** The cells of a column, or nothing but nulls where it is absent. */
export function cellsOf(raw: RawTable, name: string): RawColumn["cells"] {
  return raw.columns.find((c) => c.name === name)?.cells ?? new Array<null>(raw.rows).fill(null);
}

/** The first cell of a column that holds something. */
export function firstOf(raw: RawTable, name: string): unknown {
  const cells = cellsOf(raw, name);
  for (let j = 0; j < cells.length; j++) {
    const cell = cells[j];
    if (cell !== null && cell !== undefined && cell !== "") return cell;
  }
  return undefined;
}

/** The same rows with hints for some columns. */
export function hinted(raw: RawTable, hints: Readonly<Record<string, ColumnHint>>): LaidOut {
  const entries = raw.columns.flatMap((c): [string, ColumnHint][] =>
    Object.hasOwn(hints, c.name) ? [[c.name, hints[c.name]]] : [],
  );
  return { raw, hints: new Map(entries) };
}

/** Rows made of records, with hints; a key that some lack is null there. */
export function fromRows(
  rows: readonly Fields[],
  hints: Readonly<Record<string, ColumnHint>>,
): LaidOut {
  const names = new Set<string>();
  for (const row of rows) for (const name of Object.keys(row)) names.add(name);
  const columns = [...names].map((name) => ({
    name,
    cells: rows.map((row) => (Object.hasOwn(row, name) ? row[name] : null)),
  }));
  return hinted({ rows: rows.length, columns }, hints);
}

/** A text, or the contents of a list of chat messages, one below the other. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join("\n");
  if (isFields(value)) return textOf(value.content ?? value.text ?? "");
  return value === null || value === undefined ? "" : String(value);
}

/** The last message of a chat, or the text itself. */
export function lastTextOf(value: unknown): string {
  return textOf(Array.isArray(value) && value.length > 0 ? value[value.length - 1] : value);
}

/** A number that may be written as text; null for anything else. */
export function numberOf(value: unknown): number | null {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value !== "string" || value.trim() === "") return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

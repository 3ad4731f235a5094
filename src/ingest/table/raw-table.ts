import { columnFromCells, LARGEST } from "./cells.ts";
import type { MatrixShape, Problem, Table, TableColumn } from "./table.ts";
import { uniqueNames } from "./unique-names.ts";

/** A column as its format gives it: numbers where the format is typed, else cells of any JSON kind. */
export interface RawColumn {
  readonly name: string;
  readonly cells: Float64Array | readonly unknown[];
}

/** Rows of a file before anyone has decided what their columns are. */
export interface RawTable {
  readonly rows: number;
  readonly columns: readonly RawColumn[];
  /** Row of the file that the first row stands in; default 1. */
  readonly firstRow?: number;
  /** Fields beside the columns, such as the name of the model that was scored. */
  readonly scalars?: Readonly<Record<string, unknown>>;
  /** How an unnamed matrix was read; absent for anything with names. */
  readonly shape?: MatrixShape;
}

/** The rows at these places, ascending. */
export function pickRows(raw: RawTable, places: Int32Array): RawTable {
  return {
    ...raw,
    rows: places.length,
    columns: raw.columns.map(({ name, cells }) => ({
      name,
      cells:
        cells instanceof Float64Array
          ? Float64Array.from(places, (j) => cells[j])
          : Array.from(places, (j) => cells[j]),
    })),
  };
}

/** Decides what each column is (see `columnFromCells`); names are made unique. */
export function tableFromRaw(raw: RawTable): { table: Table; problems: Problem[] } {
  const { names, problems } = uniqueNames(raw.columns.map((c) => c.name));
  const columns = raw.columns.map(({ cells }, i) => {
    const typed =
      cells instanceof Float64Array
        ? columnFromNumbers(names[i], cells, raw.firstRow ?? 1)
        : columnFromCells(names[i], cells, { firstRow: raw.firstRow ?? 1 });
    problems.push(...typed.problems);
    return typed.column;
  });
  const lastRow = (raw.firstRow ?? 1) + raw.rows - 1;
  return { table: { rows: raw.rows, columns, lastRow }, problems };
}

/** A column of numbers; NaN stands for a missing cell. */
function columnFromNumbers(
  name: string,
  numbers: Float64Array,
  firstRow: number,
): { column: TableColumn; problems: Problem[] } {
  let missing = 0;
  let bad = 0;
  let first = -1;
  for (let j = 0; j < numbers.length; j++) {
    const x = numbers[j];
    if (Number.isNaN(x)) missing++;
    else if (!(Math.abs(x) <= LARGEST)) {
      if (first < 0) first = j;
      bad++;
    }
  }
  if (bad === 0) return { column: { name, kind: "number", numbers, missing, bad }, problems: [] };
  const usable = numbers.map((x) => (Math.abs(x) <= LARGEST ? x : Number.NaN));
  const problem: Problem = {
    code: Number.isFinite(numbers[first]) ? "too-large-number" : "not-finite",
    severity: "warning",
    row: firstRow + first,
    column: name,
    expected: "a finite number",
    value: String(numbers[first]),
    ...(bad > 1 ? { count: bad } : {}),
  };
  return { column: { name, kind: "number", numbers: usable, missing, bad }, problems: [problem] };
}

/** Shards of one table, one below the other; columns are matched by name, and one that a shard lacks is missing there. */
export function appendTables(tables: readonly Table[]): Table {
  if (tables.length === 1) return tables[0];
  const rows = tables.reduce((sum, t) => sum + t.rows, 0);
  const names = [...new Set(tables.flatMap((t) => t.columns.map((c) => c.name)))];
  return { rows, columns: names.map((name) => appendColumns(name, tables, rows)) };
}

function appendColumns(name: string, tables: readonly Table[], rows: number): TableColumn {
  const parts = tables.map((t) => t.columns.find((c) => c.name === name));
  if (parts.some((p) => p?.kind === "text")) {
    const texts = parts.flatMap((p, k): readonly string[] => {
      if (p?.kind === "text") return p.texts;
      return p ? Array.from(p.numbers, String) : new Array<string>(tables[k].rows).fill("");
    });
    return { name, kind: "text", texts };
  }
  const numbers = new Float64Array(rows).fill(Number.NaN);
  let from = 0;
  let [missing, bad] = [0, 0];
  parts.forEach((p, k) => {
    if (p?.kind === "number") {
      numbers.set(p.numbers, from);
      missing += p.missing;
      bad += p.bad;
    } else missing += tables[k].rows;
    from += tables[k].rows;
  });
  return { name, kind: "number", numbers, missing, bad };
}

/** The rows of a table at these places, ascending. */
export function pickTable(table: Table, places: Int32Array): Table {
  const columns = table.columns.map((column): TableColumn => {
    if (column.kind === "text")
      return { ...column, texts: Array.from(places, (j) => column.texts[j]) };
    const numbers = Float64Array.from(places, (j) => column.numbers[j]);
    return { name: column.name, kind: "number", numbers, ...gapsOf(numbers, column.bad) };
  });
  return { rows: places.length, columns };
}

/** Missing and bad cells of a part of a column in whose whole `bad` cells were bad. */
function gapsOf(numbers: Float64Array, bad: number): { missing: number; bad: number } {
  let gaps = 0;
  for (const x of numbers) if (Number.isNaN(x)) gaps++;
  return { missing: gaps - Math.min(gaps, bad), bad: Math.min(gaps, bad) };
}

/** The columns of a table as cells again, for a layout to lay out. */
export function rawOf({ rows, columns }: Table): RawTable {
  return {
    rows,
    columns: columns.map((c) => ({
      name: c.name,
      cells: c.kind === "number" ? c.numbers : c.texts,
    })),
  };
}

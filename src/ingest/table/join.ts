import { pickTable } from "./raw-table.ts";
import type { Table, TableColumn } from "./table.ts";
import { uniqueNames } from "./unique-names.ts";

/**
 * Columns by which tables can be joined: in all of them, different in every row of each, while the tables differ in their other
 * columns. Empty for parts of one table, and for one table alone.
 */
export function joinKeys(tables: readonly Table[]): string[] {
  if (tables.length < 2) return [];
  const names = tables.map((t) => t.columns.map((c) => c.name));
  const isEachAnother = names.every((own, k) =>
    own.some((name) => names.every((other, i) => i === k || !other.includes(name))),
  );
  if (!isEachAnother) return [];
  return names[0].filter((name) =>
    tables.every((table) => {
      const column = table.columns.find((c) => c.name === name);
      return column !== undefined && new Set(cells(column)).size === table.rows;
    }),
  );
}

/**
 * Rows whose `key` is in every table, in the order of the first; a column that says the same as one of that name stands once, any
 * other of one name gets a number. Null where none match.
 */
export function joinTables(tables: readonly Table[], key: string): Table | null {
  const places = tables.map((table) => {
    const column = table.columns.find((c) => c.name === key);
    return new Map(column ? Array.from(cells(column), (cell, j) => [cell, j]) : []);
  });
  const shared = [...places[0].keys()].filter((cell) => places.every((at) => at.has(cell)));
  if (shared.length === 0) return null;
  const picked = tables.map((table, k) =>
    pickTable(
      table,
      Int32Array.from(shared, (cell) => places[k].get(cell) ?? 0),
    ),
  );
  return besideTables(picked);
}

/** Columns of tables of equally many rows as one table; one that says the same as an earlier one of its name stands once. */
export function besideTables(tables: readonly Table[]): Table {
  const columns: TableColumn[] = [];
  for (const table of tables)
    for (const column of table.columns)
      if (!columns.some((c) => c.name === column.name && areSame(c, column))) columns.push(column);
  const { names } = uniqueNames(columns.map((c) => c.name));
  return {
    rows: tables[0].rows,
    columns: columns.map((c, i): TableColumn => ({ ...c, name: names[i] })),
  };
}

/** True for tables of equally many rows whose columns of one name say the same in every row. */
export function areBeside(tables: readonly Table[]): boolean {
  const [first, ...others] = tables;
  const known = new Map(first.columns.map((c) => [c.name, c]));
  for (const { rows, columns } of others) {
    if (rows !== first.rows) return false;
    let own = 0;
    for (const column of columns) {
      const before = known.get(column.name);
      if (before && !areSame(before, column)) return false;
      if (!before) own++;
      known.set(column.name, column);
    }
    if (own === 0) return false;
  }
  return others.length > 0;
}

function areSame(a: TableColumn, b: TableColumn): boolean {
  const [x, y] = [cells(a), cells(b)];
  if (a.kind !== b.kind || x.length !== y.length) return false;
  for (let j = 0; j < x.length; j++) if (!Object.is(x[j], y[j])) return false;
  return true;
}

/** The share of the smallest table's keys that all tables have. */
export function sharedShare(tables: readonly Table[], key: string): number {
  const sets = tables.map((table) => {
    const column = table.columns.find((c) => c.name === key);
    return new Set(column ? Array.from(cells(column)) : []);
  });
  const [smallest, ...others] = sets.sort((a, b) => a.size - b.size);
  let shared = 0;
  for (const cell of smallest) if (others.every((set) => set.has(cell))) shared++;
  return smallest.size > 0 ? shared / smallest.size : 0;
}

function cells(column: TableColumn): ArrayLike<string | number> & Iterable<string | number> {
  return column.kind === "text" ? column.texts : column.numbers;
}

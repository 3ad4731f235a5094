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

/** Rows whose `key` is in every table, in the order of the first; columns of one name get a number. Null where none match. */
export function joinTables(tables: readonly Table[], key: string): Table | null {
  const places = tables.map((table) => {
    const column = table.columns.find((c) => c.name === key);
    return new Map(column ? Array.from(cells(column), (cell, j) => [cell, j]) : []);
  });
  const shared = [...places[0].keys()].filter((cell) => places.every((at) => at.has(cell)));
  if (shared.length === 0) return null;
  const columns = tables.flatMap((table, k) => {
    const rows = Int32Array.from(shared, (cell) => places[k].get(cell) ?? 0);
    return pickTable(table, rows).columns.filter((c) => k === 0 || c.name !== key);
  });
  const { names } = uniqueNames(columns.map((c) => c.name));
  return {
    rows: shared.length,
    columns: columns.map((c, i): TableColumn => ({ ...c, name: names[i] })),
  };
}

function cells(column: TableColumn): ArrayLike<string | number> & Iterable<string | number> {
  return column.kind === "text" ? column.texts : column.numbers;
}

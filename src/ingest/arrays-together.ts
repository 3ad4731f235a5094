import type { NamedTable } from "./files-together.ts";
import type { Table } from "./table/table.ts";

/**
 * The arrays of an npz that make one table: the largest of numbers, named by a list of texts as long as it is wide, and those of as
 * many rows. Others (a list of weights, a step) are no columns of it.
 */
export function arraysTogether(tables: readonly NamedTable[]): readonly NamedTable[] {
  const size = ({ read: { table } }: NamedTable) =>
    table.columns.some((c) => c.kind === "number") ? table.rows * table.columns.length : 0;
  const largest = [...tables].sort((a, b) => size(b) - size(a))[0];
  if (!largest || size(largest) === 0) return tables;
  const { table } = largest.read;
  const names = tables.flatMap(({ read }) => namesIn(read.table, table.columns.length))[0];
  const named = names
    ? { ...table, columns: table.columns.map((c, i) => ({ ...c, name: names[i] })) }
    : table;
  return tables.flatMap((one) => {
    if (one === largest) return { ...one, read: { ...one.read, table: named } };
    const isNames = names !== undefined && namesIn(one.read.table, names.length)[0] === names;
    return !isNames && one.read.table.rows === table.rows ? one : [];
  });
}

/** The texts of a table that is one list of them, so many and all different. */
function namesIn({ columns }: Table, count: number): readonly (readonly string[])[] {
  const [first, ...others] = columns;
  const isList = first?.kind === "text" && others.length === 0 && first.texts.length === count;
  return isList && new Set(first.texts).size === count ? [first.texts] : [];
}

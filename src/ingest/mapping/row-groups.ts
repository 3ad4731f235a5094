import type { Table } from "../table/table.ts";

/** Rows that have numbers in the same columns. */
export interface RowGroup {
  readonly columns: readonly string[];
  /** Rows in which all of these are numbers. */
  readonly rows: number;
}

const MOST_COLUMNS = 30;
const MOST_GROUPS = 5;
/** Below this share of the rows of the best group, all columns together are a bad choice. */
const GOOD_SHARE = 0.2;
/** A share of rows lost from which other choices are offered. */
const LOST_SHARE = 0.1;

/**
 * The sets of columns that rows fill together, those that keep most rows first; empty where all columns together keep nearly all
 * rows. `isForced` where all of them together keep so few rows that one group has to be taken.
 */
export function rowGroups(
  table: Table,
  values: readonly string[],
): { readonly groups: readonly RowGroup[]; readonly isForced: boolean } {
  const none = { groups: [], isForced: false };
  if (values.length < 2 || values.length > MOST_COLUMNS) return none;
  const columns = values.map((name) => {
    const column = table.columns.find((c) => c.name === name);
    return column?.kind === "number" ? column.numbers : null;
  });
  const masks = new Map<number, number>();
  let filledRows = 0;
  for (let j = 0; j < table.rows; j++) {
    let mask = 0;
    columns.forEach((numbers, k) => {
      if (!numbers || Number.isFinite(numbers[j])) mask |= 1 << k;
    });
    if (mask !== 0) filledRows++;
    masks.set(mask, (masks.get(mask) ?? 0) + 1);
  }
  const rowsWith = (mask: number) =>
    [...masks].reduce((sum, [own, rows]) => sum + ((own & mask) === mask ? rows : 0), 0);
  const all = (1 << values.length) - 1;
  const complete = rowsWith(all);
  if (filledRows - complete < LOST_SHARE * filledRows) return none;
  const groups = [...new Set([...masks.keys(), ...values.map((_, k) => 1 << k)])]
    .filter((mask) => mask !== 0 && mask !== all)
    .map((mask) => ({ mask, rows: rowsWith(mask), width: bits(mask) }))
    .filter(({ rows }) => rows > Math.max(1, complete))
    .sort((a, b) => b.rows * b.width - a.rows * a.width || b.rows - a.rows)
    .slice(0, MOST_GROUPS)
    .map(({ mask, rows }) => ({ columns: values.filter((_, k) => mask & (1 << k)), rows }));
  const isForced = groups.length > 0 && complete < Math.max(2, GOOD_SHARE * groups[0].rows);
  return { groups, isForced };
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest; rest &= rest - 1) count++;
  return count;
}

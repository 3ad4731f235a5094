import { OFF, ON, type Reading, type ReadingPicks } from "../table/reading.ts";
import type { ReadTable, TableColumn } from "../table/table.ts";

const CODES = [-1, -9, -99, -999, -9999, -99999, 99, 999, 9999, 99999];
/** A code this many times the range of the other numbers away from them is none of them. */
const FAR = 2;
/** Codes are the exception. */
const MOST_SHARE = 0.5;

interface Found {
  readonly column: Extract<TableColumn, { kind: "number" }>;
  readonly code: number;
  readonly count: number;
  /** False where the code may well be a number of the scale. */
  readonly isSure: boolean;
}

/** Numbers that stand for *missing* (−1, −999, 99, far from the rest) become gaps where that is sure, and are asked about else. */
export function withoutSentinels(read: ReadTable, picks: ReadingPicks): ReadTable {
  const found = read.table.columns.flatMap((c) => (c.kind === "number" ? sentinelsOf(c) : []));
  if (found.length === 0) return read;
  const sure = found.filter(({ isSure }) => isSure);
  const chosen = sure.length > 0 ? sure : found;
  const isGap = picks.sentinels === ON || (picks.sentinels !== OFF && sure.length > 0);
  const reading: Reading = {
    kind: "sentinels",
    names: chosen.map(({ column, code }) => `${column.name}: ${String(code).replace("-", "−")}`),
    count: chosen.reduce((sum, { count }) => sum + count, 0),
    taken: isGap ? ON : OFF,
    others: [{ pick: isGap ? OFF : ON }],
  };
  const readings = [...read.readings, reading];
  if (!isGap) return { ...read, readings };
  const columns = read.table.columns.map((column): TableColumn => {
    const codes = chosen.filter((one) => one.column === column).map(({ code }) => code);
    if (column.kind !== "number" || codes.length === 0) return column;
    let gaps = 0;
    const numbers = column.numbers.map((x) => {
      if (!codes.includes(x)) return x;
      gaps++;
      return Number.NaN;
    });
    return { ...column, numbers, missing: column.missing + gaps };
  });
  return { ...read, table: { ...read.table, columns }, readings };
}

function sentinelsOf(column: Found["column"]): Found[] {
  const counts = new Map<number, number>();
  let [low, high, others] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  let areWhole = true;
  for (const x of column.numbers) {
    if (Number.isNaN(x)) continue;
    if (CODES.includes(x)) {
      counts.set(x, (counts.get(x) ?? 0) + 1);
      continue;
    }
    others++;
    if (x < low) low = x;
    if (x > high) high = x;
    areWhole &&= Number.isInteger(x);
  }
  if (counts.size === 0 || others < 2 || high === low) return [];
  const far = (code: number) => Math.max(low - code, code - high) > FAR * Math.max(1, high - low);
  const isCode = (code: number): boolean | null => {
    if (Math.abs(code) >= 99) return far(code) ? true : null;
    // −1 stands on a scale that goes below zero, and on one of −1, 0 and 1.
    if (!areWhole || low < 0 || (low === 0 && high <= 1)) return null;
    return low >= 1 && high > 1;
  };
  return [...counts].flatMap(([code, count]) => {
    const isSure = isCode(code);
    return isSure === null || count > MOST_SHARE * (others + count)
      ? []
      : { column, code, count, isSure };
  });
}

import { type Problem, quote, type TableColumn } from "./table.ts";

/** Beyond this a square no longer fits a double, and a spread cannot be computed. */
const LARGEST = 1e150;
/** A column counts as numeric when at least this share of its filled cells are numbers. */
const NUMERIC_SHARE = 0.8;
const MOST_NAMED = 3;
const MISSING = new Set(["", "na", "n/a", "#n/a", "nan", "null", "none", "nil", "-", "–", "?"]);
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

type Cell =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "missing" }
  | { readonly kind: "infinite" }
  | { readonly kind: "other" };

/** Settings of `columnFromCells`. */
export interface CellOptions {
  /** Row of the file that the first cell stands in. */
  readonly firstRow: number;
  /** Whether 1,5 means one and a half. Default false. */
  readonly decimalComma?: boolean;
}

/**
 * Makes a column of cells as they were read (strings, numbers, booleans, null): numeric when four fifths of what is there are
 * numbers, else text. Cells of a numeric column that are no usable number become NaN and are named as problems.
 */
export function columnFromCells(
  name: string,
  cells: readonly unknown[],
  options: CellOptions,
): { column: TableColumn; problems: Problem[] } {
  let numeric = 0;
  let filled = 0;
  const read = cells.map((cell) => {
    const c = readCell(cell, options.decimalComma ?? false);
    if (c.kind !== "missing") filled++;
    if (c.kind === "number" || c.kind === "infinite") numeric++;
    return c;
  });
  if (filled === 0 || numeric < NUMERIC_SHARE * filled) {
    const texts = cells.map((cell) =>
      typeof cell === "string"
        ? cell
        : cell === null || cell === undefined
          ? ""
          : JSON.stringify(cell),
    );
    return { column: { name, kind: "text", texts }, problems: [] };
  }
  const numbers = new Float64Array(cells.length).fill(Number.NaN);
  const found = new Map<Problem["code"], { count: number; examples: Problem[] }>();
  let missing = 0;
  let bad = 0;
  read.forEach((cell, j) => {
    if (cell.kind === "missing") missing++;
    else if (cell.kind === "number" && Math.abs(cell.value) <= LARGEST) numbers[j] = cell.value;
    else {
      bad++;
      const code =
        cell.kind === "number"
          ? "too-large-number"
          : cell.kind === "infinite"
            ? "not-finite"
            : "not-a-number";
      const entry = found.get(code) ?? { count: 0, examples: [] };
      found.set(code, entry);
      entry.count++;
      if (entry.examples.length < MOST_NAMED)
        entry.examples.push({
          code,
          severity: "warning",
          row: options.firstRow + j,
          column: name,
          expected: "a finite number",
          value: quote(cells[j]),
        });
    }
  });
  const problems = [...found.values()].flatMap(({ count, examples }) =>
    examples.map((problem, k) =>
      k === examples.length - 1 && count > examples.length
        ? { ...problem, count: count - examples.length + 1 }
        : problem,
    ),
  );
  return { column: { name, kind: "number", numbers, missing, bad }, problems };
}

function readCell(cell: unknown, decimalComma: boolean): Cell {
  if (typeof cell === "number") return numberCell(cell);
  if (typeof cell === "boolean") return { kind: "number", value: cell ? 1 : 0 };
  if (cell === null || cell === undefined) return { kind: "missing" };
  if (typeof cell !== "string") return { kind: "other" };
  const text = cell.trim();
  const lower = text.toLowerCase();
  if (MISSING.has(lower)) return { kind: "missing" };
  const plain = (decimalComma ? text.replace(",", ".") : text).replace("−", "-");
  if (NUMBER.test(plain)) return numberCell(Number(plain));
  if (/^[+-]?inf(inity)?$/i.test(lower)) return { kind: "infinite" };
  if (lower === "true" || lower === "false")
    return { kind: "number", value: lower === "true" ? 1 : 0 };
  return { kind: "other" };
}

function numberCell(value: number): Cell {
  if (Number.isNaN(value)) return { kind: "missing" };
  return Number.isFinite(value) ? { kind: "number", value } : { kind: "infinite" };
}

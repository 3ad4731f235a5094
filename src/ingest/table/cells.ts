import { jsonOf, type Problem, quote, type Stray, type TableColumn } from "./table.ts";

/** Beyond this a square no longer fits a double, and a spread cannot be computed. */
export const LARGEST = 1e150;
/** A column counts as numeric when at least this share of its filled cells are numbers. */
const NUMERIC_SHARE = 0.8;
const MOST_NAMED = 3;
const MOST_STRAYS = 12;
const MISSING = new Set(["", "na", "n/a", "#n/a", "nan", "null", "none", "nil", "-", "–", "?"]);
/** What spreadsheets write where a formula has no result, in any of their languages: #DIV/0!, #N/A, #WERT!. */
const CELL_ERROR = /^#(?:DIV\/0|N\/A|N\/D|[\p{Lu}_¡¿]{2,16})[!?]?$/u;
/** A number in plain or exponent form, its decimal mark a point. */
export const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** Digits in groups of three: by spaces or apostrophes, or by commas or points where a second mark leaves no doubt. */
const GROUPED =
  /^[+-]?\d{1,3}(([ '’\u00a0\u202f]\d{3})+([.,]\d+)?|(,\d{3})+\.\d+|(,\d{3}){2,}|(\.\d{3})+,\d+|(\.\d{3}){2,})$/;

/** A cell as it was read. */
export type Cell =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "missing" }
  | { readonly kind: "error" }
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
    if (c.kind !== "missing" && c.kind !== "error") filled++;
    if (c.kind === "number" || c.kind === "infinite") numeric++;
    return c;
  });
  if (filled === 0 || numeric < NUMERIC_SHARE * filled) {
    const texts = cells.map((cell) =>
      typeof cell === "string" ? cell : cell === null || cell === undefined ? "" : jsonOf(cell),
    );
    return { column: { name, kind: "text", texts }, problems: [] };
  }
  const out = new NumberColumn(name, cells.length);
  read.forEach((cell, j) => {
    out.add(cell, options.firstRow + j, cells[j]);
  });
  return out.finish();
}

/** A numeric column that grows cell by cell; cells that are no usable number become NaN, and the first few of each kind are named. */
export class NumberColumn {
  private numbers: Float64Array;
  private length = 0;
  private missing = 0;
  private bad = 0;
  private strays: Stray[] = [];
  /** Rows in which a formula had no result, and what stands there. */
  private readonly cellErrors = new Map<number, string>();
  private readonly oddCells = new Map<Problem["code"], { count: number; examples: Problem[] }>();

  constructor(
    private readonly name: string,
    room = 1024,
  ) {
    this.numbers = new Float64Array(Math.max(1, room));
  }

  /** Appends a usable number. */
  push(value: number): void {
    if (this.length === this.numbers.length) {
      const more = new Float64Array(2 * this.length);
      more.set(this.numbers);
      this.numbers = more;
    }
    this.numbers[this.length++] = value;
  }

  /** Appends a cell as it was read; `raw` is quoted where it is no usable number. */
  add(cell: Cell, row: number, raw: unknown): void {
    if (cell.kind === "number" && Math.abs(cell.value) <= LARGEST) {
      this.push(cell.value);
      return;
    }
    this.push(Number.NaN);
    if (cell.kind === "missing") {
      this.missing++;
      return;
    }
    if (cell.kind === "error") {
      this.missing++;
      this.cellErrors.set(row, quote(raw));
      return;
    }
    this.bad++;
    if (cell.kind === "other") this.keepStray(raw);
    const code =
      cell.kind === "number"
        ? "too-large-number"
        : cell.kind === "infinite"
          ? "not-finite"
          : "not-a-number";
    const entry = this.oddCells.get(code) ?? { count: 0, examples: [] };
    this.oddCells.set(code, entry);
    entry.count++;
    if (entry.examples.length < MOST_NAMED)
      entry.examples.push({
        code,
        severity: "warning",
        row,
        column: this.name,
        expected: "a finite number",
        value: quote(raw),
      });
  }

  private keepStray(raw: unknown): void {
    this.strays.push({ at: this.length - 1, text: quote(raw) });
    if (this.strays.length > MOST_STRAYS) this.strays.shift();
  }

  /** Keeps the cells at these places, ascending; what is missing or bad is counted anew. */
  keep(places: Int32Array): void {
    let gaps = 0;
    places.forEach((from, to) => {
      this.numbers[to] = this.numbers[from];
      if (Number.isNaN(this.numbers[to])) gaps++;
    });
    this.length = places.length;
    this.strays = [];
    this.bad = Math.min(this.bad, gaps);
    this.missing = gaps - this.bad;
  }

  /** The column and what was wrong in it. */
  finish(): { column: TableColumn; problems: Problem[] } {
    const problems = [...this.oddCells.values()].flatMap(({ count, examples }) =>
      examples.map((problem, k) =>
        k === examples.length - 1 && count > examples.length
          ? { ...problem, count: count - examples.length + 1 }
          : problem,
      ),
    );
    const { name, missing, bad, length, strays, cellErrors } = this;
    const [error] = cellErrors;
    if (error)
      problems.push({
        code: "cell-errors",
        severity: "warning",
        row: error[0],
        column: name,
        value: error[1],
        count: cellErrors.size,
      });
    const numbers = length === this.numbers.length ? this.numbers : this.numbers.slice(0, length);
    return {
      column: { name, kind: "number", numbers, missing, bad, ...(bad > 0 ? { strays } : {}) },
      problems,
    };
  }
}

/** What a cell says: a number, a mark for a missing one, an infinity, or something else. */
export function readCell(cell: unknown, decimalComma: boolean): Cell {
  if (typeof cell === "bigint") return numberCell(Number(cell));
  if (typeof cell === "number") return numberCell(cell);
  if (typeof cell === "boolean") return { kind: "number", value: cell ? 1 : 0 };
  if (cell === null || cell === undefined) return { kind: "missing" };
  return typeof cell === "string" ? readTextCell(cell, decimalComma) : { kind: "other" };
}

function readTextCell(cell: string, decimalComma: boolean): Cell {
  const text = cell.trim().replace(/^"(.*)"$/, "$1");
  const lower = text.toLowerCase();
  if (MISSING.has(lower)) return { kind: "missing" };
  if (CELL_ERROR.test(text)) return { kind: "error" };
  const plain = (decimalComma ? text.replace(",", ".") : text).replace("−", "-");
  if (NUMBER.test(plain)) return numberCell(Number(plain));
  if (GROUPED.test(text)) return numberCell(ungrouped(text));
  if (/^[+-]?inf(inity)?$/i.test(lower)) return { kind: "infinite" };
  if (lower === "true" || lower === "false")
    return { kind: "number", value: lower === "true" ? 1 : 0 };
  return { kind: "other" };
}

/** A number whose digits stand in groups; its last mark is the decimal one where it stands once. */
function ungrouped(text: string): number {
  const [last] = text.match(/[.,](?=\d+$)/) ?? [""];
  const isPoint = last !== "" && text.indexOf(last) === text.lastIndexOf(last);
  const digits = [...text].filter((c) => /[\d+-]/.test(c) || (isPoint && c === last));
  return Number(digits.join("").replace(",", "."));
}

function numberCell(value: number): Cell {
  if (Number.isNaN(value)) return { kind: "missing" };
  return Number.isFinite(value) ? { kind: "number", value } : { kind: "infinite" };
}

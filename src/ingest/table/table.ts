import type { ColumnHint, LayoutName } from "./column-hint.ts";
import type { Reading } from "./reading.ts";

/** What can be wrong with a file. The catalogue has a sentence for each. */
export type ProblemCode =
  | "empty-file"
  | "binary-file"
  | "damaged-file"
  | "unsupported-file"
  | "too-large-file"
  | "too-many-rows"
  | "too-deep"
  | "means-only"
  | "no-match"
  | "mixed-scales"
  | "few-rows"
  | "near-collinear"
  | "duplicate-rows"
  | "not-json"
  | "not-records"
  | "no-header"
  | "ragged-row"
  | "no-numeric-columns"
  | "too-few-rows"
  | "not-a-number"
  | "not-finite"
  | "too-large-number"
  | "constant-column"
  | "duplicate-column"
  | "duplicate-name"
  | "no-values-chosen"
  | "bad-weight"
  | "rows-dropped"
  | "title-rows"
  | "almost-numbers"
  | "summary-left-out"
  | "summary-used"
  | "bad-line"
  | "cut-text"
  | "bare-numbers"
  | "too-many-values"
  | "too-many-columns"
  | "prose"
  | "lfs-pointer"
  | "pickle"
  | "encrypted"
  | "cell-errors"
  | "same-file"
  | "unreadable";

/** A problem in a file: where, what was expected, and what was there. The catalogue turns it into a sentence. */
export interface Problem {
  readonly code: ProblemCode;
  /** "error" stops the import; "warning" does not. */
  readonly severity: "error" | "warning";
  /** The file, or files, it lies in. */
  readonly file?: string;
  /** Row of the file, 1-based as a spreadsheet would count it (a header is row 1; a JSON record counts from 1), or absent. */
  readonly row?: number;
  readonly column?: string;
  readonly expected?: string;
  /** What was found, shortened to 40 characters. */
  readonly value?: string;
  /** How many rows or cells it concerns. */
  readonly count?: number;
}

/** A cell of a numeric column that held something else, and the row of the table that it stands in, from 0. */
export interface Stray {
  readonly at: number;
  readonly text: string;
}

/** A column as it was read. Numeric columns hold NaN where a cell was missing or not a number. */
export type TableColumn =
  | {
      readonly name: string;
      readonly kind: "number";
      readonly numbers: Float64Array;
      /** Cells that were empty or marked as missing, and cells that held something else than a usable number. */
      readonly missing: number;
      readonly bad: number;
      /** The last few cells that were no numbers, in order; absent where rows were picked or put together. */
      readonly strays?: readonly Stray[];
    }
  | { readonly name: string; readonly kind: "text"; readonly texts: readonly string[] };

/** Rows of a file, column by column. */
export interface Table {
  readonly rows: number;
  readonly columns: readonly TableColumn[];
  /** Row of the file that the last row stands in, where it comes from one. */
  readonly lastRow?: number;
}

/** How an unnamed matrix was read. */
export interface MatrixShape {
  readonly sizes: readonly number[];
  /** True where its columns were read as the answers. */
  readonly isWide: boolean;
  /** True where its shape alone does not say which way it lies. */
  readonly isOpen: boolean;
}

/** A table that was read, perhaps with warnings. */
export interface ReadTable {
  readonly ok: true;
  /** Name of its format, the same in every language. */
  readonly format: string;
  readonly table: Table;
  readonly problems: readonly Problem[];
  /** The known layout that the rows were read as, and what it knows of the columns; null for a plain table. */
  readonly layout: LayoutName | null;
  readonly hints: ReadonlyMap<string, ColumnHint>;
  /** How a matrix was read; null for anything with names. */
  readonly shape: MatrixShape | null;
  /** Rows of the file that a random sample was drawn of; null where all are there. */
  readonly sampledFrom: number | null;
  /** Columns by which several files can be joined; empty for one file. */
  readonly keys: readonly string[];
  /** Guesses that were made about the rows, each with the other ways to read them. */
  readonly readings: readonly Reading[];
}

/** Outcome of reading bytes: a table, or problems that say why not. */
export type ReadResult = ReadTable | { readonly ok: false; readonly problems: readonly Problem[] };

/** A table as it was read, with nothing known beyond its columns unless said. */
export function tableRead(
  parts: Pick<ReadTable, "format" | "table" | "problems"> & Partial<ReadTable>,
): ReadTable {
  return {
    ok: true,
    layout: null,
    hints: new Map(),
    shape: null,
    sampledFrom: null,
    keys: [],
    readings: [],
    ...parts,
  };
}

/** A refusal with one problem. */
export function refuse(problem: Omit<Problem, "severity">): ReadResult {
  return { ok: false, problems: [{ ...problem, severity: "error" }] };
}

/** What was found, short enough to quote. */
export function quote(value: unknown): string {
  const text = typeof value === "string" ? value : jsonOf(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** A value as JSON; one that is nested deeper than can be written out is only hinted at. */
export function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return Array.isArray(value) ? "[…]" : "{…}";
  }
}

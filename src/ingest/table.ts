/** A problem in a file: where, what was expected, and what was there. The catalogue turns it into a sentence. */
export interface Problem {
  readonly code: ProblemCode;
  /** "error" stops the import; "warning" does not. */
  readonly severity: "error" | "warning";
  /** 1-based row of data as a spreadsheet would count it (the header is row 1), or absent. */
  readonly row?: number;
  readonly column?: string;
  readonly expected?: string;
  /** What was found, shortened to 40 characters. */
  readonly value?: string;
  /** How many rows or cells it concerns. */
  readonly count?: number;
}

export type ProblemCode =
  | "empty-file"
  | "binary-file"
  | "unknown-format"
  | "not-json"
  | "not-records"
  | "ragged-row"
  | "no-numeric-columns"
  | "too-few-rows"
  | "not-a-number"
  | "not-finite"
  | "constant-column"
  | "duplicate-column"
  | "too-large-number"
  | "rows-dropped";

/** A column as it was read. Numeric columns hold NaN where a cell was missing or not a number. */
export type TableColumn =
  | { readonly name: string; readonly kind: "number"; readonly numbers: Float64Array; readonly bad: number }
  | { readonly name: string; readonly kind: "text"; readonly texts: readonly string[] };

/** Rows of a file, column by column. */
export interface Table {
  readonly rows: number;
  readonly columns: readonly TableColumn[];
}

/** Outcome of reading bytes: a table (perhaps with warnings), or problems that say why not. */
export type ReadResult =
  | { readonly ok: true; readonly format: "json" | "csv"; readonly table: Table; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

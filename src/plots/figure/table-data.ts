/** The numbers behind a figure; the first cell of each row names it. */
export interface TableData {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** A cell: words, or a number beside the way it is written. */
export type TableCell = string | { readonly value: number; readonly text: string };

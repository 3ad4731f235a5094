import type { LayoutName } from "../table/column-hint.ts";
import type { ScorerKind } from "../table/scores.ts";
import {
  type MatrixShape,
  type Problem,
  quote,
  type ReadTable,
  type TableColumn,
} from "../table/table.ts";
import {
  type ColumnMapping,
  type ColumnSummary,
  proposeMapping,
  summariseColumn,
} from "./mapping.ts";

/** What the preview shows of a column. */
export interface ColumnPreview {
  readonly name: string;
  readonly kind: "number" | "text";
  /** Figures of a numeric column, null for text. */
  readonly summary: ColumnSummary | null;
  /** Masses of 24 equal bins from min to max, for a sparkline; empty for text. */
  readonly sparkline: readonly number[];
  /** The first few cells of a text column. */
  readonly examples: readonly string[];
  /** What its numbers were computed by, here, from the texts of the file; absent for a column of the file. */
  readonly scoredBy?: ScorerKind;
}

/** A file that was read and waits for its columns to be settled. */
export interface FilePreview {
  /** Name of the format, the same in every language. */
  readonly format: string;
  readonly rows: number;
  readonly columns: readonly ColumnPreview[];
  readonly mapping: readonly ColumnMapping[];
  readonly problems: readonly Problem[];
  /** The known layout that the rows were read as; null for a plain table. */
  readonly layout: LayoutName | null;
  /** Columns of which only the user can say whether more or less is better. */
  readonly openDirections: readonly string[];
  /** How an unnamed matrix was read; null for anything else. */
  readonly shape: MatrixShape | null;
  /** Columns by which the files can be joined. */
  readonly keys: readonly string[];
  /** Rows of the file that a random sample was drawn of; null where all are there. */
  readonly sampledFrom: number | null;
}

const SPARK_BINS = 24;
const EXAMPLES = 2;

/** What is shown of a table before it is used. */
export function previewOf(read: ReadTable, problems: readonly Problem[]): FilePreview {
  const { format, table, hints, layout, shape, keys, sampledFrom } = read;
  return {
    format,
    rows: table.rows,
    columns: table.columns.map(previewColumn),
    mapping: proposeMapping(table, hints),
    problems,
    layout,
    openDirections: [...hints].flatMap(([name, hint]) => (hint.isDirectionOpen ? name : [])),
    shape,
    keys,
    sampledFrom,
  };
}

/** What is shown of one column. */
export function previewColumn(column: TableColumn): ColumnPreview {
  const summary = summariseColumn(column);
  return {
    name: column.name,
    kind: column.kind,
    summary,
    sparkline: column.kind === "number" && summary ? binned(column.numbers, summary) : [],
    examples: column.kind === "text" ? column.texts.slice(0, EXAMPLES).map(quote) : [],
  };
}

function binned(numbers: Float64Array, { min, max }: ColumnSummary): number[] {
  const bins = new Array<number>(SPARK_BINS).fill(0);
  const scale = max > min ? SPARK_BINS / (max - min) : 0;
  let count = 0;
  for (const x of numbers) {
    if (!Number.isFinite(x)) continue;
    bins[Math.min(SPARK_BINS - 1, Math.floor((x - min) * scale))]++;
    count++;
  }
  return bins.map((b) => b / Math.max(1, count));
}

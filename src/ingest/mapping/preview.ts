import type { LayoutName } from "../table/column-hint.ts";
import type { Reading, ReadingPicks } from "../table/reading.ts";
import type { ScorerKind } from "../table/scores.ts";
import {
  type MatrixShape,
  type Problem,
  quote,
  type ReadTable,
  type TableColumn,
} from "../table/table.ts";
import { type ColumnMapping, type ColumnSummary, summariseColumn } from "./mapping.ts";
import { proposal } from "./propose-mapping.ts";
import { type CountedWord, proposedScores, type WordScores, wordsOfColumn } from "./word-scores.ts";

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
  /** The few words of a text column, which can be given numbers; null for texts and numbers. */
  readonly words: readonly CountedWord[] | null;
  /** The numbers that these words have to begin with. */
  readonly wordScores: WordScores | null;
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
  /** Guesses that were made about the rows, each with the other ways to read them. */
  readonly readings: readonly Reading[];
}

const SPARK_BINS = 24;
const EXAMPLES = 2;

/** What is shown of a table before it is used. */
export function previewOf(
  read: ReadTable,
  problems: readonly Problem[],
  picks: ReadingPicks = {},
): FilePreview {
  const { mapping, readings } = proposal(read, picks);
  const { format, table, hints, layout, shape, keys, sampledFrom } = read;
  return {
    format,
    rows: table.rows,
    columns: table.columns.map(previewColumn),
    mapping,
    problems,
    layout,
    openDirections: [
      ...[...hints].flatMap(([name, hint]) => (hint.isDirectionOpen ? name : [])),
      ...mapping.flatMap((m) => (m.reason === "open" ? m.column : [])),
    ],
    shape,
    keys,
    sampledFrom,
    readings: [...read.readings, ...readings],
  };
}

/** What is shown of one column. */
export function previewColumn(column: TableColumn): ColumnPreview {
  const summary = summariseColumn(column);
  const words = wordsOfColumn(column);
  return {
    name: column.name,
    kind: column.kind,
    summary,
    sparkline: column.kind === "number" && summary ? binned(column.numbers, summary) : [],
    words,
    wordScores: words && proposedScores(words, column.name),
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

import { type PackedTexts, packTexts } from "../../core/rows/packed-texts.ts";
import type { RewardColumn } from "../../core/rows/samples.ts";
import { dataWarnings } from "../table/data-warnings.ts";
import { fingerprint } from "../table/fingerprint.ts";
import type { Problem, Table, TableColumn } from "../table/table.ts";
import type { ColumnReason } from "./column-reasons.ts";
import { scoredTexts, type WordScores } from "./word-scores.ts";

/** What a column is used for. */
export type ColumnUse = "value" | "prompt" | "response" | "weight" | "ignore";

/** How one column of a file becomes part of the samples. */
export interface ColumnMapping {
  /** The column's name in the file. */
  readonly column: string;
  readonly use: ColumnUse;
  /** What the value is called; unique among values. */
  readonly id: string;
  readonly lowerIsBetter: boolean;
  /** Why it is proposed as it is; absent where nothing was guessed, or the user has decided. */
  readonly reason?: ColumnReason;
  /** The number of each word of a column of words that is a value. */
  readonly words?: WordScores;
}

/** Figures of a numeric column for the preview; of its finite cells. */
export interface ColumnSummary {
  readonly mean: number;
  readonly sd: number;
  readonly min: number;
  readonly max: number;
  readonly missing: number;
  readonly bad: number;
}

/** What was asked and answered in each row. */
export interface RowTexts {
  readonly prompts: PackedTexts | null;
  readonly responses: PackedTexts | null;
}

/** Samples as a mapping makes them, ready for the engine. */
export interface MappedRows {
  readonly columns: readonly RewardColumn[];
  readonly weights: Float64Array | null;
  readonly prompts: Int32Array | null;
  readonly rows: number;
  /** Rows left out because an included cell was missing or no number. */
  readonly dropped: number;
  readonly fingerprint: string;
  /** Texts of the rows that are used, for reading only; null where the file has none. */
  readonly texts: RowTexts;
  readonly problems: readonly Problem[];
}

/** Outcome of applying a mapping. */
export type MappingResult =
  | { readonly ok: true; readonly data: MappedRows }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Fewer rows than this cannot be compared. */
export const FEWEST_ROWS = 2;
/** More values than this cannot be computed with in reasonable time. */
export const MOST_VALUES = 32;

/** Mean, sd and range of a numeric column; null for text. */
export function summariseColumn(column: TableColumn): ColumnSummary | null {
  if (column.kind !== "number") return null;
  const finite = column.numbers.filter((x) => Number.isFinite(x));
  const n = finite.length;
  let mean = 0;
  for (const x of finite) mean += x / n;
  let variance = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const x of finite) {
    variance += (x - mean) ** 2 / n;
    if (x < min) min = x;
    if (x > max) max = x;
  }
  const { missing, bad } = column;
  return { mean, sd: Math.sqrt(variance), min, max, missing, bad };
}

/** Makes samples of a table; rows with a missing or unusable number in an included column are left out and counted. */
export function applyMapping(table: Table, mapping: readonly ColumnMapping[]): MappingResult {
  const values = chosenValues(table, mapping);
  if (values.length === 0) return refuseMapping({ code: "no-values-chosen" });
  if (values.length > MOST_VALUES)
    return refuseMapping({
      code: "too-many-values",
      count: values.length,
      expected: String(MOST_VALUES),
    });
  const clash = values.find((v, k) => values.findIndex((other) => other.id === v.id) !== k);
  if (clash) return refuseMapping({ code: "duplicate-name", value: clash.id });

  const weightColumn = columnFor(table, mapping, "weight");
  const allWeights = weightColumn?.kind === "number" ? weightColumn.numbers : null;
  const rows = usableRows(table.rows, values, allWeights);
  if (rows.length < FEWEST_ROWS)
    return refuseMapping({
      code: "too-few-rows",
      count: rows.length,
      expected: String(FEWEST_ROWS),
    });
  const weights = allWeights && Float64Array.from(rows, (j) => allWeights[j]);
  if (weights && !weights.some((w) => w > 0))
    return refuseMapping({ code: "bad-weight", column: weightColumn?.name });
  const columns = values.map(({ id, lowerIsBetter, numbers }) => ({
    id,
    lowerIsBetter,
    rewards: Float64Array.from(rows, (j) => numbers[j]),
  }));
  const dropped = table.rows - rows.length;
  const prompt = columnFor(table, mapping, "prompt");
  const response = columnFor(table, mapping, "response");
  const textsOf = (column: TableColumn) => packTexts(rows.map((j) => String(cellOf(column, j))));
  return {
    ok: true,
    data: {
      columns,
      weights,
      prompts: prompt ? promptNumbers(rows.map((j) => cellOf(prompt, j))) : null,
      rows: rows.length,
      dropped,
      fingerprint: fingerprint(columns, weights),
      texts: {
        prompts: prompt ? textsOf(prompt) : null,
        responses: response ? textsOf(response) : null,
      },
      problems: [
        ...(dropped > 0 ? [rowsDropped(dropped, table.rows)] : []),
        ...dataWarnings(columns),
      ],
    },
  };
}

type ChosenValue = ColumnMapping & { readonly numbers: Float64Array };

/** The columns of numbers, or of words with numbers, that are to be values. */
function chosenValues(table: Table, mapping: readonly ColumnMapping[]): ChosenValue[] {
  const byName = new Map(table.columns.map((c) => [c.name, c]));
  return mapping.flatMap((m) => {
    const column = m.use === "value" ? byName.get(m.column) : undefined;
    if (!column) return [];
    if (column.kind === "number") return [{ ...m, numbers: column.numbers }];
    return m.words ? [{ ...m, numbers: scoredTexts(column.texts, m.words) }] : [];
  });
}

/** Rows in which every value is a number and the weight, if there is one, is none below zero. */
function usableRows(
  count: number,
  values: readonly ChosenValue[],
  weights: Float64Array | null,
): number[] {
  const rows: number[] = [];
  for (let j = 0; j < count; j++) {
    const isGood = values.every((v) => Number.isFinite(v.numbers[j]));
    if (isGood && (!weights || weights[j] >= 0)) rows.push(j);
  }
  return rows;
}

function refuseMapping(problem: Omit<Problem, "severity">): MappingResult {
  return { ok: false, problems: [{ ...problem, severity: "error" }] };
}

function rowsDropped(count: number, rows: number): Problem {
  return { code: "rows-dropped", severity: "warning", count, expected: String(rows) };
}

function columnFor(
  table: Table,
  mapping: readonly ColumnMapping[],
  use: ColumnUse,
): TableColumn | undefined {
  const name = mapping.find((m) => m.use === use)?.column;
  return table.columns.find((c) => c.name === name);
}

function cellOf(column: TableColumn, row: number): string | number {
  return column.kind === "text" ? column.texts[row] : column.numbers[row];
}

/** Dense numbers of equal prompts, in order of appearance. */
function promptNumbers(prompts: readonly (string | number)[]): Int32Array {
  const numbers = new Map<string | number, number>();
  return Int32Array.from(prompts, (prompt) => {
    const number = numbers.get(prompt);
    if (number !== undefined) return number;
    numbers.set(prompt, numbers.size);
    return numbers.size - 1;
  });
}

/** The first finite number of a column; undefined where it has none. */
export function firstNumber({ numbers }: { readonly numbers: Float64Array }): number | undefined {
  return numbers.find((x) => Number.isFinite(x));
}

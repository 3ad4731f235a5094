import { pickTable } from "./raw-table.ts";
import { type Problem, quote, type ReadTable, type Table, type TableColumn } from "./table.ts";

/** What becomes of rows at the end that sum up the others: left out, or used as answers. */
export type SummaryChoice = "leave-out" | "use";

/** Beside a label there may be figures that are read as text, such as 100%. */
const NO_LETTERS = /^\P{L}*$/u;

interface SummaryRows {
  readonly count: number;
  /** What gave them away: a label, else a number. */
  readonly value: string;
  /** False where only the numbers say so: such a row may be an answer by chance. */
  readonly isSure: boolean;
}

const MOST_ROWS = 12;
const FEWEST_OTHERS = 2;
/** In one column of fewer rows a last number may well be the sum of the others. */
const FEWEST_SUMMED = 5;
const LABEL =
  /^((grand|sub)[ -]?)?(totals?|sums?|averages?|avg\.?|means?|medians?|mini(mum)?|maxi(mum)?|min\.?|max\.?|counts?|std\.?|st\.? ?dev\.?|std\.? ?dev\.?|standard deviation|sd|summe|gesamt|insgesamt|mittel(wert)?|durchschnitt|median|minimum|maximum|anzahl|standardabweichung|std?\.?abw\.?|somme|moyenne|totaux|médiane|écart[ -]type|suma|media|promedio|mediana|totale|somma|合计|总计|平均值?)( score)?:?$/i;

/**
 * Leaves out rows at the end that sum up the others (totals, averages and the like, by their label or by a blank one and their
 * numbers), and says so. A row that only its numbers betray is used and told, unless the user chose.
 */
export function withoutSummaries(read: ReadTable, choice: SummaryChoice | null): ReadTable {
  const summary = summaryRows(read.table, read.sampledFrom === null);
  if (!summary) return read;
  const { count, value, isSure } = summary;
  const { rows, lastRow = rows } = read.table;
  const row = lastRow - count + 1;
  const isLeftOut = choice === null ? isSure : choice === "leave-out";
  const problem: Problem = {
    code: isLeftOut ? "summary-left-out" : "summary-used",
    severity: "warning",
    row,
    count,
    expected: "an answer",
    value,
  };
  if (!isLeftOut) return { ...read, problems: [...read.problems, problem] };
  const places = Int32Array.from({ length: rows - count }, (_, j) => j);
  const others = read.problems.filter((p) => p.row === undefined || p.row < row);
  return { ...read, table: pickTable(read.table, places), problems: [...others, problem] };
}

function summaryRows(table: Table, isWhole: boolean): SummaryRows | null {
  const most = Math.min(MOST_ROWS, table.rows - FEWEST_OTHERS);
  return labelledRows(table, most) ?? (most >= 1 && isWhole ? unlabelledRow(table) : null);
}

/** Rows at the end, so many at most, that each have a label such as "Total". */
function labelledRows(table: Table, most: number): SummaryRows | null {
  let count = 0;
  let value = "";
  for (; count < most; count++) {
    const label = labelOf(table, table.rows - 1 - count);
    if (label === null) break;
    value = label;
  }
  return count > 0 ? { count, value, isSure: true } : null;
}

/** A last row without any text whose numbers sum up the others. */
function unlabelledRow({ columns, rows }: Table): SummaryRows | null {
  const last = rows - 1;
  const texts = columns.filter((c) => c.kind === "text");
  const isBlank = texts.every((c) => c.texts[last].trim() === "");
  const areOthersFilled = texts.some((c) => c.texts.slice(0, last).every((t) => t.trim() !== ""));
  if (!isBlank || (texts.length > 0 && !areOthersFilled)) return null;
  const sums = summingUp(columns, last);
  if (!sums) return null;
  const isSure = texts.length > 0;
  const isTelling = sums.columns > 1 || (sums.isSum && last >= FEWEST_SUMMED);
  return isSure || isTelling ? { count: 1, value: String(sums.first), isSure } : null;
}

/** The label of a row in which nothing else is written in words; null where it has none. */
function labelOf({ columns }: Table, row: number): string | null {
  const words = columns.flatMap((c) =>
    c.kind === "text"
      ? c.texts[row].trim()
      : (c.strays ?? []).flatMap(({ at, text }) => (at === row ? text.trim() : [])),
  );
  const written = words.filter((word) => word !== "");
  const label = written.find((word) => LABEL.test(word));
  const isAlone = written.every((word) => LABEL.test(word) || NO_LETTERS.test(word));
  return label !== undefined && isAlone ? quote(label) : null;
}

interface SummedRow {
  /** Its first number. */
  readonly first: number;
  /** How many of its cells are numbers. */
  readonly columns: number;
  /** True where its numbers are sums, false where they are means only. */
  readonly isSum: boolean;
}

/** A row whose every number is the sum, or the rounded mean, of those above; null for any other row. */
function summingUp(columns: readonly TableColumn[], row: number): SummedRow | null {
  const numeric = columns.flatMap((column) =>
    column.kind === "number" && !Number.isNaN(column.numbers[row]) ? [column.numbers] : [],
  );
  let [isSum, isMean] = [true, true];
  for (const numbers of numeric) {
    const above = sumAbove(numbers, row);
    if (above.size === 0 || above.sum === 0) return null;
    const decimals = /\.(\d+)$/.exec(String(numbers[row]))?.[1].length ?? 0;
    const rounding = decimals > 0 ? 0.501 * 10 ** -decimals : 0;
    const slack = 1e-9 * above.size;
    isSum &&= Math.abs(numbers[row] - above.sum) <= slack + rounding;
    isMean &&= Math.abs(numbers[row] - above.sum / above.count) <= slack / above.count + rounding;
    if (!isSum && !isMean) return null;
  }
  const [first] = numeric;
  return first ? { first: first[row], columns: numeric.length, isSum } : null;
}

/** Sum, sum of sizes and count of the numbers above a row. */
function sumAbove(numbers: Float64Array, row: number) {
  let [sum, size, count] = [0, 0, 0];
  for (let j = 0; j < row; j++) {
    const number = numbers[j];
    if (Number.isNaN(number)) continue;
    sum += number;
    size += Math.abs(number);
    count++;
  }
  return { sum, size, count };
}

import type { TableColumn } from "../table/table.ts";
import { isBookkeeping, isTruth } from "./column-names.ts";

/** Why a column is proposed as it is. The catalogue has a sentence for each. */
export type ColumnReason =
  | "bookkeeping"
  | "truth"
  | "time"
  | "running"
  | "constant"
  | "lower"
  | "open"
  | "group"
  | "too-many"
  | "words"
  | "word-map";

type Numbers = Extract<TableColumn, { kind: "number" }>;

const SCORED = /score|reward|rating|grade|value|quality|points|note/i;
const MEASURED = /latenc|cost|price|duration|count|elapsed|ms$|time$/i;
const FEWEST = 8;
const FEWEST_UNNAMED = 5;
/** Times since 1970 of the years 2001 to 2065, in seconds and in thousandths. */
const TIMES = [
  [1e9, 3e9],
  [1e12, 3e12],
] as const;

/** Why a column of numbers is no value: by its name, or by its shape; null where nothing speaks against it. */
export function reasonAgainst(column: Numbers, isFirst: boolean): ColumnReason | null {
  if (isBookkeeping(column.name)) return "bookkeeping";
  if (isTruth(column.name)) return "truth";
  if (!varies(column.numbers)) return "constant";
  if (areTimes(column.numbers)) return "time";
  return isRunning(column, isFirst) ? "running" : null;
}

function areTimes(numbers: Float64Array): boolean {
  const [first] = TIMES.filter(([low, high]) =>
    numbers.every((x) => Number.isNaN(x) || (x >= low && x < high)),
  );
  if (!first) return false;
  let [low, high] = [Number.POSITIVE_INFINITY, 0];
  for (const x of numbers) {
    if (x < low) low = x;
    if (x > high) high = x;
  }
  return high < 1.5 * low && high - low > 0 && numbers.some((x) => Number.isInteger(x));
}

/** Whole numbers that go up, or down, by one from row to row, or without a name from 0 or 1; or by more where no score is named. */
function isRunning({ name, numbers }: Numbers, isFirst: boolean): boolean {
  const count = numbers.length;
  if (count < 2 || !numbers.every((x) => Number.isInteger(x))) return false;
  const step = numbers[1] - numbers[0];
  const isEven = step !== 0 && evenly(numbers, step);
  const isUnnamed = isFirst && /^(column 1|unnamed.*|level_0|)$/i.test(name);
  if (isUnnamed && isEven && Math.abs(step) === 1 && count >= FEWEST_UNNAMED) return true;
  if (count < FEWEST || SCORED.test(name) || MEASURED.test(name)) return false;
  return isEven;
}

function evenly(numbers: Float64Array, step: number): boolean {
  for (let j = 1; j < numbers.length; j++) if (numbers[j] - numbers[j - 1] !== step) return false;
  return true;
}

/** True where two finite numbers differ. */
export function varies(numbers: Float64Array): boolean {
  const first = numbers.find((x) => Number.isFinite(x));
  return first !== undefined && numbers.some((x) => Number.isFinite(x) && x !== first);
}

/** True where no number of a column is above zero, as costs are that were turned round already. */
export function areNegative(numbers: Float64Array): boolean {
  return numbers.some((x) => x < 0) && !numbers.some((x) => x > 0);
}

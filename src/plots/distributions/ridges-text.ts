import { digitsFor, formatNumber } from "../../ui/format.ts";
import type { Catalogue } from "../../ui/text/en.ts";
import { numberCell } from "../figure/numbers-table.tsx";
import type { TableData } from "../figure/table-data.ts";

type Words = Catalogue["plots"];

/** One value of a before-and-after figure, in the user's units. */
export interface RidgeValue {
  readonly id: string;
  readonly label: string;
  /** What one unit is, for example "reward of an answer". */
  readonly unit: string;
  /** Ends of the bins. */
  readonly min: number;
  readonly max: number;
  /** Baseline sd; gives the decimals. */
  readonly sd: number;
  /** Means before and after. */
  readonly before: number;
  readonly after: number;
  /** Null where the value is left out. */
  readonly target: number | null;
}

/** A number of this value with the decimals it deserves. */
export function ridgeNumber(value: RidgeValue, x: number): string {
  return formatNumber(x, { digits: digitsFor(value.sd) });
}

/** The unit that all values share, or null. */
export function sharedUnit(values: readonly RidgeValue[]): string | null {
  const [first] = values;
  return first && values.every(({ unit }) => unit === first.unit) ? first.unit : null;
}

/** One value's row in a sentence. */
export function ridgeSummary(text: Words, value: RidgeValue): string {
  const write = (x: number) => ridgeNumber(value, x);
  const target = value.target === null ? null : write(value.target);
  return text.ridges.summary(value.label, write(value.before), write(value.after), target);
}

/** Means and targets of every value. */
export function ridgesTable(text: Words, values: readonly RidgeValue[]): TableData {
  const { columns, title, none } = text.ridges;
  const write = (value: RidgeValue, x: number) => numberCell(x, ridgeNumber(value, x));
  return {
    caption: title,
    columns: [
      columns.value,
      columns.before,
      columns.after,
      columns.target,
      columns.least,
      columns.greatest,
      columns.unit,
    ],
    rows: values.map((value) => [
      value.label,
      write(value, value.before),
      write(value, value.after),
      value.target === null ? none : write(value, value.target),
      write(value, value.min),
      write(value, value.max),
      value.unit,
    ]),
  };
}

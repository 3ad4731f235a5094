import { csvLine } from "./csv.ts";

/** Every answer's weight before and after, and its rewards in the user's units; all of one length. */
export interface ExportedWeights {
  /** Base weights; null for 1/N. */
  readonly before: Float64Array | null;
  readonly after: Float64Array;
  /** Prompt number of each answer, from 0; null without prompts. */
  readonly prompts: Int32Array | null;
  readonly rewards: readonly { readonly id: string; readonly values: ArrayLike<number> }[];
}

/** A column of the exported table. */
export interface WeightColumn {
  readonly name: string;
  readonly isWhole: boolean;
  readonly at: (row: number) => number;
}

/** A piece of a file, and how many rows are written once it is there. */
export interface WrittenPiece<T> {
  readonly piece: T;
  readonly rows: number;
}

const STRETCH = 512;

/**
 * The columns of the table of weights: `row` (from 1, in the order of the data that is used), `prompt` (from 0, where there are
 * any), `weight_before`, `weight_after`, `ratio` (after / before), and `reward_<value>` in the user's units.
 */
export function weightColumns({
  before,
  after,
  prompts,
  rewards,
}: ExportedWeights): WeightColumn[] {
  const each = 1 / after.length;
  const base = (row: number) => (before ? before[row] : each);
  const plain = (name: string, at: WeightColumn["at"]) => ({ name, isWhole: false, at });
  return [
    { name: "row", isWhole: true, at: (row) => row + 1 },
    ...(prompts ? [{ name: "prompt", isWhole: true, at: (row: number) => prompts[row] }] : []),
    plain("weight_before", base),
    plain("weight_after", (row) => after[row]),
    plain("ratio", (row) => (base(row) > 0 ? after[row] / base(row) : 0)),
    ...rewards.map(({ id, values }) => plain(`reward_${id}`, (row) => values[row])),
  ];
}

/** The table as separated text in pieces of a few hundred rows, so that whoever writes it can rest in between. */
export function* weightsCsv(weights: ExportedWeights): Generator<WrittenPiece<string>> {
  const columns = weightColumns(weights);
  const rows = weights.after.length;
  yield { piece: csvLine(columns.map(({ name }) => name)), rows: 0 };
  for (let from = 0; from < rows; from += STRETCH) {
    const to = Math.min(rows, from + STRETCH);
    let piece = "";
    for (let row = from; row < to; row++) piece += csvLine(columns.map(({ at }) => at(row)));
    yield { piece, rows: to };
  }
}

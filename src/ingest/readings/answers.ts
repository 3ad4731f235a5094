import { isFields } from "../table/fields.ts";
import type { RawColumn, RawTable } from "../table/raw-table.ts";
import { OFF, switched } from "../table/reading.ts";
import { isMessages } from "./messages.ts";
import { filledCells, holds, isFilled, isNumeric, type Step } from "./step.ts";

const ANSWER_LISTS =
  /respon|answer|complet|output|generat|candidate|continuation|sampl|text|repl|choice|rollout|trajector|solution|draft|result|antwort/i;
const SCORE_LISTS = /score|reward|rating|grade|value|rank|prob|margin|advantage|^rm/i;
const PROMPT = "prompt";

type Lists = { readonly column: RawColumn; readonly lengths: readonly number[] };

/**
 * Several answers in one record (lists of texts or records, and scores beside them in lists of equal length): a row an answer.
 * Lists of scores alone are rows only where their length varies; else they are a vector a row.
 */
export const answers: Step = (raw, picks) => {
  const lists = raw.columns.flatMap((column) => listsOf(column) ?? []);
  const leading = lists.find(({ column }) => isAnswers(column)) ?? varyingScores(lists);
  if (!leading || isConstant(leading.column)) return null;
  const exploded = lists.filter(
    ({ column, lengths }) => areEqual(lengths, leading.lengths) && !isConstant(column),
  );
  const count = leading.lengths.reduce((sum, length) => sum + length, 0);
  if (count === 0 || !leading.lengths.some((length) => length > 1)) return null;
  const names = exploded.map(({ column }) => column.name);
  const reading = switched(picks, { kind: "answers", names, count });
  if (reading.taken === OFF) return { raw, reading };
  const columns = new Set(exploded.map(({ column }) => column));
  return { raw: explode(raw, columns, leading.lengths, count), reading };
};

/** The length of each list of a column; null for any other column. */
function listsOf(column: RawColumn): Lists | null {
  if (!holds(column, Array.isArray) || holds(column, isMessages)) return null;
  const lengths = Array.from(column.cells, (cell) => (Array.isArray(cell) ? cell.length : 0));
  return { column, lengths };
}

function isAnswers(column: RawColumn): boolean {
  const entries = filledCells(column)
    .flatMap((cell) => (Array.isArray(cell) ? cell : []))
    .filter(isFilled);
  if (entries.length === 0) return false;
  if (entries.every(isFields) || entries.every(isMessages)) return true;
  return (
    entries.every((e) => typeof e === "string" && !isNumeric(e)) && ANSWER_LISTS.test(column.name)
  );
}

/** Lists of numbers whose length varies, beside no other list that could say what they belong to. */
function varyingScores(lists: readonly Lists[]): Lists | undefined {
  return lists.find(
    ({ column, lengths }) =>
      SCORE_LISTS.test(column.name) &&
      holds(
        column,
        (cell) => Array.isArray(cell) && cell.every((x) => x === null || isNumeric(x)),
      ) &&
      lengths.some((length) => length !== lengths[0] && length > 0),
  );
}

/** Lists that are the same in every row name what stands in others. */
function isConstant(column: RawColumn): boolean {
  const filled = filledCells(column);
  const first = JSON.stringify(filled[0]);
  return filled.length > 1 && filled.every((cell) => JSON.stringify(cell) === first);
}

function areEqual(a: readonly number[], b: readonly number[]): boolean {
  return a.every((length, j) => length === b[j] || length === 0);
}

function explode(
  raw: RawTable,
  exploded: ReadonlySet<RawColumn>,
  lengths: readonly number[],
  count: number,
): RawTable {
  const columns = raw.columns.map((column): RawColumn => {
    const cells: unknown[] = new Array(count);
    let at = 0;
    for (let j = 0; j < lengths.length; j++) {
      const cell = column.cells[j];
      const list = exploded.has(column) && Array.isArray(cell) ? cell : null;
      for (let k = 0; k < lengths[j]; k++)
        cells[at++] = exploded.has(column) ? (list?.[k] ?? null) : cell;
    }
    return { name: column.name, cells };
  });
  const rows = { ...raw, rows: count, columns };
  return raw.columns.some(({ name }) => /prompt|question|instruction|query|input/i.test(name))
    ? rows
    : withPrompts(rows, lengths);
}

/** Answers of one record belong together, also where the record says nothing of what was asked. */
function withPrompts(raw: RawTable, lengths: readonly number[]): RawTable {
  const cells = lengths.flatMap((length, j) => new Array<string>(length).fill(`record ${j + 1}`));
  return { ...raw, columns: [{ name: PROMPT, cells }, ...raw.columns] };
}

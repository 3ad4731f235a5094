import { textRank } from "../mapping/column-names.ts";
import { numberIn } from "../mapping/word-scores.ts";
import { columnFromCells, readCell } from "../table/cells.ts";
import { OFF, ON, type Reading, type ReadingPicks, switched } from "../table/reading.ts";
import { quote, type ReadTable, type TableColumn } from "../table/table.ts";

/** Marks of significance, which belong to some cells only. */
const MARKS = /^([+\-−]?[\d.,]*\d)\s*[*†‡§¶]+$/u;
/** A number with its error, a share or a sum of money: every cell has them. */
const DECORATED = [
  /^([+\-−]?[\d.,]*\d)\s*(?:±|\+\/-|\+-)\s*[\d.,]+(?:e[+-]?\d+)?$/iu,
  /^([+\-−]?[\d.,]*\d)\s*[([][^)\]]*[\d][^)\]]*[)\]]$/u,
  /^([+\-−]?[\d.,]*\d)\s*%$/u,
  /^\p{Sc}\s*([+\-−]?[\d.,]*\d)$/u,
  /^([+\-−]?[\d.,]*\d)\s*(?:\p{Sc}|\p{L}{1,3})$/u,
  /^[≈~]\s*([+\-−]?[\d.,]*\d)$/u,
];
const FEW_WORDS = 24;
/** A column of which at least so much is numbers is nearly one of numbers. */
const NEARLY = 0.5;

type Texts = Extract<TableColumn, { kind: "text" }>;

/**
 * Columns of texts that are numbers with something beside them (0.83**, 1.61 ± 0.03, 80 %) become numbers where every cell is of one
 * kind; of a column that is mostly numbers it is said, and it can be read as numbers with gaps.
 */
export function withWrittenNumbers(read: ReadTable, picks: ReadingPicks): ReadTable {
  const plain = new Map<TableColumn, TableColumn>();
  const nearly = new Map<TableColumn, TableColumn>();
  const examples: string[] = [];
  for (const column of read.table.columns) {
    if (column.kind !== "text" || textRank(column.name, "prompt") === 0) continue;
    const numbers = decorated(column);
    const mostly = numbers ? null : nearlyNumbers(column);
    if (numbers) plain.set(column, numbers);
    if (mostly) {
      nearly.set(column, mostly.column);
      examples.push(mostly.example);
    }
  }
  if (plain.size === 0 && nearly.size === 0) return read;
  const readings: Reading[] = [];
  if (plain.size > 0)
    readings.push(switched(picks, { kind: "plain-numbers", names: namesOf(plain) }));
  if (nearly.size > 0) readings.push(asked(picks, namesOf(nearly), examples[0]));
  const taken = new Map(
    readings.flatMap(({ kind, taken }) =>
      taken === ON ? [...(kind === "plain-numbers" ? plain : nearly)] : [],
    ),
  );
  const columns = read.table.columns.map((column) => taken.get(column) ?? column);
  return {
    ...read,
    table: { ...read.table, columns },
    readings: [...read.readings, ...readings],
  };
}

/** Nearly numbers become numbers on request only. */
function asked(picks: ReadingPicks, names: readonly string[], value: string): Reading {
  const kind = "nearly-numbers";
  const isTaken = picks[kind] === ON;
  const [taken, other] = isTaken ? [ON, OFF] : [OFF, ON];
  return { kind, names, value, taken, others: [{ pick: other }] };
}

function namesOf(columns: ReadonlyMap<TableColumn, unknown>): string[] {
  return [...columns.keys()].map(({ name }) => name);
}

/** The numbers of a column whose every cell writes one with the same kind of thing beside it; null for any other. */
function decorated(column: Texts): TableColumn | null {
  const first = column.texts.find((text) => isText(text))?.trim();
  if (first === undefined || !/\d/.test(first)) return null;
  const pattern = DECORATED.find((one) => column.texts.some((text) => one.test(text.trim())));
  const hasMarks = column.texts.some((text) => MARKS.test(text.trim()));
  const isMany = new Set(column.texts.map((text) => text.trim())).size > FEW_WORDS;
  const numberOf = (text: string): number | null => {
    if (!pattern && !hasMarks) return isMany ? numberIn(text) : null;
    const bare = hasMarks ? (MARKS.exec(text)?.[1] ?? text) : text;
    const found = pattern ? pattern.exec(bare)?.[1] : bare;
    const cell = found === undefined ? null : readCell(found, false);
    return cell?.kind === "number" ? cell.value : null;
  };
  const numbers = new Float64Array(column.texts.length);
  let missing = 0;
  for (let j = 0; j < numbers.length; j++) {
    const text = column.texts[j].trim();
    const number = isText(text) ? numberOf(text) : Number.NaN;
    if (number === null) return null;
    numbers[j] = number;
    if (Number.isNaN(number)) missing++;
  }
  return { name: column.name, kind: "number", numbers, missing, bad: 0 };
}

/** True for a cell that is no gap. */
function isText(text: string): boolean {
  return readCell(text, false).kind !== "missing" && readCell(text, false).kind !== "error";
}

function nearlyNumbers(column: Texts): { column: TableColumn; example: string } | null {
  const filled = column.texts.filter(isText);
  const others = filled.filter((text) => readCell(text, false).kind === "other");
  const isNearly = others.length < NEARLY * filled.length && filled.length >= 3;
  if (!isNearly || others.length === 0) return null;
  const cells = column.texts.map((text) => (readCell(text, false).kind === "other" ? "" : text));
  return {
    column: columnFromCells(column.name, cells, { firstRow: 1 }).column,
    example: quote(others[0].trim()),
  };
}

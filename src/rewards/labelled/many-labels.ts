import { type CellsOf, FOUNDATIONS, type LabelledTable, TEXT, textOf, valueName } from "./cells.ts";
import type { LabelledText } from "./labelled-texts.ts";

const LISTS = /^(annotations?|values?_aggregated|foundations|labels|tags|values)$/i;
/** Says of a text that it is about none. */
const NONE = /^(non-?moral|none|neutral|no|n\/?a|-)$/i;
/** Columns of 0 and 1 that are no foundations: so many are taken for labels, fewer may be anything. */
const FEWEST_FLAGS = 3;
/** So many of the labels that occur most. */
const MOST_LABELS = 20;
const FEWEST_OF_LABEL = 5;

/**
 * Texts with several labels each, in one cell ("Care,Loyalty", a list of strings) or in a column of 0 and 1 for each label: a text
 * follows what it was labelled with, and not the rest. Null for any other table.
 */
export function manyLabels(table: LabelledTable, cells: CellsOf): LabelledText[][] | null {
  const text = cells(TEXT);
  if (!text) return null;
  const sets = labelSets(cells(LISTS)) ?? flagSets(table);
  if (!sets) return null;
  const counts = new Map<string, number>();
  for (const label of sets.flatMap((set) => (set ? [...set] : [])))
    counts.set(label, (counts.get(label) ?? 0) + 1);
  const labels = [...counts]
    .filter(([, count]) => count >= FEWEST_OF_LABEL)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_LABELS)
    .map(([label]) => label);
  if (labels.length < 2) return null;
  return sets.map((set, j) => {
    const words = textOf(text[j]);
    if (words === "" || !set) return [];
    return labels.map((value) => ({ text: words, value, follows: set.has(value) }));
  });
}

/** The labels of each row out of one cell; null where a cell is no list. */
function labelSets(cells: ArrayLike<unknown> | null): (Set<string> | null)[] | null {
  if (!cells) return null;
  return Array.from(cells, (cell) => {
    const names = Array.isArray(cell) ? cell.map(textOf) : namesIn(textOf(cell));
    if (names.length === 0) return null;
    return new Set(names.filter((name) => !NONE.test(name)).map(valueName));
  });
}

function namesIn(cell: string): string[] {
  return cell
    .replace(/^\[|\]$/g, "")
    .split(/[,;|]/)
    .map((name) => name.trim().replace(/^['"]|['"]$/g, ""))
    .filter((name) => name !== "");
}

/** The columns that hold a 1 in each row; null where too few columns hold nothing but 0 and 1. */
function flagSets({ rows, columns }: LabelledTable): (Set<string> | null)[] | null {
  const flags = columns.filter(({ cells }) => isFlags(cells));
  const named = flags.filter(({ name }) => FOUNDATIONS.includes(valueName(name)));
  const taken = named.length > 1 ? named : flags.length >= FEWEST_FLAGS ? flags : [];
  if (taken.length === 0) return null;
  return Array.from(
    { length: rows },
    (_, j) =>
      new Set(
        taken.filter(({ cells }) => Number(cells[j]) === 1).map(({ name }) => valueName(name)),
      ),
  );
}

function isFlags(cells: ArrayLike<unknown>): boolean {
  let ones = 0;
  for (let j = 0; j < cells.length; j++) {
    const cell = textOf(cells[j]);
    if (cell !== "0" && cell !== "1") return false;
    ones += Number(cell);
  }
  return ones > 0 && ones < cells.length;
}

import type { ColumnHint } from "../table/column-hint.ts";
import { OFF, type Reading, type ReadingPicks } from "../table/reading.ts";
import type { ReadTable, Table, TableColumn } from "../table/table.ts";
import { directionByName, isBookkeeping, isTruth, needsAnswers, textRank } from "./column-names.ts";
import { areNegative, type ColumnReason, reasonAgainst } from "./column-reasons.ts";
import { type ColumnMapping, type ColumnUse, MOST_VALUES } from "./mapping.ts";
import { rowGroups } from "./row-groups.ts";
import {
  isEvaluative,
  knownScores,
  scoredTexts,
  type WordScores,
  wordsOfColumn,
} from "./word-scores.ts";

type Hints = ReadonlyMap<string, ColumnHint>;

/** What the columns of a table are proposed to be, and the guess about its rows that led there. */
export interface Proposal {
  readonly mapping: readonly ColumnMapping[];
  readonly readings: readonly Reading[];
}

/** A column whose words are no grades, whatever they are. */
const NO_GRADES =
  /model|judge|annotator|rater|user|author|source|category|topic|type|lang|split|subset|version|domain|task|provider|system|country|gender|side|name|stance|harm_/i;

/** `proposal` of columns alone. */
export function proposeMapping(
  table: Table,
  hints: Hints = new Map(),
  picks: ReadingPicks = {},
): ColumnMapping[] {
  return [...proposal({ table, hints }, picks).mapping];
}

/**
 * Proposes what each column is: what its layout knows (`hints`), else numbers that vary, and words that are known as grades, are
 * values, unless their name or shape says id, step, length, time or the like; each says why where that is a guess. Where hardly a
 * row has a number in all values, the values that most rows share are taken.
 */
export function proposal(
  { table, hints }: Pick<ReadTable, "table" | "hints">,
  picks: ReadingPicks = {},
): Proposal {
  const texts = textColumns(table, hints);
  const mapping = atLeastOne(
    table.columns.map((column, i) => proposed(column, i, hints.get(column.name), texts)),
  );
  return grouped(withWords(table, mapping), mapping, picks);
}

/** The columns that say what was asked and what was answered, by name; what a layout knows goes first. */
function textColumns(table: Table, hints: Hints) {
  const free = table.columns.filter((c) => c.kind === "text" && !hints.get(c.name)?.use);
  const isKnown = (use: ColumnUse) => [...hints.values()].some((hint) => hint.use === use);
  const best = (use: "prompt" | "response", but?: TableColumn) => {
    if (isKnown(use)) return undefined;
    const ranked = free.flatMap((column) => {
      const rank = column === but ? null : textRank(column.name, use);
      return rank === null || isEmptyText(column) ? [] : [{ column, rank }];
    });
    return ranked.sort((a, b) => a.rank - b.rank)[0]?.column;
  };
  const response = best("response");
  const prompt = best("prompt", response);
  const isAlone = prompt && !response && !isKnown("response") && needsAnswers(prompt.name);
  return { prompt: isAlone ? undefined : prompt, response };
}

function isEmptyText(column: TableColumn): boolean {
  return column.kind === "text" && !column.texts.some((text) => text.trim() !== "");
}

function proposed(
  column: TableColumn,
  place: number,
  hint: ColumnHint | undefined,
  texts: { readonly prompt?: TableColumn; readonly response?: TableColumn },
): ColumnMapping {
  const base = { column: column.name, id: column.name };
  const plain = { ...base, lowerIsBetter: hint?.lowerIsBetter ?? false };
  if (hint?.use && hint.use !== "value") return { ...plain, use: hint.use };
  if (column === texts.prompt) return { ...plain, use: "prompt" };
  if (column === texts.response) return { ...plain, use: "response" };
  if (column.kind === "text") return gradedWords(column, plain);
  const against = reasonAgainst(column, place === 0);
  if (against && (!hint?.use || against === "constant"))
    return { ...plain, use: "ignore", reason: against };
  if (hint?.use || hint?.lowerIsBetter !== undefined || hint?.isDirectionOpen)
    return { ...plain, use: "value" };
  return { ...base, use: "value", ...direction(column.name, areNegative(column.numbers)) };
}

function direction(
  name: string,
  isTurned: boolean,
): Pick<ColumnMapping, "lowerIsBetter" | "reason"> {
  const way = isTurned ? "higher" : directionByName(name);
  return {
    lowerIsBetter: way === "lower",
    ...(way === "higher" ? {} : { reason: way }),
  };
}

/** Words that are known as grades become numbers; of others it is said that they can. */
function gradedWords(column: TableColumn, plain: Omit<ColumnMapping, "use">): ColumnMapping {
  const words = NO_GRADES.test(column.name) ? null : wordsOfColumn(column);
  if (!words || isBookkeeping(column.name) || isTruth(column.name))
    return { ...plain, use: "ignore" };
  const scores = knownScores(words, column.name);
  if (!scores) return { ...plain, use: "ignore", reason: "words" };
  const way = isEvaluative(words) ? {} : direction(column.name, false);
  return { ...plain, ...way, use: "value", words: scores, reason: "word-map" };
}

/** Numbers that seem to count the rows are values where there are no others. */
function atLeastOne(mapping: readonly ColumnMapping[]): readonly ColumnMapping[] {
  if (mapping.some((m) => m.use === "value")) return limited(mapping);
  return limited(
    mapping.map(({ reason, ...m }): ColumnMapping => {
      if (reason === "running" && !/^(column \d+|unnamed.*)$/i.test(m.column))
        return { ...m, use: "value" };
      return reason ? { ...m, reason } : m;
    }),
  );
}

/** More values than can be computed with are not proposed. */
function limited(mapping: readonly ColumnMapping[]): readonly ColumnMapping[] {
  let count = 0;
  return mapping.map((m): ColumnMapping => {
    if (m.use !== "value" || ++count <= MOST_VALUES) return m;
    return { ...m, use: "ignore", reason: "too-many" };
  });
}

/** A table in which words stand as the numbers that the mapping gives them. */
export function withWords(table: Table, mapping: readonly ColumnMapping[]): Table {
  return {
    ...table,
    columns: table.columns.map((column, i) => {
      const words: WordScores | undefined = mapping[i].words;
      if (column.kind === "number" || !words) return column;
      const numbers = scoredTexts(column.texts, words);
      return { name: column.name, kind: "number" as const, numbers, missing: 0, bad: 0 };
    }),
  };
}

/** Takes the values that most rows share where hardly a row has all of them, and offers the other groups. */
function grouped(table: Table, mapping: readonly ColumnMapping[], picks: ReadingPicks): Proposal {
  const values = mapping.filter((m) => m.use === "value").map((m) => m.column);
  const { groups, isForced } = rowGroups(table, values);
  if (groups.length === 0) return { mapping, readings: [] };
  const picked = groups[Number(picks.groups ?? (isForced ? 0 : Number.NaN))];
  const taken = picked ? String(groups.indexOf(picked)) : OFF;
  const others = groups.flatMap((group, k) =>
    group === picked ? [] : { pick: String(k), names: group.columns, count: group.rows },
  );
  const reading: Reading = {
    kind: "groups",
    names: picked?.columns ?? values,
    ...(picked ? { count: picked.rows } : {}),
    value: String(table.rows),
    taken,
    others: picked ? [...others, { pick: OFF, names: values }] : others,
  };
  if (!picked) return { mapping, readings: [reading] };
  const isTaken = new Set(picked.columns);
  const reason: ColumnReason = "group";
  return {
    mapping: mapping.map((m) =>
      m.use !== "value" || isTaken.has(m.column) ? m : { ...m, use: "ignore", reason },
    ),
    readings: [reading],
  };
}

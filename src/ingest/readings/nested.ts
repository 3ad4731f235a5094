import { type Fields, isFields } from "../table/fields.ts";
import type { RawColumn } from "../table/raw-table.ts";
import { OFF, switched } from "../table/reading.ts";
import { filledCells, holds, isFilled, isNumeric, replaced, type Step } from "./step.ts";

/** A record of more fields than this is a map by some key, no set of values. */
const MOST_FIELDS = 200;
const NAME_KEYS = ["name", "metric", "metric_name", "key", "criterion", "criteria", "aspect"];
const MORE_NAME_KEYS = ["dimension", "attribute", "label", "type", "id", "evaluator", "category"];
/** Entries with a text of their own are answers, each with its scores. */
const TEXT_KEY = /^(text|response|answer|content|completion|output|generated.*)$/i;
const SCORE_KEYS = ["score", "value", "rating", "reward", "result", "grade", "mean", "points"];

/** Records in cells become a column a field, lists of `{name, score}` a column a name: `scores.helpful`. */
export const nested: Step = (raw, picks) => {
  const by = new Map<RawColumn, readonly RawColumn[]>();
  for (const column of raw.columns) {
    const fields = recordsOf(column) ?? namedScores(column);
    if (fields) by.set(column, columnsOf(column.name, fields));
  }
  if (by.size === 0) return null;
  const names = [...by.keys()].map(({ name }) => name);
  const reading = switched(picks, { kind: "nested", names });
  return { raw: reading.taken === OFF ? raw : replaced(raw, by), reading };
};

function recordsOf(column: RawColumn): Fields[] | null {
  if (!holds(column, isFields)) return null;
  const keys = new Set<string>();
  for (const cell of filledCells(column))
    for (const key of Object.keys(isFields(cell) ? cell : {})) keys.add(key);
  if (keys.size === 0 || keys.size > MOST_FIELDS) return null;
  return Array.from(column.cells, (cell) => (isFields(cell) ? cell : {}));
}

/** Lists whose entries each name a score, as a record of them; null for other lists. */
function namedScores(column: RawColumn): Fields[] | null {
  const entries = filledCells(column).flatMap((cell) => (Array.isArray(cell) ? cell : [null]));
  if (entries.length === 0) return null;
  const keys = keysOf(entries);
  return keys && Array.from(column.cells, (cell) => byName(cell, keys));
}

interface EntryKeys {
  readonly name: string | number;
  readonly score: string | number;
}

function keysOf(entries: readonly unknown[]): EntryKeys | null {
  if (entries.every(isPair)) return isFewNames(entries.map((e) => String(e[0]))) ? PAIR : null;
  if (!entries.every(isFields)) return null;
  if (entries.some((entry) => Object.keys(entry).some((key) => TEXT_KEY.test(key)))) return null;
  const of = (keys: readonly string[], test: (cell: unknown) => boolean) =>
    keys.find((key) => {
      const cells = entries.map((entry) => entry[key]).filter(isFilled);
      return cells.length >= 0.8 * entries.length && cells.every(test);
    });
  const score = of(SCORE_KEYS, (cell) => isNumeric(cell) || typeof cell === "boolean");
  const name = of([...NAME_KEYS, ...MORE_NAME_KEYS], (cell) => nameOf(cell) !== null);
  if (score === undefined || name === undefined) return null;
  return isFewNames(entries.map((entry) => nameOf(entry[name]) ?? "")) ? { name, score } : null;
}

const PAIR: EntryKeys = { name: 0, score: 1 };

function isPair(entry: unknown): entry is [string, unknown] {
  return (
    Array.isArray(entry) &&
    entry.length === 2 &&
    typeof entry[0] === "string" &&
    (isNumeric(entry[1]) || entry[1] === null)
  );
}

/** Names of scores come again from row to row. */
function isFewNames(names: readonly string[]): boolean {
  const distinct = new Set(names).size;
  return distinct <= MOST_FIELDS && (distinct === 1 || distinct <= 0.6 * names.length);
}

/** The name of a score; HELM writes a record about it. */
function nameOf(cell: unknown): string | null {
  if (typeof cell === "string") return cell;
  return isFields(cell) && typeof cell.name === "string" ? cell.name : null;
}

function byName(cell: unknown, { name, score }: EntryKeys): Fields {
  const fields: Record<string, unknown> = Object.create(null);
  for (const entry of Array.isArray(cell) ? cell : []) {
    const key = nameOf(entry?.[name]);
    if (key !== null && !(key in fields)) fields[key] = entry[score];
  }
  return fields;
}

function columnsOf(name: string, records: readonly Fields[]): RawColumn[] {
  const keys = new Set<string>();
  for (const record of records) for (const key of Object.keys(record)) keys.add(key);
  return [...keys].slice(0, MOST_FIELDS).map((key) => ({
    name: `${name}.${key}`,
    cells: records.map((record) => (Object.hasOwn(record, key) ? record[key] : null)),
  }));
}

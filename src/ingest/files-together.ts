import { areBeside, besideTables, joinKeys, joinTables, sharedShare } from "./table/join.ts";
import { appendTables, pickTable } from "./table/raw-table.ts";
import type { Reading, ReadingChoice, ReadingPicks } from "./table/reading.ts";
import { type RowSample, sampledPlaces } from "./table/row-sample.ts";
import { type ReadResult, type ReadTable, refuse } from "./table/table.ts";

/** A table and the file that it was read from. */
export interface NamedTable {
  readonly name: string;
  readonly read: ReadTable;
}

/** How several tables become one. */
export interface TogetherOptions {
  /** A column to join by, whatever is likelier; null for what is likeliest. */
  readonly joinBy: string | null;
  readonly sample: RowSample | null;
  readonly picks: ReadingPicks;
}

const BELOW = "below";
const BESIDE = "beside";
const JOIN = "join:";
const ONLY = "only:";
/** Tables are joined unasked where so much of the smaller one finds its row. */
const MATCHED_SHARE = 0.5;
const MOST_OFFERED = 6;
const SPLIT = /(?:^|[^a-z])(train(?:ing)?|test(?:ing)?|val(?:id(?:ation)?)?|dev|eval)(?:[^a-z]|$)/i;
const ALL = "all";

/**
 * Several tables as one: beside one another where they have equally many rows and agree in what they share, joined by a column that
 * both have, below one another where they have the same columns, else the one of most numbers. Splits of one set can be chosen.
 */
export function tablesTogether(
  tables: readonly NamedTable[],
  { joinBy, sample, picks }: TogetherOptions,
): ReadResult {
  if (tables.length === 1) return tables[0].read;
  const all = tables.map(({ read }) => read.table);
  const keys = joinKeys(all);
  const canStand = areBeside(all) && areSampledAlike(tables);
  const areParts = shareColumns(tables);
  const way =
    joinBy === null
      ? (picks.files ?? likeliest(tables, keys, canStand, areParts))
      : `${JOIN}${joinBy}`;
  const choices: ReadingChoice[] = [
    ...(canStand ? [{ pick: BESIDE }] : []),
    ...keys.map((key) => ({ pick: `${JOIN}${key}`, names: [key] })),
    { pick: BELOW },
    ...(areParts ? [] : tables.slice(0, MOST_OFFERED).map(onlyThis)),
  ];
  const reading = (taken: string, names: readonly string[]): Reading => ({
    kind: "files",
    names,
    count: tables.length,
    taken,
    others: choices.filter(({ pick }) => pick !== taken),
  });
  if (way.startsWith(JOIN) && keys.includes(way.slice(JOIN.length)))
    return joined(
      tables,
      way.slice(JOIN.length),
      keys,
      sample,
      reading(way, [way.slice(JOIN.length)]),
    );
  if (way === BESIDE && canStand) return beside(tables, keys, reading(BESIDE, namesOf(tables)));
  const only = tables.find(({ name }) => way === `${ONLY}${name}`);
  if (only) {
    const readings = [...only.read.readings, reading(way, [only.name])];
    return { ...only.read, keys, readings };
  }
  const parts = appended(tables, sample, picks);
  const isPlain = areParts && keys.length === 0 && !canStand;
  const readings = isPlain ? parts.readings : [...parts.readings, reading(BELOW, namesOf(tables))];
  return { ...parts, keys, readings };
}

function namesOf(tables: readonly NamedTable[]): string[] {
  return tables.map(({ name }) => name);
}

function onlyThis({ name, read }: NamedTable): ReadingChoice {
  return { pick: `${ONLY}${name}`, names: [name], count: read.table.rows };
}

function likeliest(
  tables: readonly NamedTable[],
  keys: readonly string[],
  canStand: boolean,
  areParts: boolean,
): string {
  const all = tables.map(({ read }) => read.table);
  if (canStand) return BESIDE;
  const key = keys.find((one) => sharedShare(all, one) >= MATCHED_SHARE);
  if (key !== undefined) return `${JOIN}${key}`;
  if (areParts) return BELOW;
  const size = ({ read }: NamedTable) =>
    read.table.rows * read.table.columns.filter((c) => c.kind === "number").length;
  const [largest] = [...tables].sort((a, b) => size(b) - size(a));
  return `${ONLY}${largest.name}`;
}

/** Rows of two samples belong together only where the same were drawn. */
function areSampledAlike(tables: readonly NamedTable[]): boolean {
  const [{ read }] = tables;
  return (
    tables.every(
      (one) => one.read.sampledFrom === read.sampledFrom && one.read.format === read.format,
    ) || tables.every((one) => one.read.sampledFrom === null)
  );
}

/** True where each table has a column of numbers, or failing these any column, with another table in common. */
function shareColumns(tables: readonly NamedTable[]): boolean {
  const counts = new Map<string, number>();
  for (const { read } of tables)
    for (const name of new Set(usable(read))) counts.set(name, (counts.get(name) ?? 0) + 1);
  return tables.every(({ read }) => usable(read).some((name) => (counts.get(name) ?? 0) > 1));
}

function usable({ table }: ReadTable): string[] {
  const numeric = table.columns.filter((c) => c.kind === "number");
  return (numeric.length > 0 ? numeric : table.columns).map(({ name }) => name);
}

function joined(
  tables: readonly NamedTable[],
  key: string,
  keys: readonly string[],
  sample: RowSample | null,
  reading: Reading,
): ReadResult {
  const table = joinTables(
    tables.map(({ read }) => read.table),
    key,
  );
  if (!table) return refuse({ code: "no-match", column: key });
  const read = { ...sum(tables, reading), table, keys, layout: null, sampledFrom: null };
  return sample ? drawn(read, sample) : read;
}

function beside(
  tables: readonly NamedTable[],
  keys: readonly string[],
  reading: Reading,
): ReadTable {
  const table = besideTables(tables.map(({ read }) => read.table));
  return { ...sum(tables, reading), table, keys };
}

/** What is known of all tables together. */
function sum(tables: readonly NamedTable[], ...more: readonly Reading[]): ReadTable {
  const [first] = tables;
  const reads = tables.map(({ read }) => read);
  return {
    ...first.read,
    hints: new Map(reads.flatMap((r) => [...r.hints])),
    problems: reads.flatMap((r) => r.problems),
    readings: [...reads.flatMap((r) => r.readings).filter(isFirstOfKind), ...more],
  };
}

function isFirstOfKind(reading: Reading, at: number, all: readonly Reading[]): boolean {
  return all.findIndex(({ kind }) => kind === reading.kind) === at;
}

/** Parts of one table, or of one split of it. Where each is a sample of its own, one is drawn of them that is uniform over all their rows. */
function appended(
  tables: readonly NamedTable[],
  sample: RowSample | null,
  picks: ReadingPicks,
): ReadTable {
  const splits = splitsOf(tables);
  const picked = splits.get(picks.split ?? "");
  const parts = picked ?? tables;
  const base = sum(parts, ...splitReading(splits, picked ? String(picks.split) : ALL));
  const wholes = parts.map(({ read }) => read.sampledFrom ?? read.table.rows);
  const all = wholes.reduce((rows, whole) => rows + whole, 0);
  const places = sample && sampledPlaces(all, sample);
  const own = parts.map(({ read }) => read.table);
  if (!places) return { ...base, table: appendTables(own) };
  let from = 0;
  const drawnTables = own.map((table, k) => {
    const count = places.filter((j) => j >= from && j < from + wholes[k]).length;
    from += wholes[k];
    const kept = sampledPlaces(table.rows, { rows: count, seed: sample.seed + k + 1 });
    return kept ? pickTable(table, kept) : table;
  });
  return { ...base, table: appendTables(drawnTables), sampledFrom: all };
}

/** Tables by the split that their names say they are; empty where they are of one. */
function splitsOf(tables: readonly NamedTable[]): Map<string, NamedTable[]> {
  const splits = new Map<string, NamedTable[]>();
  for (const table of tables) {
    const split = SPLIT.exec(table.name)?.[1].toLowerCase();
    if (split === undefined) return new Map();
    splits.set(split, [...(splits.get(split) ?? []), table]);
  }
  return splits.size > 1 ? splits : new Map();
}

function splitReading(
  splits: ReadonlyMap<string, readonly NamedTable[]>,
  taken: string,
): Reading[] {
  if (splits.size === 0) return [];
  const rows = (tables: readonly NamedTable[]) =>
    tables.reduce((count, { read }) => count + read.table.rows, 0);
  const others = [...splits].map(([pick, own]) => ({ pick, names: [pick], count: rows(own) }));
  const whole = { pick: ALL, count: rows([...splits.values()].flat()) };
  return [
    {
      kind: "split",
      names: taken === ALL ? [...splits.keys()] : [taken],
      taken,
      others: [whole, ...others].filter(({ pick }) => pick !== taken),
    },
  ];
}

function drawn(read: ReadTable, sample: RowSample): ReadTable {
  const places = sampledPlaces(read.table.rows, sample);
  if (!places) return read;
  return { ...read, table: pickTable(read.table, places), sampledFrom: read.table.rows };
}

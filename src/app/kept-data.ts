import * as v from "valibot";
import type { RewardColumn } from "../core/samples.ts";
import type { NotKept, PartStore } from "../engine/part-store.ts";
import type { KeptText } from "../state/preferences-store.ts";
import type { KeptFile } from "../state/session-store.ts";
import type { NewData } from "./start.ts";

/** A short note on what is kept, readable at once when the page starts. */
export type KeptNote = KeptText & Pick<Storage, "removeItem">;

/** Keeps the last file that was used, so that it is there after a reload. */
export interface Keeper {
  /** What is kept, by its note; null for nothing. */
  known(): KeptFile | null;
  /** Replaces what is kept. Null where it worked; else what was kept before still is. */
  keep(data: NewData): Promise<NotKept | null>;
  /** The data that is kept, if its fingerprint is this one; null where it is not there or was damaged. */
  find(fingerprint: string): Promise<NewData | null>;
  /** Removes it and the note. False where the browser refuses. */
  forget(): Promise<boolean>;
}

const NOTE = "value-palette.kept";
/** Characters of texts that are written at once. */
const TEXTS_AT_ONCE = 1 << 20;

const note = v.object({
  name: v.string(),
  fingerprint: v.string(),
  rows: v.number(),
  values: v.number(),
});
const facts = v.object({
  version: v.literal(1),
  source: v.looseObject({
    kind: v.literal("file"),
    name: v.string(),
    fingerprint: v.string(),
    sampledFrom: v.optional(v.number()),
  }),
  rows: v.number(),
  dropped: v.number(),
  values: v.array(v.object({ id: v.string(), lowerIsBetter: v.boolean() })),
  parts: v.record(v.string(), v.number()),
});
type Facts = v.InferOutput<typeof facts>;

/** A keeper over a store of parts and a place for its note; without a store (in an embed) nothing is kept and nothing is said. */
export function dataKeeper(store: PartStore | null, notes: KeptNote | null): Keeper {
  /** Only the newest of several wishes may write the note. */
  let turn = 0;

  return {
    known,
    async keep(data) {
      const described = describe(data);
      if (!store || !described) return null;
      const mine = ++turn;
      const failure = await store.write(partsOf(data, described));
      if (failure === null && (mine !== turn || writeNote(described))) return null;
      if (known() === null) await store.clear();
      return failure ?? "full";
    },
    async find(fingerprint) {
      if (known()?.fingerprint !== fingerprint) return null;
      const [first] = (await store?.read(["facts"])) ?? [];
      const read = v.safeParse(facts, first);
      if (!read.success || read.output.source.fingerprint !== fingerprint) return null;
      const names = partNames(read.output);
      const parts = await store?.read(names);
      return parts ? dataOf(read.output, new Map(names.map((name, k) => [name, parts[k]]))) : null;
    },
    async forget() {
      turn++;
      try {
        notes?.removeItem(NOTE);
      } catch {
        // Where notes are blocked there is none.
      }
      return store ? store.clear() : true;
    },
  };

  function known(): KeptFile | null {
    if (!store) return null;
    try {
      return v.parse(note, JSON.parse(notes?.getItem(NOTE) ?? "null"));
    } catch {
      return null;
    }
  }

  /** Nothing may be kept that the user is not told of and cannot forget. */
  function writeNote({ source, rows, values }: Facts): boolean {
    const { name, fingerprint } = source;
    const kept: KeptFile = { name, fingerprint, rows, values: values.length };
    try {
      notes?.setItem(NOTE, JSON.stringify(kept));
      return notes !== null;
    } catch {
      return false;
    }
  }
}

/** What is known of data before its rows are read; null for data that anyone can draw again. */
function describe({ rows, source, dropped, texts }: NewData): Facts | null {
  if (rows.kind !== "columns" || source.kind !== "file") return null;
  return {
    version: 1,
    source,
    dropped,
    rows: rows.columns[0].rewards.length,
    values: rows.columns.map(({ id, lowerIsBetter = false }) => ({ id, lowerIsBetter })),
    parts: {
      column: rows.columns.length,
      weights: rows.weights ? 1 : 0,
      prompts: rows.prompts ? 1 : 0,
      promptTexts: stretches(texts?.prompts ?? []).length,
      responseTexts: stretches(texts?.responses ?? []).length,
    },
  };
}

function partNames({ parts }: Facts): string[] {
  return Object.entries(parts).flatMap(([name, count]) =>
    Array.from({ length: count }, (_, k) => `${name} ${k}`),
  );
}

function* partsOf({ rows, texts }: NewData, described: Facts): Iterable<[string, unknown]> {
  yield ["facts", described];
  if (rows.kind !== "columns") return;
  for (const [k, { rewards }] of rows.columns.entries()) yield [`column ${k}`, rewards];
  if (rows.weights) yield ["weights 0", rows.weights];
  if (rows.prompts) yield ["prompts 0", rows.prompts];
  for (const name of ["prompt", "response"] as const) {
    const all = texts?.[`${name}s`] ?? [];
    for (const [k, [from, to]] of stretches(all).entries())
      yield [`${name}Texts ${k}`, all.slice(from, to)];
  }
}

function dataOf(described: Facts, parts: ReadonlyMap<string, unknown>): NewData | null {
  const { source, dropped, values, rows } = described;
  const columns = values.map(
    (value, k): RewardColumn => ({
      ...value,
      rewards: parts.get(`column ${k}`) as RewardColumn["rewards"],
    }),
  );
  const weights = (parts.get("weights 0") as Float64Array | undefined) ?? null;
  const prompts = (parts.get("prompts 0") as Int32Array | undefined) ?? null;
  const texts = {
    prompts: textsOf("promptTexts", described, parts),
    responses: textsOf("responseTexts", described, parts),
  };
  const lists = [
    ...columns.map((c) => c.rewards),
    weights,
    prompts,
    texts.prompts,
    texts.responses,
  ];
  const isWhole = lists.every((list) => list === null || list?.length === rows);
  if (!isWhole) return null;
  return { rows: { kind: "columns", columns, weights, prompts }, source, dropped, texts };
}

function textsOf(
  name: string,
  { parts: counts }: Facts,
  parts: ReadonlyMap<string, unknown>,
): string[] | null {
  const count = counts[name] ?? 0;
  if (count === 0) return null;
  return Array.from({ length: count }, (_, k) => parts.get(`${name} ${k}`) as string[]).flat();
}

/** Stretches of texts, each of a bounded number of characters, as [from, to). */
function stretches(texts: readonly string[]): [number, number][] {
  const found: [number, number][] = [];
  let from = 0;
  let size = 0;
  texts.forEach((text, j) => {
    size += text.length + 1;
    if (size < TEXTS_AT_ONCE && j < texts.length - 1) return;
    found.push([from, j + 1]);
    from = j + 1;
    size = 0;
  });
  return found;
}

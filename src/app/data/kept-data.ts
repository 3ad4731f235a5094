import * as v from "valibot";
import type { PackedTexts } from "../../core/rows/packed-texts.ts";
import type { RewardColumn } from "../../core/rows/samples.ts";
import type { NotKept, PartStore } from "../../keep/part-store.ts";
import type { KeptText } from "../../state/preferences-store.ts";
import type { KeptFile } from "../../state/session-store.ts";
import type { NewData } from "./new-data.ts";

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
/** Bytes of texts that are written at once, so that the page never stands still. */
const BYTES_AT_ONCE = 1 << 20;

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
      const ownTurn = ++turn;
      const failure = await store.write(partsOf(data, described));
      if (failure === null && (ownTurn !== turn || writeNote(described))) return null;
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
    const keptFile: KeptFile = { name, fingerprint, rows, values: values.length };
    try {
      notes?.setItem(NOTE, JSON.stringify(keptFile));
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
      ...countOf("prompt", texts?.prompts),
      ...countOf("response", texts?.responses),
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
    const packed = texts?.[`${name}s`];
    if (!packed) continue;
    yield [`${name}Ends 0`, packed.ends];
    for (let k = 0; k * BYTES_AT_ONCE < packed.bytes.length; k++)
      yield [`${name}Bytes ${k}`, packed.bytes.slice(k * BYTES_AT_ONCE, (k + 1) * BYTES_AT_ONCE)];
  }
}

/** The data that parts make up; null where one is missing, cut short, or nothing of ours. */
function dataOf(described: Facts, parts: ReadonlyMap<string, unknown>): NewData | null {
  const { source, dropped, values, rows, parts: counts } = described;
  const part = (name: string) => (counts[name] ? parts.get(`${name} 0`) : null);
  const texts = (name: "prompt" | "response") =>
    counts[`${name}Ends`]
      ? {
          ends: part(`${name}Ends`),
          pieces: Array.from({ length: counts[`${name}Bytes`] ?? 0 }, (_, k) =>
            parts.get(`${name}Bytes ${k}`),
          ),
        }
      : null;
  const whole = v.safeParse(wholeParts(rows), {
    rewards: values.map((_, k) => parts.get(`column ${k}`)),
    weights: part("weights"),
    prompts: part("prompts"),
    texts: { prompts: texts("prompt"), responses: texts("response") },
  });
  if (!whole.success) return null;
  const { rewards, weights, prompts } = whole.output;
  const columns = values.map((value, k): RewardColumn => ({ ...value, rewards: rewards[k] }));
  return {
    rows: { kind: "columns", columns, weights, prompts },
    source,
    dropped,
    texts: whole.output.texts,
  };
}

/** What the parts of so many rows have to be: whatever lies in the browser may have been changed there. */
function wholeParts(rows: number) {
  const numbers = v.pipe(v.custom<Float64Array<ArrayBuffer>>(isFloats), v.length(rows));
  const narrow = v.pipe(
    v.custom<Float32Array>((x) => x instanceof Float32Array),
    v.length(rows),
  );
  const places = v.pipe(
    v.custom<Int32Array>((x) => x instanceof Int32Array),
    v.length(rows),
  );
  const bytes = v.custom<Uint8Array>((x) => x instanceof Uint8Array);
  const texts = v.pipe(
    v.object({ ends: numbers, pieces: v.array(bytes) }),
    v.check(({ ends, pieces }) => areEnds(ends, pieces)),
    v.transform(({ ends, pieces }): PackedTexts => ({ bytes: joined(pieces), ends })),
  );
  return v.object({
    rewards: v.array(v.union([numbers, narrow])),
    weights: v.nullable(numbers),
    prompts: v.nullable(places),
    texts: v.object({ prompts: v.nullable(texts), responses: v.nullable(texts) }),
  });
}

function isFloats(part: unknown): boolean {
  return part instanceof Float64Array && part.buffer instanceof ArrayBuffer;
}

/** True where texts that end there, one behind the other, are as long as these pieces together. */
function areEnds(ends: Float64Array, pieces: readonly Uint8Array[]): boolean {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return (
    ends.every((end, k) => end >= (k === 0 ? 0 : ends[k - 1])) && (ends.at(-1) ?? 0) === length
  );
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function countOf(name: "prompt" | "response", texts: PackedTexts | null | undefined) {
  return {
    [`${name}Ends`]: texts ? 1 : 0,
    [`${name}Bytes`]: Math.ceil((texts?.bytes.length ?? 0) / BYTES_AT_ONCE),
  };
}

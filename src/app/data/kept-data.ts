import * as v from "valibot";
import type { PackedTexts } from "../../core/rows/packed-texts.ts";
import type { RewardColumn } from "../../core/rows/samples.ts";
import type { NotKept, PartStore } from "../../keep/part-store.ts";
import type { KeptFile } from "../../state/session-store.ts";
import { contentHash } from "./content-hash.ts";
import { type KeptNote, readNote, writeNote } from "./kept-notes.ts";
import type { NewData } from "./new-data.ts";
import type { FileSource } from "./waiting-link.ts";

/** Data that was kept; else why there is none: not there or damaged, written by a later version, or not handed out. */
export type Found =
  | { readonly ok: true; readonly data: NewData }
  | { readonly ok: false; readonly reason: "gone" | "newer" | "blocked" };

/** Keeps the last few files that were used, so that each is there after a reload of the page that shows it. */
export interface Keeper {
  /** What is kept, by the note on it, the newest first. */
  known(): readonly KeptFile[];
  /** Finds files that are kept without a note, as where it was damaged, and writes it anew. */
  mendNote(): Promise<void>;
  /** Keeps a file in place of its older version, or else of the oldest where there are too many. Null where it worked. */
  keep(data: NewData): Promise<NotKept | "newer" | null>;
  /** What is kept of this fingerprint, rather under the same name. What is damaged is forgotten. */
  find(source: Pick<FileSource, "fingerprint" | "name">): Promise<Found>;
  /** Reads one of those that are known. What is damaged is forgotten. */
  read(file: KeptFile): Promise<Found>;
  /** Removes one of them. False where the browser refuses. */
  forget(file: KeptFile): Promise<boolean>;
}

const VERSION = 1;
/** Bytes of texts that are written at once, so that the page never stands still. */
const BYTES_AT_ONCE = 1 << 20;

const newer = v.object({ version: v.pipe(v.number(), v.gtValue(VERSION)) });
const facts = v.object({
  version: v.literal(VERSION),
  content: v.optional(v.string(), ""),
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

/** A keeper over places, each for one file, and a note on them; without places (in an embed) nothing is kept and nothing is said. */
export function dataKeeper(places: readonly PartStore[], notes: KeptNote | null): Keeper {
  /** Of several wishes for a place only the newest may write its note. */
  const turns = places.map(() => 0);
  const underWay = new Set<KeptFile>();
  /** Places that a later version has written to; they are left alone. */
  const others = new Set<number>();

  const known = (): readonly KeptFile[] =>
    (readNote(notes) ?? []).filter(({ place }) => place < places.length);
  const without = ({ place }: KeptFile) => known().filter((file) => file.place !== place);

  async function read(file: KeptFile): Promise<Found> {
    const found = await readPlace(places[file.place], file.fingerprint);
    if (!found.ok && found.reason === "gone") await forget(file);
    if (!found.ok && found.reason === "newer") others.add(file.place);
    return found;
  }

  async function forget(file: KeptFile): Promise<boolean> {
    turns[file.place]++;
    const isNoted = writeNote(notes, without(file));
    return (await places[file.place].clear()) && (isNoted || notes === null);
  }

  async function mendNote(): Promise<void> {
    if (readNote(notes) !== null) return;
    const found: KeptFile[] = [];
    for (const [place, store] of places.entries()) {
      const read = await readFacts(store);
      if (read.ok) found.push(noteOf(read.facts, place));
      else if (read.reason === "newer") others.add(place);
    }
    if (readNote(notes) === null && found.length > 0) writeNote(notes, found);
  }

  async function keep(data: NewData): Promise<NotKept | "newer" | null> {
    const described = describe(data);
    if (places.length === 0 || !described) return null;
    const before = known();
    const place = placeFor(described, [...underWay, ...before], places, others);
    if (place === null) return "newer";
    const ownTurn = ++turns[place];
    const file = noteOf(described, place);
    underWay.add(file);
    const failure = await places[place].write(partsOf(data, described));
    underWay.delete(file);
    const isNewest = () => ownTurn === turns[place];
    // Nothing may be kept that the user is not told of and cannot forget.
    if (failure === null && (!isNewest() || writeNote(notes, [file, ...without(file)])))
      return null;
    if (!before.some((one) => one.place === place)) await places[place].clear();
    return failure ?? "full";
  }

  return {
    known,
    mendNote,
    keep,
    async find({ fingerprint, name }) {
      const same = known().filter((file) => file.fingerprint === fingerprint);
      const file = same.find((one) => one.name === name) ?? same[0];
      return file ? read(file) : { ok: false, reason: "gone" };
    },
    read,
    forget,
  };
}

/** The place of an older version of the file, a free one, or that of the oldest; null where all are of a later version. */
function placeFor(
  { source, content }: Facts,
  files: readonly KeptFile[],
  places: readonly PartStore[],
  others: ReadonlySet<number>,
): number | null {
  const same = files.find((f) => f.fingerprint === source.fingerprint && f.content === content);
  if (same && !others.has(same.place)) return same.place;
  const usable = [...places.keys()].filter((place) => !others.has(place));
  const free = usable.find((place) => !files.some((file) => file.place === place));
  return free ?? files.findLast((file) => usable.includes(file.place))?.place ?? null;
}

function noteOf({ source, rows, values, content }: Facts, place: number): KeptFile {
  const { name, fingerprint } = source;
  return { place, content, name, fingerprint, rows, values: values.length };
}

async function readPlace(store: PartStore, fingerprint: string): Promise<Found> {
  const read = await readFacts(store);
  if (!read.ok) return read;
  if (read.facts.source.fingerprint !== fingerprint) return { ok: false, reason: "gone" };
  const names = partNames(read.facts);
  const parts = await store.read(names);
  if (parts === "blocked") return { ok: false, reason: "blocked" };
  const data = parts && dataOf(read.facts, new Map(names.map((name, k) => [name, parts[k]])));
  return data ? { ok: true, data } : { ok: false, reason: "gone" };
}

async function readFacts(
  store: PartStore,
): Promise<{ readonly ok: true; readonly facts: Facts } | Extract<Found, { ok: false }>> {
  const parts = await store.read(["facts"]);
  if (parts === "blocked") return { ok: false, reason: "blocked" };
  const [first] = parts ?? [];
  if (v.is(newer, first)) return { ok: false, reason: "newer" };
  const read = v.safeParse(facts, first);
  return read.success ? { ok: true, facts: read.output } : { ok: false, reason: "gone" };
}

/** What is known of data before its rows are read; null for data that anyone can draw again. */
function describe({ rows, source, dropped, texts }: NewData): Facts | null {
  if (rows.kind !== "columns" || source.kind !== "file") return null;
  return {
    version: VERSION,
    content: contentHash(rows.columns, rows.prompts, texts),
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

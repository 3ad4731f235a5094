import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";
import type { PaletteDocument, ValueSetting } from "./document.ts";
import { documentFromJson, type FieldProblem } from "./document-fields.ts";

const MARK = "p=1.";
const MOST_BYTES = 1_000_000;

/** What a link held: a document (perhaps with fields that fell back), or nothing readable. */
export type LinkReading =
  | {
      readonly ok: true;
      readonly document: PaletteDocument;
      readonly problems: readonly FieldProblem[];
    }
  | { readonly ok: false; readonly reason: "none" | "unreadable" };

/** The hash of a link to this document, without "#": settings only, never rows. */
export function encodeLink(document: PaletteDocument): string {
  return MARK + toBase64Url(deflateSync(strToU8(JSON.stringify(compact(document))), { level: 9 }));
}

/** Reads a hash (with or without "#"). Anything hostile or broken is `unreadable`; an unrelated hash is `none`. */
export function decodeLink(hash: string): LinkReading {
  const text = hash.replace(/^#/, "");
  if (!text.startsWith("p=")) return { ok: false, reason: "none" };
  try {
    if (!text.startsWith(MARK)) return { ok: false, reason: "unreadable" };
    const packed = fromBase64Url(text.slice(MARK.length));
    const json = strFromU8(inflateSync(packed, { out: new Uint8Array(sizeLimit(packed)) }));
    const read = documentFromJson(expand(JSON.parse(json)));
    return read ? { ok: true, ...read } : { ok: false, reason: "unreadable" };
  } catch {
    return { ok: false, reason: "unreadable" };
  }
}

/** A deflate stream can blow up a thousandfold: give it room for a document, not for a bomb. */
function sizeLimit(packed: Uint8Array): number {
  return Math.min(MOST_BYTES, packed.length * 64 + 1024);
}

/** Short keys and rows instead of records; numbers keep every digit. */
function compact(document: PaletteDocument): unknown {
  const { source, values, order, pair, scenarios, reference, mode, profile } = document;
  return {
    s:
      source.kind === "sample"
        ? [source.name, source.rows, source.seed]
        : [source.name, source.fingerprint],
    ...(source.kind === "file" && source.sampledFrom ? { n: source.sampledFrom } : {}),
    v: order.map((id) => [id, ...settingRow(values[id])]),
    p: pair && [order.indexOf(pair[0]), order.indexOf(pair[1])],
    ...(scenarios?.length
      ? { c: scenarios.map((s) => [s.id, s.name, Object.entries(s.values).map(pack)]) }
      : {}),
    ...(reference !== undefined ? { r: reference } : {}),
    ...(mode === "per-prompt" ? { m: mode } : {}),
    ...(profile
      ? { f: [profile.strength, Object.entries(profile.weights), profile.name ?? ""] }
      : {}),
  };

  function pack([id, setting]: [string, ValueSetting]): unknown[] {
    const place = order.indexOf(id);
    return [place < 0 ? id : place, ...settingRow(setting)];
  }
}

function settingRow({ participation, target, unit }: ValueSetting): unknown[] {
  return [participation[0], target, unit[0]];
}

const PARTICIPATION: Record<string, string> = { t: "target", h: "hold", o: "out" };
const UNIT: Record<string, string> = { r: "raw", q: "quantile", s: "sd", l: "likelihood" };

interface Packed {
  readonly s: unknown[];
  readonly v: unknown[][];
  readonly p: number[] | null;
  readonly c?: [unknown, unknown, unknown[][]][];
  readonly r?: unknown;
  readonly m?: unknown;
  readonly n?: unknown;
  readonly f?: unknown[];
}

function expand(packed: Packed): unknown {
  const order = packed.v.map((row) => row[0]);
  const [name, second, seed] = packed.s;
  return {
    version: 1,
    source:
      packed.s.length === 3
        ? { kind: "sample", name, rows: second, seed }
        : {
            kind: "file",
            name,
            fingerprint: second,
            ...(packed.n ? { sampledFrom: packed.n } : {}),
          },
    values: packed.v.map(setting),
    order,
    pair: packed.p && packed.p.map((i) => order[i]),
    scenarios: packed.c?.map(([id, name, rows]) => ({
      id,
      name,
      values: rows.map(([at, ...row]) =>
        setting([typeof at === "number" ? order[at] : at, ...row]),
      ),
    })),
    reference: packed.r,
    mode: packed.m,
    ...(packed.f
      ? { profile: { strength: packed.f[0], weights: packed.f[1], name: packed.f[2] || undefined } }
      : {}),
  };

  function setting([id, participation, target, unit]: unknown[]): unknown {
    return {
      id,
      participation: PARTICIPATION[String(participation)],
      target,
      unit: UNIT[String(unit)],
    };
  }
}

function toBase64Url(bytes: Uint8Array): string {
  let text = "";
  for (const b of bytes) text += String.fromCharCode(b);
  return btoa(text).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function fromBase64Url(text: string): Uint8Array {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) throw new Error("invalid link");
  const raw = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(raw, (c) => c.charCodeAt(0));
}

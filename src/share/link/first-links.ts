import { inflateSync, strFromU8 } from "fflate";
import { type DocumentReading, readDocument } from "../document/read-document.ts";
import { fromBase64Url } from "./base64-url.ts";

const MOST_BYTES = 1_000_000;
const PARTICIPATION: Record<string, string> = { t: "target", h: "hold", o: "out" };
const UNIT: Record<string, string> = { r: "raw", q: "quantile", s: "sd", l: "likelihood" };

/** The JSON in a link of the first format: short keys, rows instead of records. */
interface FirstPacked {
  readonly s: unknown[];
  readonly v: unknown[][];
  readonly p: number[] | null;
  readonly c?: [unknown, unknown, unknown[][]][];
  readonly r?: unknown;
  readonly m?: unknown;
  readonly n?: unknown;
  readonly f?: unknown[];
}

/** Reads what stood behind `p=1.` in links of the first format: deflated JSON. Errors: throws where it is broken. */
export function readFirstLink(text: string): DocumentReading {
  const packed = fromBase64Url(text);
  const json = strFromU8(inflateSync(packed, { out: new Uint8Array(sizeLimit(packed)) }));
  const fields = expand(JSON.parse(json)) as Record<string, unknown>;
  return readDocument(({ name }) => fields[name]);
}

/** A deflate stream can blow up a thousandfold: give it room for a document, not for a bomb. */
function sizeLimit(packed: Uint8Array): number {
  return Math.min(MOST_BYTES, packed.length * 64 + 1024);
}

function expand({ s, v, p, c, r, m, n, f }: FirstPacked): unknown {
  const order = v.map((row) => row[0]);
  const [name, second, seed] = s;
  return {
    source:
      s.length === 3
        ? { kind: "sample", name, rows: second, seed }
        : { kind: "file", name, fingerprint: second, ...(n ? { sampledFrom: n } : {}) },
    values: v.map(setting),
    pair: p?.map((i) => order[i]),
    scenarios: c?.map(([id, name, rows]) => ({
      id,
      name,
      values: rows.map(([at, ...row]) =>
        setting([typeof at === "number" ? order[at] : at, ...row]),
      ),
    })),
    reference: r,
    mode: m,
    profile: f && { strength: f[0], weights: f[1], name: f[2] || undefined },
  };
}

function setting([id, participation, target, unit]: unknown[]): unknown {
  return {
    id,
    participation: PARTICIPATION[String(participation)],
    target,
    unit: UNIT[String(unit)],
  };
}

import { gzipSync, strToU8, zipSync } from "fflate";
import type { Random } from "../../core/numerics/random.ts";

/** A way to spoil the bytes of a file. */
export type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

const upTo = (random: Random, end: number) => Math.floor(random.uniform() * end);
const NASTY = [
  "__proto__,constructor,toString\n1,2,3\n4,5,6\n",
  "<script>alert(1)</script>,<img src=x onerror=alert(1)>\n1,2\n3,4\n",
  '=cmd|"/c calc"!A1,@sum(A1),+1+1,-2\n1,2,3,4\n2,3,4,5\n',
  '{"__proto__": [1, 2], "constructor": [3, 4]}',
  '[{"__proto__": {"x": 1}, "a": 1}, {"a": 2}]',
  "NaN,Infinity,-Infinity\n1,2,3\n1e999,-1e999,NaN\n",
  '"never closed\n1,2\n3,4',
  "[1, 2, 3",
  "\uFEFF",
  "\u0000\u0001",
  "a\r\rb\r1\r2\r3",
];

/** Truncated, bit-flipped, swapped, repeated, mislabelled, spliced with hostile text or packed: one of each kind. */
export const MUTATIONS: readonly Mutation[] = [
  (bytes, random) => bytes.slice(0, upTo(random, bytes.length + 1)),
  (bytes, random) => bytes.slice(upTo(random, bytes.length)),
  (bytes, random) => flipped(bytes, random, 1),
  (bytes, random) => flipped(bytes, random, 1 + upTo(random, 64)),
  (bytes, random) => {
    const out = bytes.slice();
    const at = upTo(random, out.length);
    out.fill(upTo(random, 256), at, at + 1 + upTo(random, 32));
    return out;
  },
  (bytes, random) => {
    const at = upTo(random, bytes.length);
    return joined(bytes.slice(0, at), strToU8(pick(NASTY, random)), bytes.slice(at));
  },
  (bytes, random) => joined(strToU8(pick(NASTY, random)), bytes),
  (bytes, random) => joined(bytes.slice(0, 4 + upTo(random, 12)), strToU8(pick(NASTY, random))),
  (bytes, random) => joined(bytes, bytes.slice(upTo(random, bytes.length))),
  (bytes, random) => {
    const out = bytes.slice();
    const view = new DataView(out.buffer);
    if (out.length >= 8)
      view.setUint32(
        upTo(random, out.length - 4),
        pick([0, 1, 2 ** 31, 2 ** 32 - 1], random),
        true,
      );
    return out;
  },
  (bytes, random) => flipped(gzipSync(bytes, { level: 1 }), random, upTo(random, 3)),
  (bytes, random) =>
    flipped(zipSync({ "__proto__/a": bytes }, { level: 1 }), random, upTo(random, 3)),
];

function flipped(bytes: Uint8Array, random: Random, times: number): Uint8Array {
  const out = bytes.slice();
  for (let k = 0; k < times && out.length > 0; k++)
    out[upTo(random, out.length)] ^= 1 << upTo(random, 8);
  return out;
}

function pick<T>(from: readonly T[], random: Random): T {
  return from[upTo(random, from.length)];
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Whole files that are hostile by themselves: huge cells, very many columns, bombs, deep nesting. */
export function hostileFiles(): [string, Uint8Array][] {
  const zeros = new Uint8Array(300 << 20);
  const bomb = gzipSync(zeros, { level: 1 });
  const columns = Array.from({ length: 5000 }, (_, i) => `c${i}`);
  const row = columns.map((_, i) => i).join(",");
  const deep = 200_000;
  return [
    ...NASTY.map((text, k): [string, Uint8Array] => [`nasty text ${k + 1}`, strToU8(text)]),
    ["a cell of a million characters", strToU8(`a,b\n1,${"x".repeat(1e6)}\n2,y\n`)],
    ["a header of a million characters", strToU8(`a,${"<b>".repeat(3e5)}\n1,2\n3,4\n`)],
    ["a number of a million digits", strToU8(`a,b\n1,${"9".repeat(1e6)}\n2,3\n`)],
    ["five thousand columns", strToU8(`${columns.join(",")}\n${row}\n${row}\n`)],
    [
      "five thousand keys",
      strToU8(
        JSON.stringify([0, 1].map((j) => Object.fromEntries(columns.map((c, i) => [c, i * j])))),
      ),
    ],
    ["deep arrays", strToU8(`${"[".repeat(deep)}1${"]".repeat(deep)}`)],
    ["deep objects", strToU8(`${'{"a":'.repeat(deep)}1${"}".repeat(deep)}`)],
    ["deep cells", strToU8(`[{"a":1,"b":${"[".repeat(deep)}${"]".repeat(deep)}},{"a":2,"b":1}]`)],
    ["deep and never closed", strToU8("[".repeat(deep))],
    ["a gzip bomb", bomb],
    ["a zip bomb", zipSync({ "a.csv": [zeros, { level: 1 }] })],
    [
      "a gzip in a gzip in a gzip in a gzip",
      [1, 2, 3].reduce((b) => gzipSync(b), gzipSync(strToU8("a\n1\n2\n"))),
    ],
    ["a million empty lines", strToU8("\n".repeat(1e6))],
    ["a million quotes", strToU8('"'.repeat(1e6 + 1))],
    ["a million separators", strToU8(`a,b\n${",".repeat(1e6)}\n1,2\n`)],
  ];
}

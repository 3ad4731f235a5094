import { wordsOf } from "../words.ts";
import type { SparseRows } from "./sparse-rows.ts";

/** Hash buckets that features fall into. */
export const BUCKETS = 1 << 18;

/** Characters of a text, and of a word, that count; what is beyond is not looked at. */
const LONGEST_TEXT = 20_000;
const LONGEST_WORD = 40;
const SHORTEST_GRAM = 3;
const LONGEST_GRAM = 5;
const KINDS = { word: 0x811c9dc5 | 0, pair: 0x2f6b1c57 | 0, gram: 0x5bd1e995 | 0 };
const EDGE = 32;

/** Called for every feature of a text, as often as it occurs, with its bucket. */
type Visit = (bucket: number) => void;

/**
 * Visits the hashed features of words that follow one another: each word, each pair of neighbours, and the runs of 3 to 5
 * characters inside each word with its edges marked. The same words have the same buckets on every machine.
 */
export function visitFeatures(words: readonly string[], visit: Visit): void {
  let before = 0;
  for (let w = 0; w < words.length; w++) {
    const word = words[w];
    let whole = KINDS.word;
    for (let i = 0; i < word.length; i++) whole = mixed(whole, word.charCodeAt(i));
    visit(bucketOf(whole));
    if (w > 0) visit(bucketOf(mixed(mixed(KINDS.pair, before), whole)));
    before = whole;
    visitGrams(word, visit);
  }
}

function visitGrams(word: string, visit: Visit): void {
  const length = Math.min(word.length, LONGEST_WORD) + 2;
  const at = (i: number) => (i === 0 || i === length - 1 ? EDGE : word.charCodeAt(i - 1));
  for (let from = 0; from + SHORTEST_GRAM <= length; from++) {
    let gram = KINDS.gram;
    const most = Math.min(length, from + LONGEST_GRAM);
    for (let i = from; i < most; i++) {
      gram = mixed(gram, at(i));
      if (i - from + 1 >= SHORTEST_GRAM) visit(bucketOf(gram));
    }
  }
}

/** One step of FNV-1a. */
function mixed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** Spreads a hash over the buckets (the last steps of MurmurHash3). */
function bucketOf(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) & (BUCKETS - 1);
}

/** The distinct buckets of a text, in the order in which they first occur; a scratch array is kept between calls. */
export function bucketReader(): (text: string) => Int32Array {
  const seenIn = new Int32Array(BUCKETS);
  let buckets = new Int32Array(4096);
  let turn = 0;
  return (text) => {
    turn++;
    let count = 0;
    visitFeatures(wordsOf(text.slice(0, LONGEST_TEXT)), (bucket) => {
      if (seenIn[bucket] === turn) return;
      seenIn[bucket] = turn;
      if (count === buckets.length) {
        const more = new Int32Array(2 * count);
        more.set(buckets);
        buckets = more;
      }
      buckets[count++] = bucket;
    });
    return buckets.subarray(0, count);
  };
}

/** Features of many texts: present or not, each row of length 1, columns only for buckets that occur. */
export interface FeatureRows extends SparseRows {
  /** The bucket of each column, in the order in which they first occur. */
  readonly buckets: Int32Array;
}

/** Computes the features of texts; tells `onText` how many are done. */
export function featureRows(
  texts: readonly string[],
  onText: (done: number) => void = () => undefined,
): FeatureRows {
  const read = bucketReader();
  const columnOf = new Int32Array(BUCKETS).fill(-1);
  const buckets: number[] = [];
  const starts = new Int32Array(texts.length + 1);
  let places = new Int32Array(256 * Math.max(16, texts.length));
  for (let i = 0; i < texts.length; i++) {
    const row = read(texts[i]);
    const from = starts[i];
    if (from + row.length > places.length) {
      const more = new Int32Array(Math.max(2 * places.length, from + row.length));
      more.set(places);
      places = more;
    }
    for (let k = 0; k < row.length; k++) {
      const bucket = row[k];
      if (columnOf[bucket] < 0) columnOf[bucket] = buckets.push(bucket) - 1;
      places[from + k] = columnOf[bucket];
    }
    starts[i + 1] = from + row.length;
    onText(i + 1);
  }
  return {
    rows: texts.length,
    columns: buckets.length,
    starts,
    places: places.slice(0, starts[texts.length]),
    scales: Float64Array.from(
      texts,
      (_, i) => 1 / Math.sqrt(Math.max(1, starts[i + 1] - starts[i])),
    ),
    buckets: Int32Array.from(buckets),
  };
}

import type { RewardColumn } from "../../core/rows/samples.ts";
import type { Problem } from "./table.ts";

/** Fewer answers than this are called few. */
const FEW_ROWS = 200;
/** Two values whose correlation is beyond this say the same. */
const NEAR_ONE = 0.999;
/** In fewer rows than this a correlation says nothing. */
const FEWEST_CORRELATED = 10;
/** Share of rows that repeat another one, from which it is told. */
const REPEATED_SHARE = 0.01;
/** A value of fewer different rewards than this repeats by its nature. */
const FEW_LEVELS = 50;
/** A value whose range is so many times that of another is told. */
const FAR_RANGE = 1000;

/** What deserves a word about samples that can be used: few rows, two values that say the same, repeated rows, very different ranges. */
export function dataWarnings(columns: readonly RewardColumn[]): Problem[] {
  const rows = columns[0]?.rewards.length ?? 0;
  const few: Problem[] =
    rows < FEW_ROWS ? [{ code: "few-rows", severity: "warning", count: rows }] : [];
  return [...few, ...collinear(columns, rows), ...repeated(columns, rows), ...scales(columns)];
}

function collinear(columns: readonly RewardColumn[], rows: number): Problem[] {
  if (rows < FEWEST_CORRELATED) return [];
  const centred = columns.map(({ rewards }) => standardised(rewards));
  return columns.flatMap((a, i) =>
    columns.slice(i + 1).flatMap((b, k): Problem[] => {
      const other = centred[i + 1 + k];
      let sum = 0;
      for (let j = 0; j < other.length; j++) sum += centred[i][j] * other[j];
      return Math.abs(sum) > NEAR_ONE
        ? [{ code: "near-collinear", severity: "warning", column: a.id, value: b.id }]
        : [];
    }),
  );
}

/** Rewards less their mean, of length one. */
function standardised(rewards: ArrayLike<number>): Float64Array {
  let mean = 0;
  for (let j = 0; j < rewards.length; j++) mean += rewards[j] / rewards.length;
  const out = Float64Array.from(rewards, (x) => x - mean);
  let square = 0;
  for (const x of out) square += x * x;
  const length = Math.sqrt(square) || 1;
  return out.map((x) => x / length);
}

function repeated(columns: readonly RewardColumn[], rows: number): Problem[] {
  const isFine = columns.some(({ rewards }) => {
    const levels = new Set<number>();
    for (let j = 0; j < rows && levels.size <= FEW_LEVELS; j++) levels.add(rewards[j]);
    return levels.size > FEW_LEVELS;
  });
  if (!isFine) return [];
  const keys = new Float64Array(rows);
  const words = new Uint32Array(2);
  const number = new Float64Array(words.buffer);
  for (let j = 0; j < rows; j++) {
    let [a, b] = [0x9e3779b9, 0x85ebca6b];
    for (const { rewards } of columns) {
      number[0] = rewards[j];
      a = Math.imul(a ^ words[0], 0x01000193) ^ (b >>> 13);
      b = Math.imul(b ^ words[1], 0x5bd1e995) ^ (a >>> 15);
    }
    keys[j] = (a >>> 0) * 2 ** 21 + (b & 0x1fffff);
  }
  keys.sort();
  let again = 0;
  for (let j = 1; j < rows; j++) if (keys[j] === keys[j - 1]) again++;
  if (again < REPEATED_SHARE * rows) return [];
  return [{ code: "duplicate-rows", severity: "warning", count: again, expected: String(rows) }];
}

function scales(columns: readonly RewardColumn[]): Problem[] {
  const ranges = columns.map(({ id, rewards }) => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let j = 0; j < rewards.length; j++) {
      if (rewards[j] < low) low = rewards[j];
      if (rewards[j] > high) high = rewards[j];
    }
    return { id, range: high - low };
  });
  ranges.sort((a, b) => b.range - a.range);
  const [widest] = ranges;
  const narrowest = ranges.at(-1);
  if (!narrowest || !(widest.range > FAR_RANGE * narrowest.range)) return [];
  const [value, expected] = [widest, narrowest].map((r) => String(Number(r.range.toPrecision(3))));
  return [{ code: "mixed-scales", severity: "warning", column: widest.id, value, expected }];
}

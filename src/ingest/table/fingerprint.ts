import type { RewardColumn } from "../../core/rows/samples.ts";

/**
 * A 64-bit fingerprint of rewards as they are used, as 16 hexadecimal digits: numbers, directions and weights count, and the order
 * of rows and columns; names do not.
 */
export function fingerprint(
  columns: readonly RewardColumn[],
  weights: Float64Array | null = null,
): string {
  let a = 0x9747b28c;
  let b = 0x5bd1e995;
  const lists = weights ? [...columns, { id: "", rewards: weights }] : columns;
  for (const { rewards, lowerIsBetter } of lists) {
    const { buffer, byteOffset, byteLength } = rewards;
    const words = new Uint32Array(buffer, byteOffset, byteLength / 4);
    for (let k = 0; k < words.length; k++) {
      a = Math.imul(a ^ words[k], 0x01000193);
      b = Math.imul(b ^ ((words[k] << 13) | (words[k] >>> 19)), 0x85ebca6b);
      b ^= b >>> 15;
    }
    a ^= lowerIsBetter ? ~rewards.length : rewards.length;
  }
  return hex(a ^ (b >>> 16)) + hex(b ^ Math.imul(a, 0xc2b2ae35));
}

function hex(x: number): string {
  return (x >>> 0).toString(16).padStart(8, "0");
}

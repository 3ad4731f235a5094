import type { RewardColumn } from "../../core/rows/samples.ts";
import type { RowTexts } from "../../ingest/mapping/mapping.ts";

/** A hash of what the fingerprint of rewards leaves out: names of values, prompts and texts, as 8 hexadecimal digits. */
export function contentHash(
  columns: readonly RewardColumn[],
  prompts: Int32Array | null,
  texts: RowTexts | undefined,
): string {
  const names = new TextEncoder().encode(columns.map(({ id }) => id).join("\0"));
  const parts: (ArrayBufferView | null | undefined)[] = [names, prompts];
  for (const packed of [texts?.prompts, texts?.responses]) parts.push(packed?.bytes, packed?.ends);
  let hash = 0x811c9dc5;
  for (const part of parts) hash = hashed(part, hash);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** Goes on with a hash (FNV-1a, four bytes at a time where it can). */
function hashed(part: ArrayBufferView | null | undefined, from: number): number {
  if (!part) return Math.imul(from ^ 1, 0x01000193);
  const bytes = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
  const isAligned = part.byteOffset % 4 === 0;
  const words = isAligned
    ? new Uint32Array(part.buffer, part.byteOffset, part.byteLength >> 2)
    : new Uint32Array(0);
  let hash = Math.imul(from ^ bytes.length, 0x01000193);
  for (const word of words) hash = mixed(hash, word);
  for (let k = words.length * 4; k < bytes.length; k++) hash = mixed(hash, bytes[k]);
  return hash;
}

function mixed(hash: number, word: number): number {
  const next = Math.imul(hash ^ word, 0x01000193);
  return next ^ (next >>> 15);
}

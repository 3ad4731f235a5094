/** Texts one behind the other in UTF-8, so that a million of them go from thread to thread in one piece. */
export interface PackedTexts {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each text ends; it begins where the one before ends. */
  readonly ends: Float64Array<ArrayBuffer>;
}

const ROOM_PER_TEXT = 32;
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Packs texts in their order. */
export function packTexts(texts: readonly string[]): PackedTexts {
  const ends = new Float64Array(texts.length);
  let bytes = new Uint8Array(ROOM_PER_TEXT * texts.length);
  let at = 0;
  texts.forEach((text, j) => {
    const most = at + 3 * text.length;
    if (most > bytes.length) {
      const more = new Uint8Array(Math.max(most, 2 * bytes.length));
      more.set(bytes.subarray(0, at));
      bytes = more;
    }
    at += encoder.encodeInto(text, bytes.subarray(at)).written;
    ends[j] = at;
  });
  return { bytes: bytes.slice(0, at), ends };
}

/** The text of a row. */
export function textAt({ bytes, ends }: PackedTexts, row: number): string {
  return decoder.decode(bytes.subarray(row === 0 ? 0 : ends[row - 1], ends[row]));
}

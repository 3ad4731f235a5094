const SIGNATURE = 8;
const IHDR_END = SIGNATURE + 25;

/**
 * A PNG with words about it (`iTXt` chunks in UTF-8, right after its header); keys are the PNG keywords, such as Title,
 * Description and Source. Errors: throws `invalid PNG: …` where the bytes are no PNG.
 */
export function withPngText(
  png: Uint8Array,
  texts: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  if (png.length < IHDR_END || png[0] !== 0x89 || png[1] !== 0x50)
    throw new Error(`invalid PNG: ${png.length} bytes`);
  const chunks = Object.entries(texts).map(([keyword, text]) => textChunk(keyword, text));
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, png.length);
  const out = new Uint8Array(length);
  out.set(png.subarray(0, IHDR_END));
  let at = IHDR_END;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  out.set(png.subarray(IHDR_END), at);
  return out;
}

/** Length, type, keyword, five bytes for "not compressed, no language, no translation", text, checksum. */
function textChunk(keyword: string, text: string): Uint8Array {
  const content = new TextEncoder().encode(`iTXt${keyword}\0\0\0\0\0${text}`);
  const chunk = new Uint8Array(content.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, content.length - 4);
  chunk.set(content, 4);
  view.setUint32(content.length + 4, crc32(content));
  return chunk;
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

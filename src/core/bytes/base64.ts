const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/** What each character stands for; padding for 0. */
const VALUES = new Uint8Array(128);
for (const [value, digit] of [...DIGITS].entries()) VALUES[digit.charCodeAt(0)] = value;

/** Bytes as base64 with padding. */
export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const three = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const filled = Math.min(3, bytes.length - i) + 1;
    for (let k = 0; k < 4; k++) text += k < filled ? DIGITS[(three >> (18 - 6 * k)) & 63] : "=";
  }
  return text;
}

/** The bytes of a base64 text with its padding; null where it is none. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  for (let i = 0, at = 0; i < text.length; i += 4) {
    let three = 0;
    for (let k = 0; k < 4; k++) three = (three << 6) | VALUES[text.charCodeAt(i + k)];
    for (let k = 0; k < 3 && at < bytes.length; k++) bytes[at++] = (three >> (16 - 8 * k)) & 255;
  }
  return bytes;
}

import { fromBase64, toBase64 } from "../../core/bytes/base64.ts";

/** Bytes as text that is safe in an address, without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** The bytes that `toBase64Url` wrote, as many as are whole. Errors: throws `invalid link` for any other sign. */
export function fromBase64Url(text: string): Uint8Array {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) throw new Error("invalid link");
  const whole = text.length % 4 === 1 ? text.slice(0, -1) : text;
  const signs = whole.replace(/-/g, "+").replace(/_/g, "/");
  const bytes = fromBase64(signs.padEnd(4 * Math.ceil(signs.length / 4), "="));
  if (!bytes) throw new Error("invalid link");
  return bytes;
}

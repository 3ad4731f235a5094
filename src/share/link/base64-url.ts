/** Bytes as text that is safe in an address, without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  let text = "";
  for (const b of bytes) text += String.fromCharCode(b);
  return btoa(text).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** The bytes that `toBase64Url` wrote, as many as are whole. Errors: throws `invalid link` for any other sign. */
export function fromBase64Url(text: string): Uint8Array {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) throw new Error("invalid link");
  const whole = text.length % 4 === 1 ? text.slice(0, -1) : text;
  const raw = atob(whole.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(raw, (c) => c.charCodeAt(0));
}

/** A 64-bit fingerprint of texts in their order, as 16 hexadecimal digits; where one ends and the next begins counts. */
export function textFingerprint(texts: Iterable<string>): string {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (const text of texts) {
    for (let k = 0; k < text.length; k++) {
      const unit = text.charCodeAt(k);
      a = Math.imul(a ^ unit, 0x01000193);
      b = Math.imul(b ^ unit, 0x85ebca6b);
      b ^= b >>> 13;
    }
    a = Math.imul(a ^ ~text.length, 0x01000193);
    b = Math.imul(b ^ text.length, 0xc2b2ae35);
  }
  return hex(a ^ (b >>> 15)) + hex(b ^ (a >>> 16));
}

function hex(x: number): string {
  return (x >>> 0).toString(16).padStart(8, "0");
}

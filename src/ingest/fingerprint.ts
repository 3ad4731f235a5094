/** A 64-bit fingerprint of columns of numbers, as 16 hexadecimal digits; the order of rows and columns matters. */
export function fingerprint(columns: readonly Float64Array[]): string {
  let a = 0x9747b28c;
  let b = 0x5bd1e995;
  for (const column of columns) {
    const words = new Uint32Array(column.buffer, column.byteOffset, column.length * 2);
    for (let k = 0; k < words.length; k++) {
      a = Math.imul(a ^ words[k], 0x01000193);
      b = Math.imul(b ^ ((words[k] << 13) | (words[k] >>> 19)), 0x85ebca6b);
      b ^= b >>> 15;
    }
    a ^= column.length;
  }
  return hex(a ^ (b >>> 16)) + hex(b ^ Math.imul(a, 0xc2b2ae35));
}

function hex(x: number): string {
  return (x >>> 0).toString(16).padStart(8, "0");
}

const MAGIC = 0x184d2204;
const MOST_BYTES = 1 << 30;

/**
 * Decodes an LZ4 frame (the form in which Arrow compresses its buffers): blocks of literals and matches, checksums passed over.
 * Errors: throws `invalid LZ4: …` for a damaged frame, or one that would grow beyond 1 GiB.
 */
export function decodeLz4Frame(input: Uint8Array): Uint8Array {
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  if (input.length < 7 || view.getUint32(0, true) !== MAGIC) throw new Error("invalid LZ4: magic");
  const flags = input[4];
  const hasBlockSums = (flags & 0x10) !== 0;
  let at = 6 + ((flags & 0x08) !== 0 ? 8 : 0) + ((flags & 0x01) !== 0 ? 4 : 0) + 1;
  let out = new Uint8Array(Math.max(1024, 4 * input.length));
  let length = 0;
  for (;;) {
    const header = view.getUint32(at, true);
    at += 4;
    if (header === 0) return out.subarray(0, length);
    const size = header & 0x7fffffff;
    if (at + size > input.length) throw new Error("invalid LZ4: block too long");
    const block = input.subarray(at, at + size);
    if (header >>> 31) {
      out = roomFor(out, length + size);
      out.set(block, length);
      length += size;
    } else [out, length] = decodeBlock(block, out, length);
    at += size + (hasBlockSums ? 4 : 0);
  }
}

function decodeBlock(
  block: Uint8Array,
  into: Uint8Array<ArrayBuffer>,
  from: number,
): [Uint8Array<ArrayBuffer>, number] {
  let out = into;
  let length = from;
  let at = 0;
  const count = (nibble: number): number => {
    let n = nibble;
    if (nibble === 15)
      for (let more = 255; more === 255; ) {
        if (at >= block.length) throw new Error("invalid LZ4: cut short");
        more = block[at++];
        n += more;
      }
    return n;
  };
  while (at < block.length) {
    const token = block[at++];
    const literals = count(token >> 4);
    if (at + literals > block.length) throw new Error("invalid LZ4: cut short");
    out = roomFor(out, length + literals);
    out.set(block.subarray(at, at + literals), length);
    length += literals;
    at += literals;
    if (at >= block.length) break;
    const back = block[at] | (block[at + 1] << 8);
    at += 2;
    const matched = 4 + count(token & 15);
    if (back === 0 || back > length) throw new Error("invalid LZ4: match before the start");
    out = roomFor(out, length + matched);
    for (let k = 0; k < matched; k++, length++) out[length] = out[length - back];
  }
  return [out, length];
}

function roomFor(out: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  if (length <= out.length) return out;
  if (length > MOST_BYTES) throw new Error("invalid LZ4: too large");
  const more = new Uint8Array(Math.max(length, 2 * out.length));
  more.set(out);
  return more;
}

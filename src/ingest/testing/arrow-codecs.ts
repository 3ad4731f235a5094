const MIN_MATCH = 4;

/** Compresses into an LZ4 frame of one block, matches found by a table of the last place of each four bytes. */
export function encodeLz4Frame(input: Uint8Array): Uint8Array {
  const block = encodeBlock(input);
  const out = new Uint8Array(15 + block.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, 0x184d2204, true);
  out.set([0x60, 0x70, 0], 4);
  view.setUint32(7, block.length, true);
  out.set(block, 11);
  return out;
}

function encodeBlock(input: Uint8Array): Uint8Array {
  const out: number[] = [];
  const seen = new Map<number, number>();
  const wordAt = (at: number) =>
    input[at] | (input[at + 1] << 8) | (input[at + 2] << 16) | (input[at + 3] << 24);
  const length = (n: number) => {
    for (let left = n - 15; left >= 0; left -= 255) out.push(Math.min(255, left));
  };
  const emit = (from: number, to: number, back: number, matched: number) => {
    const literals = to - from;
    const extra = matched - MIN_MATCH;
    out.push((Math.min(15, literals) << 4) | (matched > 0 ? Math.min(15, extra) : 0));
    length(literals);
    out.push(...input.subarray(from, to));
    if (matched === 0) return;
    out.push(back & 255, back >> 8);
    length(extra);
  };
  let literalsFrom = 0;
  let at = 0;
  while (at + MIN_MATCH < input.length - 12) {
    const word = wordAt(at);
    const before = seen.get(word);
    seen.set(word, at);
    if (before === undefined || at - before > 65_535) {
      at++;
      continue;
    }
    let matched = MIN_MATCH;
    while (at + matched < input.length - 5 && input[before + matched] === input[at + matched])
      matched++;
    emit(literalsFrom, at, at - before, matched);
    at += matched;
    literalsFrom = at;
  }
  emit(literalsFrom, input.length, 0, 0);
  return Uint8Array.from(out);
}

/** A Zstandard frame of one block: the repeated byte where all are the same, else the bytes as they are. */
export function encodeZstdFrame(input: Uint8Array): Uint8Array {
  const isRun = input.length > 0 && input.every((b) => b === input[0]);
  const content = isRun ? input.subarray(0, 1) : input;
  const out = new Uint8Array(12 + content.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, 0xfd2fb528, true);
  out[4] = 0xa0;
  view.setUint32(5, input.length, true);
  const header = 1 | (isRun ? 2 : 0) | (input.length << 3);
  out.set([header & 255, (header >> 8) & 255, (header >> 16) & 255], 9);
  out.set(content, 12);
  return out;
}

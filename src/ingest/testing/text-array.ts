/** A NumPy file of texts, as `np.save` writes a list of strings. */
export function textArray(...texts: readonly string[]): Uint8Array {
  const size = Math.max(...texts.map((one) => one.length));
  const head =
    `{'descr': '<U${size}', 'fortran_order': False, 'shape': (${texts.length},), }`.padEnd(117) +
    "\n";
  const cells = new Uint32Array(texts.length * size);
  texts.forEach((one, j) => {
    [...one].forEach((sign, k) => {
      cells[j * size + k] = sign.codePointAt(0) ?? 0;
    });
  });
  const bytes = new Uint8Array(10 + head.length + cells.byteLength);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, head.length, 0]);
  bytes.set(new TextEncoder().encode(head), 10);
  bytes.set(new Uint8Array(cells.buffer), 10 + head.length);
  return bytes;
}

/** Bytes that files of a kind begin with. */
export type Signature = readonly number[];

const UNREADABLE: readonly (readonly [kind: string, Signature])[] = [
  ["empty zip", [0x50, 0x4b, 0x05, 0x06]],
  ["xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ["Zstandard", [0x28, 0xb5, 0x2f, 0xfd]],
  ["bzip2", [0x42, 0x5a, 0x68]],
  ["7-Zip", [0x37, 0x7a, 0xbc, 0xaf]],
  ["HDF5", [0x89, 0x48, 0x44, 0x46]],
  ["PDF", [0x25, 0x50, 0x44, 0x46]],
  ["PNG", [0x89, 0x50, 0x4e, 0x47]],
  ["old spreadsheet", [0xd0, 0xcf, 0x11, 0xe0]],
  ["Python pickle", [0x80, 0x02]],
  ["Python pickle", [0x80, 0x03]],
  ["Python pickle", [0x80, 0x04]],
  ["Python pickle", [0x80, 0x05]],
  ["encrypted Parquet", [0x50, 0x41, 0x52, 0x45]],
  ["SQLite", [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
];

/** How many bytes of a file are looked at to find out what it is. */
export const SNIFFED_BYTES = 65_536;

/** True where these bytes begin with one of the signatures. */
export function beginsWith(head: Uint8Array, signatures: readonly Signature[]): boolean {
  return signatures.some((signature) => signature.every((byte, i) => head[i] === byte));
}

/** Names a kind of file that cannot be read here, by its first bytes; null for a text, and for what is read. */
export function unreadableKind(head: Uint8Array): string | null {
  const entry = UNREADABLE.find(([, signature]) => beginsWith(head, [signature]));
  if (entry) return entry[0];
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  return !isUtf16 && head.includes(0) ? "binary" : null;
}

/** What a file is, by its first bytes. */
export type Container =
  | "text"
  | "utf-16"
  | "parquet"
  | "arrow"
  | "npy"
  | "zip"
  | "gzip"
  | "empty"
  | { readonly unsupported: string };

const SIGNATURES: readonly (readonly [Container, readonly number[]])[] = [
  ["parquet", [0x50, 0x41, 0x52, 0x31]],
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["gzip", [0x1f, 0x8b]],
  ["npy", [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]],
  ["arrow", [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31]],
  // An Arrow stream begins with a continuation mark and the length of its schema.
  ["arrow", [0xff, 0xff, 0xff, 0xff]],
  [{ unsupported: "empty zip" }, [0x50, 0x4b, 0x05, 0x06]],
  [{ unsupported: "xz" }, [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  [{ unsupported: "Zstandard" }, [0x28, 0xb5, 0x2f, 0xfd]],
  [{ unsupported: "bzip2" }, [0x42, 0x5a, 0x68]],
  [{ unsupported: "7-Zip" }, [0x37, 0x7a, 0xbc, 0xaf]],
  [{ unsupported: "HDF5" }, [0x89, 0x48, 0x44, 0x46]],
  [{ unsupported: "PDF" }, [0x25, 0x50, 0x44, 0x46]],
  [{ unsupported: "PNG" }, [0x89, 0x50, 0x4e, 0x47]],
  [{ unsupported: "old spreadsheet" }, [0xd0, 0xcf, 0x11, 0xe0]],
  [{ unsupported: "Python pickle" }, [0x80, 0x04, 0x95]],
];
const HEAD = 65_536;

/** How many bytes `containerOf` wants to see. */
export const SNIFFED_BYTES = HEAD;

/** Names what a file holds from its first 64 KiB; its name counts for nothing. */
export function containerOf(head: Uint8Array): Container {
  if (head.length === 0) return "empty";
  const known = SIGNATURES.find(([, magic]) => magic.every((byte, i) => head[i] === byte));
  if (known) return known[0];
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (isUtf16) return "utf-16";
  if (head.includes(0)) return { unsupported: "binary" };
  return "text";
}

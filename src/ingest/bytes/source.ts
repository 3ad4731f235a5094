/** What bytes are read from: a file of the page, a file on disk, bytes in memory. */
export interface ByteSource {
  /** Name for messages only; what it is follows from its bytes. */
  readonly name: string;
  readonly size: number;
  /** Bytes `from` to `to` − 1. */
  slice(from: number, to: number): Promise<Uint8Array>;
}

/** As much of a browser's Blob or File as is used here. */
export interface BlobLike {
  readonly size: number;
  readonly name?: string;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** A file that was there when it was chosen and cannot be read any more: deleted, changed, a folder, or not allowed. */
export class UnreadableFile extends Error {
  constructor(
    readonly file: string,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.name : String(cause), { cause });
  }
}

const STRETCH = 4 << 20;

/** A source over a file of the page; nothing of it is read before it is asked for. */
export function sourceOfBlob(blob: BlobLike, name = blob.name ?? "file"): ByteSource {
  return {
    name,
    size: blob.size,
    async slice(from, to) {
      try {
        return new Uint8Array(await blob.slice(from, to).arrayBuffer());
      } catch (error) {
        throw new UnreadableFile(name, error);
      }
    },
  };
}

/** A source over bytes in memory. */
export function sourceOfBytes(bytes: Uint8Array, name = "file"): ByteSource {
  return { name, size: bytes.length, slice: async (from, to) => bytes.subarray(from, to) };
}

/** All bytes of a source in stretches of 4 MiB. */
export async function* stretchesOf(source: ByteSource): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < source.size; from += STRETCH)
    yield await source.slice(from, Math.min(source.size, from + STRETCH));
}

/** All bytes of a source at once. */
export function allOf(source: ByteSource): Promise<Uint8Array> {
  return source.slice(0, source.size);
}

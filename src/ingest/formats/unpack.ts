import { Gunzip, type Unzipped, unzip } from "fflate";
import { allOf, type ByteSource, sourceOfBytes, stretchesOf } from "../bytes/source.ts";
import { type Problem, quote } from "../table/table.ts";

/** Bytes that a packed file may grow to. */
const MOST_UNPACKED = 2 ** 31;
/** What grows beyond this size and by more than this factor is a trap, not a table. */
const SUSPECT_BYTES = 64 << 20;
const MOST_RATIO = 500;
const MOST_FILES = 4096;
const TRAP_TEXT = `${MOST_RATIO} times its packed size`;
const UNPACKED_TEXT = `${Math.round(MOST_UNPACKED / 1e6)} MB unpacked`;
const MERGE = 1 << 16;

/** Bytes of a packed file, or why not. */
export type Unpacked =
  | { readonly ok: true; readonly files: readonly ByteSource[] }
  | { readonly ok: false; readonly problem: Problem };

/** Unpacks gzip while reading; what comes out is kept in memory. */
export async function gunzipped(source: ByteSource): Promise<Unpacked> {
  const parts: Uint8Array[] = [];
  let [size, read] = [0, 0];
  try {
    const gunzip = new Gunzip((part) => {
      parts.push(part);
      size += part.length;
    });
    for await (const stretch of stretchesOf(source))
      for (let from = 0; from < stretch.length; from += MERGE) {
        const packed = stretch.subarray(from, from + MERGE);
        gunzip.push(packed);
        read += packed.length;
        if (size > MOST_UNPACKED) return tooLarge(UNPACKED_TEXT, { count: size });
        if (isTrap(read, size)) return tooLarge(TRAP_TEXT, { count: size });
      }
    gunzip.push(new Uint8Array(0), true);
  } catch (error) {
    return damaged(source, "gzip", error);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return { ok: true, files: [sourceOfBytes(bytes, source.name.replace(/\.gz$/i, ""))] };
}

/** Unpacks the files of a zip; folders, hidden files and what the system adds are passed over. */
export async function unzipped(source: ByteSource): Promise<Unpacked> {
  const bytes = await allOf(source);
  let total = 0;
  let count = 0;
  let trap: string | null = null;
  try {
    const unzippedFiles = await new Promise<Unzipped>((resolve, reject) => {
      unzip(
        bytes,
        {
          filter: ({ name, size, originalSize }) => {
            if (name.endsWith("/") || /(^|\/)(\.|__MACOSX\/)/.test(name)) return false;
            total += originalSize;
            count++;
            if (isTrap(size, originalSize)) trap = name;
            return trap === null && total <= MOST_UNPACKED && count <= MOST_FILES;
          },
        },
        (error, files) => (error ? reject(error) : resolve(files)),
      );
    });
    if (trap !== null) return tooLarge(TRAP_TEXT, { file: trap, count: total });
    if (total > MOST_UNPACKED) return tooLarge(UNPACKED_TEXT, { count: total });
    if (count > MOST_FILES) return tooLarge(`${MOST_FILES} files`, { value: `${count} files` });
    const names = Object.keys(unzippedFiles).sort((a, b) =>
      a.localeCompare(b, "en", { numeric: true }),
    );
    return { ok: true, files: names.map((name) => sourceOfBytes(unzippedFiles[name], name)) };
  } catch (error) {
    return damaged(source, "zip", error);
  }
}

function isTrap(packed: number, unpacked: number): boolean {
  return unpacked > SUSPECT_BYTES && unpacked > MOST_RATIO * packed;
}

function tooLarge(expected: string, details: Pick<Problem, "file" | "count" | "value">): Unpacked {
  return {
    ok: false,
    problem: { code: "too-large-file", severity: "error", expected, ...details },
  };
}

function damaged({ name }: ByteSource, expected: string, error: unknown): Unpacked {
  const value = quote(error instanceof Error ? error.message : name);
  return { ok: false, problem: { code: "damaged-file", severity: "error", expected, value } };
}

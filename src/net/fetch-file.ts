import type { Gate, GateRefusal } from "./gate.ts";

/** Why a file could not be fetched. */
type FetchFailure = {
  readonly ok: false;
  readonly reason: GateRefusal | "status" | "web-page" | "too-large" | "interrupted";
  /** Status that the site answered with, where that is the reason. */
  readonly status?: number;
  /** Bytes that came, or that were announced. */
  readonly bytes?: number;
};

/** A file as it would come from a drop, or why there is none. */
export type FetchedFile = { readonly ok: true; readonly file: File } | FetchFailure;

/** Bytes that came so far, and how many there will be where the site says so. */
export interface FetchProgress {
  readonly bytes: number;
  readonly total: number | null;
}

/** Settings of `fetchFile`. */
export interface FetchOptions {
  readonly signal: AbortSignal;
  /** Told every 100 ms. */
  readonly onProgress: (done: FetchProgress) => void;
  /** Bytes that a file may have. Default 2 GiB. */
  readonly most?: number;
}

const MOST_BYTES = 2 * 2 ** 30;
const TELL_EVERY_MS = 100;
/** Bytes that are handed to the browser at a time, which keeps them where it likes. */
const HANDED_BYTES = 16 << 20;

/** Fetches a file from an address that was admitted at the gate; its name is the last part of the address. */
export async function fetchFile(gate: Gate, url: URL, options: FetchOptions): Promise<FetchedFile> {
  const { signal, most = MOST_BYTES } = options;
  const reply = await gate.request(url, { signal });
  if (!reply.ok) return reply;
  const { response } = reply;
  const refusal = refusalOf(response, most);
  if (refusal) {
    await response.body?.cancel().catch(() => undefined);
    return refusal;
  }
  const parts = await partsOf(response, { ...options, most });
  return Array.isArray(parts) ? { ok: true, file: new File(parts, fileNameOf(url)) } : parts;
}

/** Why an answer is no file, as its status and headers say; null where it may be one. */
function refusalOf(response: Response, most: number): FetchFailure | null {
  if (!response.ok) return { ok: false, reason: "status", status: response.status };
  if (/^text\/html\b/i.test(response.headers.get("content-type") ?? ""))
    return { ok: false, reason: "web-page" };
  const total = announced(response);
  return total !== null && total > most ? { ok: false, reason: "too-large", bytes: total } : null;
}

/** The bytes of an answer as they come, or why they stopped. */
async function partsOf(
  response: Response,
  { signal, onProgress, most }: Required<FetchOptions>,
): Promise<Blob[] | FetchFailure> {
  const parts = new PartList();
  let total = announced(response);
  const telling = setInterval(() => onProgress({ bytes: parts.bytes, total }), TELL_EVERY_MS);
  try {
    const reader = response.body?.getReader();
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
      parts.add(read.value);
      const { bytes } = parts;
      if (bytes > most) {
        await reader?.cancel();
        return { ok: false, reason: "too-large", bytes };
      }
      // A packed transfer announces its packed size: what comes is more.
      if (total !== null && bytes > total) total = null;
    }
  } catch {
    return signal.aborted
      ? { ok: false, reason: "cancelled" }
      : { ok: false, reason: "interrupted", bytes: parts.bytes };
  } finally {
    clearInterval(telling);
  }
  return parts.whole();
}

/** Bytes that are handed to the browser every sixteen megabytes. */
class PartList {
  bytes = 0;
  private readonly blobs: Blob[] = [];
  private fresh: BlobPart[] = [];
  private handed = 0;

  add(piece: BlobPart & Uint8Array): void {
    this.fresh.push(piece);
    this.bytes += piece.length;
    if (this.bytes - this.handed >= HANDED_BYTES) this.hand();
  }

  whole(): Blob[] {
    this.hand();
    return this.blobs;
  }

  private hand(): void {
    this.blobs.push(new Blob(this.fresh));
    this.fresh = [];
    this.handed = this.bytes;
  }
}

function announced(response: Response): number | null {
  const length = Number(response.headers.get("content-length") ?? "");
  return Number.isSafeInteger(length) && length > 0 ? length : null;
}

/** The last part of an address that says something, as a file's name. */
export function fileNameOf(url: URL): string {
  const last = url.pathname.split("/").findLast((part) => part !== "") ?? url.host;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Rolldown } from "vite";

const PUBLIC = "public";
/** Shown by the page that the code is kept on, not by the application. */
const ELSEWHERE = /^screenshot\.png$/;

/** Larger ones are kept once they are used: the runtime for models, which few visitors need. */
const MOST_BYTES = 2_000_000;

/**
 * What the application consists of, for a service worker to keep: the names of its files, which of them are kept at once, and
 * a name for their contents.
 */
export function offlineFiles(bundle: Rolldown.OutputBundle) {
  const contents = new Map<string, string | Uint8Array>();
  for (const [name, file] of Object.entries(bundle))
    contents.set(name, file.type === "chunk" ? file.code : file.source);
  for (const name of readdirSync(PUBLIC))
    if (!ELSEWHERE.test(name)) contents.set(name, readFileSync(join(PUBLIC, name)));
  const files = [...contents.keys()].sort();
  const hash = createHash("sha256");
  for (const name of files) hash.update(name).update(contents.get(name) ?? "");
  const first = files.filter((name) => (contents.get(name)?.length ?? 0) <= MOST_BYTES);
  return { files, first, build: hash.digest("hex").slice(0, 16) };
}

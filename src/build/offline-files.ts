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
 * What the application consists of, for a service worker to keep: its files with the SHA-256 of each in hex, which of them are
 * kept at once, and a name for their contents.
 */
export function offlineFiles(bundle: Rolldown.OutputBundle) {
  const contents = new Map<string, Uint8Array>();
  for (const [name, file] of Object.entries(bundle))
    contents.set(name, Buffer.from(file.type === "chunk" ? file.code : file.source));
  for (const name of readdirSync(PUBLIC))
    if (!ELSEWHERE.test(name)) contents.set(name, readFileSync(join(PUBLIC, name)));
  const hashes = [...contents].sort(([a], [b]) => (a < b ? -1 : 1)).map(hashed);
  const first = hashes.flatMap(([name]) =>
    (contents.get(name)?.length ?? 0) <= MOST_BYTES ? [name] : [],
  );
  const [, build] = hashed(["build", Buffer.from(JSON.stringify(hashes))]);
  return { files: Object.fromEntries(hashes), first, build: build.slice(0, 16) };
}

function hashed([name, content]: readonly [string, Uint8Array]): [name: string, hash: string] {
  return [name, createHash("sha256").update(content).digest("hex")];
}

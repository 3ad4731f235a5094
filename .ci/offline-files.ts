import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Rolldown } from "vite";

const PUBLIC = "public";
/** Shown by the page that the code is kept on, not by the application. */
const ELSEWHERE = /^screenshot\.png$/;

/** What the application consists of, for a service worker to keep: the names of its files and a name for their contents. */
export function offlineFiles(bundle: Rolldown.OutputBundle): { files: string[]; build: string } {
  const contents = new Map<string, string | Uint8Array>();
  for (const [name, file] of Object.entries(bundle))
    contents.set(name, file.type === "chunk" ? file.code : file.source);
  for (const name of readdirSync(PUBLIC))
    if (!ELSEWHERE.test(name)) contents.set(name, readFileSync(join(PUBLIC, name)));
  const files = [...contents.keys()].sort();
  const hash = createHash("sha256");
  for (const name of files) hash.update(name).update(contents.get(name) ?? "");
  return { files, build: hash.digest("hex").slice(0, 16) };
}

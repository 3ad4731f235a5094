import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

/** What shrinks; pictures and fonts are packed by themselves. */
const SHRINKS = /\.(css|csv|html|js|json|svg|txt|wasm|webmanifest)$/;

/** Writes a gzipped file beside each built one that it makes smaller, for hosts that send such files as they are. */
export function packedFiles(): Plugin {
  return {
    name: "packed-files",
    apply: "build",
    writeBundle: { order: "post", handler: ({ dir = "dist" }) => packFolder(dir) },
  };
}

/** Packs the files of a folder and of those in it. */
export function packFolder(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!SHRINKS.test(name)) continue;
    const file = join(folder, name);
    const content = readFileSync(file);
    const packed = gzipSync(content);
    if (packed.length < content.length) writeFileSync(`${file}.gz`, packed);
  }
}

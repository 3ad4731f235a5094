import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";

const CACHE = "node_modules/.cache/value-palette";

/** Node runs no TypeScript: bundles an entry on first use, and again whenever a source is newer. Returns the path. */
export async function bundle(entry, name) {
  const target = join(CACHE, `${name}.mjs`);
  if (existsSync(target) && statSync(target).mtimeMs > newest(["src", "workers", entry]))
    return target;
  mkdirSync(CACHE, { recursive: true });
  const folder = join(CACHE, `making-${name}-${process.pid}`);
  await build({
    configFile: false,
    logLevel: "silent",
    build: {
      ssr: entry,
      outDir: folder,
      target: "node20",
      minify: false,
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: `${name}.mjs`, codeSplitting: false } },
    },
  });
  renameSync(join(folder, `${name}.mjs`), target);
  rmSync(folder, { recursive: true, force: true });
  return target;
}

function newest(paths) {
  let latest = 0;
  for (const path of paths) {
    const stat = statSync(path);
    latest = Math.max(latest, stat.mtimeMs);
    if (stat.isDirectory())
      latest = Math.max(latest, newest(readdirSync(path).map((inner) => join(path, inner))));
  }
  return latest;
}

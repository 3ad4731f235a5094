import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import "./tools.mjs";

const CACHE = "node_modules/.cache/value-palette";

/**
 * The address of a TypeScript entry that Node 20 can import: bundled on first use, and again when a source is newer.
 * The bundle is made under a name of its own and renamed, so that two first uses do not meet.
 */
export async function bundled(entry, name, sources) {
  const target = join(CACHE, `${name}.mjs`);
  const started = new Date();
  if (!existsSync(target) || statSync(target).mtimeMs <= newest(["package-lock.json", ...sources]))
    await bundle(entry, target, started);
  return pathToFileURL(target).href;
}

async function bundle(entry, target, started) {
  const { build } = await import("vite");
  const folder = `${target}.${process.pid}`;
  mkdirSync(CACHE, { recursive: true });
  try {
    await build({
      configFile: false,
      logLevel: "silent",
      publicDir: false,
      build: {
        ssr: entry,
        outDir: folder,
        target: "node20",
        minify: false,
        rolldownOptions: { output: { entryFileNames: "entry.mjs", codeSplitting: false } },
      },
    });
    // A source that is saved while the bundle is made has to look newer than it.
    utimesSync(join(folder, "entry.mjs"), started, started);
    renameSync(join(folder, "entry.mjs"), target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The latest change below these paths, in ms; folders count too, so that a removed file is noticed. */
function newest(paths) {
  return Math.max(
    ...paths.filter(existsSync).map((path) => {
      const stat = statSync(path);
      const inner = stat.isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [];
      return Math.max(stat.mtimeMs, newest(inner));
    }),
    0,
  );
}

import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { bundled } from "./bundle.mjs";
import { ensureBrowser } from "./find-browser.mjs";
import { staticHost } from "./host.mjs";
import { runTool } from "./tools.mjs";

const FOLDER = "e2e/bench";
const ENDING = ".bench.ts";
/** What takes an hour or more runs only when it is named. */
const LONG = ["mutants", "missing"];
/** A page that shares its process with no other origin may count its own memory. */
const ISOLATED = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

const names = existsSync(FOLDER)
  ? readdirSync(FOLDER)
      .filter((file) => file.endsWith(ENDING))
      .map((file) => file.slice(0, -ENDING.length))
  : [];
const given = process.argv.slice(2);
const firstOption = given.findIndex((word) => word.startsWith("--"));
const asked = firstOption < 0 ? given : given.slice(0, firstOption);
const args = given.slice(asked.length);
const unknown = asked.find((name) => !names.includes(name));
if (unknown !== undefined) {
  process.stderr.write(`bench: there is no "${unknown}"; there are: ${names.join(", ")}\n`);
  process.exit(2);
}

process.env.CHROME_PATH = await ensureBrowser();
for (const name of asked.length > 0 ? asked : names.filter((each) => !LONG.includes(each))) {
  const entry = `${FOLDER}/${name}${ENDING}`;
  const { bench } = await import(await bundled(entry, `bench-${name}`, ["src", "workers", "e2e"]));
  await bench({ chromePath: process.env.CHROME_PATH, args, serveApp, servePage, built });
}

/** Builds the app and serves it on a free port. */
async function serveApp() {
  if (!(await runTool("vite", ["build", "--logLevel", "warn"]))) throw new Error("build failed");
  return staticHost(resolve("dist"), { port: 0, headers: ISOLATED });
}

/** Builds the page in a folder beside the benches and serves it on a free port. */
async function servePage(folder) {
  const outDir = resolve("node_modules/.cache/value-palette", folder.replaceAll("/", "-"));
  const { build } = await import("vite");
  await build({
    configFile: false,
    root: folder,
    base: "./",
    logLevel: "warn",
    worker: { format: "es" },
    build: { outDir, emptyOutDir: true, target: "es2023", reportCompressedSize: false },
  });
  return staticHost(outDir, { port: 0, headers: ISOLATED });
}

function built(entry) {
  return bundled(entry, entry.replaceAll("/", "-"), ["src", "workers", "e2e"]);
}

import { existsSync, readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { bundle } from "./bundle.mjs";
import { ensureBrowser } from "./find-browser.mjs";

const FOLDER = "e2e/bench";
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".bench.ts"))
  .map((file) => file.replace(".bench.ts", ""));
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith("-"));
for (const name of asked.length > 0 ? asked : names) {
  const file = `${FOLDER}/${name}.bench.ts`;
  if (!existsSync(file)) {
    console.error(`bench: there is no "${name}"; there are: ${names.join(", ")}`);
    process.exit(2);
  }
  process.env.CHROME_PATH = await ensureBrowser();
  const { bench } = await import(pathToFileURL(await bundle(file, `bench-${name}`)).href);
  await bench();
}

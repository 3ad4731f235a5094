import { pathToFileURL } from "node:url";
import { bundle } from "./bundle.mjs";

let main;
try {
  ({ main } = await import(pathToFileURL(await bundle("src/cli.ts", "solve")).href));
} catch (error) {
  console.error(`solve: could not be built: ${error.message}`);
  process.exit(2);
}
process.exitCode = await main(process.argv.slice(2));

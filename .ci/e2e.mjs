import { buildBoth } from "./build.mjs";
import { ensureBrowser } from "./find-browser.mjs";
import { runTool } from "./tools.mjs";

const CONFIG = ["-c", "e2e/playwright.config.ts"];

try {
  process.env.CHROME_PATH = await ensureBrowser();
  const ok =
    (await buildBoth()) &&
    (await runTool("playwright", ["test", ...CONFIG, ...process.argv.slice(2)]));
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { ensureBrowser } from "./find-browser.mjs";
import { runTool } from "./tools.mjs";

const REPORTS = "node_modules/.cache/test-reports";
const UNIT = `${REPORTS}/unit.json`;
const BROWSER = `${REPORTS}/browser.json`;

const started = performance.now();
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
let passed = 0;
let failed = 0;

await check("lint", lint);
await check("types", () => runTool("tsc", ["-b"]));
await suite(
  "unit",
  UNIT,
  () =>
    runTool("vitest", [
      "run",
      "--update=none",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${UNIT}`,
    ]),
  (report) => ({ passed: report.numPassedTests, total: report.numTotalTests }),
);
if (await check("build", build))
  await suite("browser", BROWSER, browserTests, ({ stats }) => ({
    passed: stats.expected,
    total: stats.expected + stats.unexpected + stats.flaky + stats.skipped,
  }));

say(`finished in ${((performance.now() - started) / 1000).toFixed(0)} s`);
say(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** Style, and nothing that nobody uses. */
async function lint() {
  return (await runTool("biome", ["check", "--error-on-warnings", "."])) && runTool("knip", []);
}

/** The application, and all of it in one file. */
async function build() {
  const quiet = ["build", "--logLevel", "warn"];
  return (await runTool("vite", quiet)) && (await runTool("vite", [...quiet, "--mode", "single"]));
}

async function browserTests() {
  try {
    process.env.CHROME_PATH = await ensureBrowser();
  } catch (error) {
    say(error.message);
    return false;
  }
  return runTool("playwright", ["test", "-c", "e2e/playwright.config.ts"], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: BROWSER,
  });
}

/** One check that counts as one test. */
async function check(name, run) {
  const ok = await run();
  if (ok) passed++;
  else failed++;
  say(`${ok ? "✓" : "✗"} ${name}`);
  return ok;
}

/** Adds what a runner counted. Skipped tests, none at all, and a runner that ends badly by itself are failures. */
async function suite(name, file, run, read) {
  const ok = await run();
  const counted = readReport(file, read);
  const missed = counted.total - counted.passed;
  const more = missed === 0 && (!ok || counted.total === 0) ? 1 : 0;
  passed += counted.passed;
  failed += missed + more;
  say(`${missed + more === 0 ? "✓" : "✗"} ${name}: ${counted.passed} of ${counted.total}`);
}

function readReport(file, read) {
  try {
    return existsSync(file)
      ? read(JSON.parse(readFileSync(file, "utf8")))
      : { passed: 0, total: 0 };
  } catch {
    return { passed: 0, total: 0 };
  }
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

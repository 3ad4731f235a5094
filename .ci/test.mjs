import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { ensureBrowser } from "./find-browser.mjs";

const REPORTS = "node_modules/.cache/test-reports";
const UNIT = `${REPORTS}/unit.json`;
const BROWSER = `${REPORTS}/browser.json`;

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
let passed = 0;
let failed = 0;

check("lint", () => npx("biome", ["check", "."]));
check("types", () => npx("tsc", ["-b"]));
npx("vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${UNIT}`]);
count("unit", UNIT, (report) => ({ passed: report.numPassedTests, total: report.numTotalTests }));
const isBuilt = check("build", () => npx("vite", ["build", "--logLevel", "warn"]));
if (isBuilt) await browserTests();
else failed++;

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

async function browserTests() {
  try {
    process.env.CHROME_PATH = await ensureBrowser();
  } catch (error) {
    console.error(error.message);
    failed++;
    return;
  }
  npx("playwright", ["test", "-c", "e2e/playwright.config.ts"], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: BROWSER,
  });
  count("browser", BROWSER, ({ stats }) => ({
    passed: stats.expected,
    total: stats.expected + stats.unexpected + stats.flaky + stats.skipped,
  }));
}

/** One check that counts as one test. */
function check(name, run) {
  const ok = run();
  if (ok) passed++;
  else failed++;
  console.log(`${ok ? "✓" : "✗"} ${name}`);
  return ok;
}

/** Adds what a runner counted; a missing report, no test at all, or a skipped one is a failure. */
function count(name, file, read) {
  const counted = existsSync(file)
    ? read(JSON.parse(readFileSync(file, "utf8")))
    : { passed: 0, total: 0 };
  const missed = counted.total > 0 ? counted.total - counted.passed : 1;
  passed += counted.passed;
  failed += missed;
  console.log(`${missed === 0 ? "✓" : "✗"} ${name}: ${counted.passed} of ${counted.total}`);
}

function npx(command, args, env = {}) {
  const { status } = spawnSync("npx", ["--no-install", command, ...args], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
  });
  return status === 0;
}

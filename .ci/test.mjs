import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { buildBoth } from "./build.mjs";
import { ensureBrowser } from "./find-browser.mjs";
import { runTool } from "./tools.mjs";

// npm test              everything
// npm test -- changed   the unit tests of what has changed since the branch left main
// npm test -- NAME …    the unit tests whose path contains a name

const REPORTS = "node_modules/.cache/test-reports";
const UNIT = `${REPORTS}/unit.json`;
const BROWSER = `${REPORTS}/browser.json`;

const started = performance.now();
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
let passed = 0;
let failed = 0;

const asked = process.argv.slice(2);
if (asked.length === 0) await everything();
else if (asked.length === 1 && asked[0] === "changed")
  await unitTests([`--changed=${branchPoint()}`, "--passWithNoTests"]);
else await unitTests(asked);

say(`finished in ${((performance.now() - started) / 1000).toFixed(0)} s`);
say(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** Style, and nothing that nobody uses. */
async function lint() {
  return (await runTool("biome", ["check", "--error-on-warnings", "."])) && runTool("knip", []);
}

/** Browser tests wait more than they work, so unit tests run beside them, on one core less than there are. */
async function everything() {
  await check("lint", lint());
  await check("types", runTool("tsc", ["-b"]));
  const unit = unitTests([`--maxWorkers=${Math.max(1, availableParallelism() - 1)}`]);
  if (await check("build", buildBoth({ turn: unit }), unit)) await browserTests(unit);
  await unit;
}

function unitTests(args) {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${UNIT}`];
  const run = runTool("vitest", ["run", "--update=none", ...reporters, ...args]);
  return suite("unit", run, () =>
    readReport(UNIT, (report) => ({ passed: report.numPassedTests, total: report.numTotalTests })),
  );
}

/** What they say is held back until `turn` has come. */
async function browserTests(turn) {
  try {
    process.env.CHROME_PATH = await ensureBrowser();
  } catch (error) {
    say(error.message);
    return suite("browser", false, () => ({ passed: 0, total: 0 }));
  }
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: BROWSER };
  const run = runTool("playwright", ["test", "-c", "e2e/playwright.config.ts"], { env, turn });
  return suite("browser", run, () =>
    readReport(BROWSER, ({ stats }) => ({
      passed: stats.expected,
      total: stats.expected + stats.unexpected + stats.flaky + stats.skipped,
    })),
  );
}

/** One check that counts as one test, and is told when its turn has come. */
async function check(name, run, turn = Promise.resolve()) {
  const ok = await run;
  if (ok) passed++;
  else failed++;
  void turn.then(() => say(`${ok ? "✓" : "✗"} ${name}`));
  return ok;
}

/** Adds what a runner counted. Skipped tests, none at all, and a runner that ends badly by itself are failures. */
async function suite(name, run, read) {
  const ok = await run;
  const counted = read();
  const missed = counted.total - counted.passed;
  const isNothingMeant = ok && asked[0] === "changed";
  const more = missed === 0 && (!ok || counted.total === 0) && !isNothingMeant ? 1 : 0;
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

/** Where this branch left main; the last commit where there is no main. */
function branchPoint() {
  const git = spawnSync("git", ["merge-base", "HEAD", "main"], { encoding: "utf8" });
  return git.status === 0 ? git.stdout.trim() : "HEAD";
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

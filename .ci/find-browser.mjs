import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ...[process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .flatMap((folder) => [
      join(folder, "Google/Chrome/Application/chrome.exe"),
      join(folder, "Microsoft/Edge/Application/msedge.exe"),
    ]),
];

/** The path of a Chromium that tests can drive, or null: $CHROME_PATH, Playwright's own, then the usual places. */
export async function findBrowser() {
  const { chromium } = await import("@playwright/test");
  return [process.env.CHROME_PATH, ownPath(chromium), ...PLACES].find(starts) ?? null;
}

/** The same, installing one where there is none. Throws one sentence that says what to do when that fails. */
export async function ensureBrowser() {
  const isRoot = process.getuid?.() === 0;
  return (
    (await findBrowser()) ??
    (isRoot && run("apt-get", "update") && run("apt-get", "install", "-y", "chromium")
      ? await findBrowser()
      : null) ??
    (run(process.execPath, CLI, "install", "--with-deps", "chromium") ||
    run(process.execPath, CLI, "install", "chromium")
      ? await findBrowser()
      : null) ??
    fail()
  );
}

const CLI = join(import.meta.dirname, "../node_modules/@playwright/test/cli.js");

function fail() {
  throw new Error(
    "No browser could be found or installed: install Chromium or Google Chrome, or set CHROME_PATH to one, and run this again.",
  );
}

/** Some systems place a stub there that only says how to install the real one, so it is asked for its version. */
function starts(path) {
  if (!path || !existsSync(path)) return false;
  if (process.platform === "win32") return true;
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 30_000 }).status === 0;
}

function run(command, ...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"], env }).status === 0;
}

function ownPath(chromium) {
  try {
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

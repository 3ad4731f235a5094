import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** The path of a Chromium that tests can drive, or null: $CHROME_PATH, Playwright's own, then the usual places. */
export async function findBrowser() {
  const { chromium } = await import("@playwright/test");
  const candidates = [process.env.CHROME_PATH, safely(() => chromium.executablePath()), ...PLACES];
  return candidates.find((path) => path && existsSync(path)) ?? null;
}

/** The same, installing one where there is none. Throws one sentence that says what to do when that fails. */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found) return found;
  const isRoot = process.getuid?.() === 0;
  const hasApt = isRoot && run("apt-get", ["--version"], "ignore");
  if (hasApt) run("apt-get", ["update"]) && run("apt-get", ["install", "-y", "chromium"]);
  const fromApt = await findBrowser();
  if (fromApt) return fromApt;
  run("npx", ["playwright", "install", "--with-deps", "chromium"]);
  const fromPlaywright = await findBrowser();
  if (fromPlaywright) return fromPlaywright;
  throw new Error(
    "No browser found: install Chromium or Google Chrome, or set CHROME_PATH to one, and run this again.",
  );
}

function run(command, args, stdio = "inherit") {
  return spawnSync(command, args, { stdio }).status === 0;
}

function safely(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}

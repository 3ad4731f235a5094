import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { encodeLink } from "../../src/share/link/link.ts";
import { BROWSER_ARGUMENTS } from "../browser-arguments.ts";
import type { BenchContext } from "./bench-context.ts";

const ROWS = 1_000_000;
const LOOPS = 19;
/** However slow it is: after this long nobody believes that it comes. */
const PATIENCE_MS = 3_600_000;
const TAKEN_FOR_DEAD = /stopped and was started again|was given up/;

/**
 * The built page with a million answers on one core that it shares with nineteen busy loops, so that all takes twenty times as long:
 * it loads, answers, and no worker is taken for dead. `--rows` and `--loops` make it shorter. Needs `taskset`.
 */
export async function bench({ chromePath, args, serveApp }: BenchContext): Promise<void> {
  const rows = option(args, "--rows", ROWS);
  const { url, close } = await serveApp();
  const folder = mkdtempSync(join(tmpdir(), "slow-"));
  const onOneCore = join(folder, "browser");
  writeFileSync(onOneCore, `#!/bin/sh\nexec taskset -c 0 ${JSON.stringify(chromePath)} "$@"\n`);
  chmodSync(onOneCore, 0o755);
  const loops = Array.from({ length: option(args, "--loops", LOOPS) }, busyLoop);
  try {
    const browser = await chromium.launch({
      executablePath: onOneCore,
      args: [...BROWSER_ARGUMENTS],
      timeout: PATIENCE_MS,
    });
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(PATIENCE_MS);
    process.stdout.write(`${await answered(page, url, rows)}\n`);
  } finally {
    for (const loop of loops) loop.kill();
    rmSync(folder, { recursive: true });
    await close();
  }
}

/** Loads, waits for the verdict, asks for another, and says how long each took. */
async function answered(page: Page, url: string, rows: number): Promise<string> {
  const source = { kind: "sample", name: "llama-2-7b-chat", rows, seed: 5 } as const;
  const hash = encodeLink({ version: 1, source, values: {}, order: [], pair: null });
  const began = performance.now();
  await page.goto(`${url}#${hash.replace(/^#/, "")}`);
  await page.locator(".verdict-headline").waitFor();
  const loaded = performance.now();
  const slider = page.getByRole("slider", { name: /Humor/ });
  await slider.focus();
  await slider.press("PageUp");
  await page.waitForFunction(() => document.querySelector(".verdict-waits") === null);
  const moved = performance.now();
  const notices = (await page.locator(".notices").innerText()).trim();
  if (TAKEN_FOR_DEAD.test(notices)) throw new Error(`taken for dead: ${notices}`);
  const seconds = (from: number, to: number) => `${((to - from) / 1000).toFixed(0)} s`;
  return `${rows} answers: first verdict after ${seconds(began, loaded)}, the next after ${seconds(loaded, moved)}; no worker was taken for dead.`;
}

function busyLoop(): ChildProcess {
  return spawn("taskset", ["-c", "0", process.execPath, "-e", "for (;;);"], { stdio: "ignore" });
}

function option(args: readonly string[], name: string, usual: number): number {
  const given = Number(args[args.indexOf(name) + 1]);
  return args.includes(name) && Number.isFinite(given) ? given : usual;
}

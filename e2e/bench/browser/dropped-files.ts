import { basename } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { BROWSER_ARGUMENTS } from "../../browser-arguments.ts";
import { ownBytes, tabProcess } from "./tab-memory.ts";
import { watch } from "./watched-drag.ts";

/** How a large file went from the drop to a palette. */
export interface Dropped {
  readonly file: string;
  readonly name: string;
  readonly rows: number;
  /** From the drop to the preview, and from “use” to the verdict. */
  readonly readMs: number;
  readonly answeredMs: number;
  /** What the tab's process had to itself, before and at the most. */
  readonly bytesBefore: number;
  readonly peakBytes: number;
  /** Longest task of the main thread; 0 where none was over 50 ms. */
  readonly longest: number;
  /** From the click on cancel to the page that takes a file again. */
  readonly cancelMs: number;
}

const PATIENCE_MS = 120_000;
const LOOK_EVERY_MS = 25;
/** When a reading is cancelled after it began. */
const CANCEL_AFTER_MS = 600;

/** Drops each file on a fresh page of the built app, once to cancel it and once to use it. */
export async function droppedFiles(
  chromePath: string,
  url: string,
  files: readonly string[],
): Promise<Dropped[]> {
  const out: Dropped[] = [];
  for (const file of files) {
    const browser = await chromium.launch({
      executablePath: chromePath,
      args: [...BROWSER_ARGUMENTS],
    });
    out.push(await oneFile(browser, url, file));
    await browser.close();
  }
  return out;
}

async function oneFile(browser: Browser, url: string, file: string): Promise<Dropped> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.addInitScript(watch);
  await page.goto(url);
  await page.locator(".verdict-headline").waitFor();
  await page.waitForLoadState("networkidle");
  const process = await tabProcess(browser);
  const bytesBefore = ownBytes(process);
  let peakBytes = bytesBefore;
  const looking = setInterval(() => {
    peakBytes = Math.max(peakBytes, ownBytes(process));
  }, LOOK_EVERY_MS);
  await page.evaluate(() => window.bench.reset());

  await drop(page, file);
  await page.waitForTimeout(CANCEL_AFTER_MS);
  const cancelMs = await cancelled(page);

  const started = performance.now();
  await drop(page, file);
  const use = page.getByRole("button", { name: /^Use (these|\d)/ });
  await use.waitFor();
  const readMs = performance.now() - started;
  const asked = performance.now();
  await use.click();
  await page.locator(".verdict-headline").waitFor();
  const answeredMs = performance.now() - asked;
  clearInterval(looking);
  const told = (await page.getByRole("banner").textContent()) ?? "";
  const { longTasks } = await page.evaluate(() => window.bench);
  return {
    file,
    name: basename(file),
    rows: Number(/([\d,]+) answers/.exec(told)?.[1].replaceAll(",", "")),
    readMs,
    answeredMs,
    bytesBefore,
    peakBytes,
    longest: Math.max(0, ...longTasks),
    cancelMs,
  };
}

/** The browser's own File objects of a path come from a file input; they are then dropped like any others. */
async function drop(page: Page, file: string): Promise<void> {
  await page.evaluate(() => {
    document.getElementById("bench-files")?.remove();
    document.body.append(
      Object.assign(document.createElement("input"), { type: "file", id: "bench-files" }),
    );
  });
  await page.locator("#bench-files").setInputFiles(file);
  await page.evaluate(() => {
    const moved = new DataTransfer();
    for (const chosen of document.querySelector<HTMLInputElement>("#bench-files")?.files ?? [])
      moved.items.add(chosen);
    for (const type of ["dragenter", "dragover", "drop"])
      document
        .querySelector("main")
        ?.dispatchEvent(new DragEvent(type, { bubbles: true, dataTransfer: moved }));
  });
}

async function cancelled(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const buttons = [...document.querySelectorAll<HTMLButtonElement>(".drop-zone button")];
    if (buttons.length === 0) throw new Error("invalid page: nothing to cancel");
    const started = performance.now();
    buttons[0].click();
    while (document.querySelector(".drop-zone progress")) await new Promise(requestAnimationFrame);
    return performance.now() - started;
  });
}

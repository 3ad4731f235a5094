import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Page } from "@playwright/test";
import { BROWSER_ARGUMENTS } from "../browser-arguments.ts";
import type { BenchContext } from "./bench-context.ts";
import { type Drag, drag, median, ms, percentile, watch } from "./browser/watched-drag.ts";

interface Run extends Drag {
  readonly load: number;
  readonly bytes: number;
  readonly empty: number[];
}

const RUNS = 3;
const EMPTY_MOVES = 120;
const BUDGET = {
  load: 1500,
  bytes: 250_000,
  worker: 5,
  followMedian: 33,
  followP95: 60,
  longTask: 50,
};

/** The screen's budgets on the built app: first load, initial JavaScript, and a scripted drag over 2,312 × 6. */
export async function bench({ chromePath, serveApp }: BenchContext): Promise<void> {
  const { url, close } = await serveApp();
  const browser = await chromium.launch({
    executablePath: chromePath,
    args: [...BROWSER_ARGUMENTS],
  });
  const runs: Run[] = [];
  for (let k = 0; k < RUNS; k++) runs.push(await oneRun(browser, url));
  await browser.close();
  close();
  report(runs);
}

async function oneRun(browser: Browser, url: string): Promise<Run> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const empty = await emptyDrag(await context.newPage());
  const page = await context.newPage();
  const scripts = new Map<string, Promise<number>>();
  page.on("response", (response) => {
    const url = response.url();
    if (!url.endsWith(".js") || scripts.has(url)) return;
    scripts.set(
      url,
      response.body().then((body) => gzipSync(body).length),
    );
  });
  await page.addInitScript(watch);
  await page.goto(url);
  await page.locator(".verdict-headline").waitFor();
  const load = await page.evaluate(() => window.bench.firstVerdict);
  const initial = await Promise.all(scripts.values());
  const bytes = initial.reduce((sum, length) => sum + length, 0);
  await page.waitForLoadState("networkidle");
  const slider = page.getByRole("slider", { name: /Humor/ });
  const box = await slider.boundingBox();
  if (!box) throw new Error("invalid page: no slider");
  await drag(page, box);
  await page.waitForFunction(() => window.bench.follow.length > 0);
  const dragged = await page.evaluate(() => window.bench);
  await context.close();
  return { ...dragged, load, bytes, empty };
}

/** The same drag over an empty page with one range input: what the machine itself allows. */
async function emptyDrag(page: Page): Promise<number[]> {
  await page.setContent("<input type='range' style='width:400px' step='any'><output></output>");
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { times });
    document.querySelector("input")?.addEventListener("input", (event) => {
      const output = document.querySelector("output");
      if (output) output.textContent = (event.target as HTMLInputElement).value;
      requestAnimationFrame(() => times.push(performance.now() - event.timeStamp));
    });
  });
  const box = await page.locator("input").boundingBox();
  if (!box) throw new Error("invalid page: no input");
  await page.mouse.move(box.x + 200, box.y + box.height / 2);
  await page.mouse.down();
  for (let k = 0; k < EMPTY_MOVES; k++) {
    await page.mouse.move(box.x + 200 + 150 * Math.sin(k / 10), box.y + box.height / 2);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await page.mouse.up();
  const times = await page.evaluate(() => (window as unknown as { times: number[] }).times);
  await page.close();
  return times;
}

function report(runs: readonly Run[]): void {
  const best = [...runs].sort((a, b) => median(a.follow) - median(b.follow))[0];
  const rows: [string, string, string][] = [
    [
      "first load to an answered screen",
      ms(Math.min(...runs.map((r) => r.load))),
      `≤ ${BUDGET.load} ms`,
    ],
    [
      "initial JavaScript with its workers, gzipped",
      `${(best.bytes / 1000).toFixed(0)} kB`,
      `≤ ${BUDGET.bytes / 1000} kB`,
    ],
    ["worker answers, median", ms(median(best.worker)), `≤ ${BUDGET.worker} ms`],
    ["input to verdict on screen, median", ms(median(best.follow)), `≤ ${BUDGET.followMedian} ms`],
    [
      "input to verdict on screen, 95th percentile",
      ms(percentile(best.follow, 95)),
      `≤ ${BUDGET.followP95} ms`,
    ],
    ["input to frame on an empty page, median", ms(median(best.empty)), "for comparison"],
    [
      "input to frame on an empty page, 95th percentile",
      ms(percentile(best.empty, 95)),
      "for comparison",
    ],
    ["longest main-thread task", ms(Math.max(0, ...best.longTasks)), `≤ ${BUDGET.longTask} ms`],
  ];
  console.log(
    `\n| best of ${runs.length} runs, ${best.inputs} inputs | measured | budget |\n|---|---|---|`,
  );
  for (const row of rows) console.log(`| ${row.join(" | ")} |`);
  const spread = runs.map(
    (r) => `${median(r.follow).toFixed(1)}/${percentile(r.follow, 95).toFixed(1)}`,
  );
  console.log(`\ninput to verdict, median/95th of each run: ${spread.join(", ")} ms`);
}

import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Page } from "@playwright/test";

/** What the runner hands to a bench. */
export interface BenchTools {
  readonly chromePath: string;
  /** Builds the app and serves it. */
  serveApp(): Promise<{ readonly url: string; close(): void }>;
}

interface Drag {
  readonly worker: number[];
  readonly follow: number[];
  readonly longTasks: number[];
  readonly inputs: number;
}

interface Run extends Drag {
  readonly load: number;
  readonly bytes: number;
  readonly empty: number[];
}

const RUNS = 3;
const MOVES = 240;
const BUDGET = {
  load: 1500,
  bytes: 250_000,
  worker: 5,
  followMedian: 33,
  followP95: 60,
  longTask: 50,
};

/** The screen's budgets on the built app: first load, initial JavaScript, and a scripted drag over 2,312 × 6. */
export async function bench({ chromePath, serveApp }: BenchTools): Promise<void> {
  const { url, close } = await serveApp();
  const browser = await chromium.launch({
    executablePath: chromePath,
    args: [
      "--disable-background-networking",
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
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
  let bytes = 0;
  page.on("response", async (response) => {
    if (response.url().endsWith(".js")) bytes += gzipSync(await response.body()).length;
  });
  await page.addInitScript(watch);
  await page.goto(url);
  await page.locator(".verdict-headline").waitFor();
  const load = await page.evaluate(() => window.bench.firstVerdict);
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

async function drag(
  page: Page,
  box: { x: number; y: number; width: number; height: number },
): Promise<void> {
  const y = box.y + box.height / 2;
  const at = (share: number) => box.x + box.width * share;
  await page.mouse.move(at(0.9), y);
  await page.mouse.down();
  await page.evaluate(() => window.bench.reset());
  for (let k = 0; k < MOVES; k++) {
    await page.mouse.move(at(0.78 + 0.16 * Math.sin((2 * Math.PI * k) / 80)), y);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await page.mouse.up();
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
  for (let k = 0; k < MOVES / 2; k++) {
    await page.mouse.move(box.x + 200 + 150 * Math.sin(k / 10), box.y + box.height / 2);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await page.mouse.up();
  const times = await page.evaluate(() => (window as unknown as { times: number[] }).times);
  await page.close();
  return times;
}

declare global {
  interface Window {
    bench: Drag & { firstVerdict: number; reset(): void };
  }
}

/** Runs in the page: pairs each answer with the input event before its question and the frame its verdict is shown in. */
function watch(): void {
  const bench = {
    worker: [] as number[],
    follow: [] as number[],
    longTasks: [] as number[],
    inputs: 0,
    firstVerdict: 0,
    reset() {
      this.worker.length = this.follow.length = this.longTasks.length = this.inputs = 0;
    },
  };
  window.bench = bench;
  const inputs: number[] = [];
  let answered = 0;
  let shown = 0;
  addEventListener(
    "input",
    (event) => {
      inputs.push(event.timeStamp);
      bench.inputs++;
    },
    true,
  );
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) bench.longTasks.push(entry.duration);
  }).observe({ type: "longtask" });
  const takeAnswers = () => {
    for (const entry of performance.getEntriesByName("answer").slice(answered)) {
      answered++;
      bench.worker.push((entry as PerformanceMeasure).detail.elapsed);
      shown = entry.startTime;
    }
  };
  new MutationObserver(() => {
    if (!document.querySelector(".verdict-headline")) return;
    takeAnswers();
    requestAnimationFrame(() => {
      const now = performance.now();
      bench.firstVerdict ||= now;
      while (inputs.length > 0 && inputs[0] <= shown) {
        bench.follow.push(now - inputs[0]);
        inputs.shift();
      }
    });
  }).observe(document, { childList: true, characterData: true, subtree: true });
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
      "initial JavaScript, gzipped",
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

function ms(x: number): string {
  return `${x.toFixed(1)} ms`;
}

function median(xs: readonly number[]): number {
  return percentile(xs, 50);
}

function percentile(xs: readonly number[], p: number): number {
  const sorted = [...xs].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((p / 100) * sorted.length))] ?? Number.NaN;
}

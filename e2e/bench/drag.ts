import { chromium } from "@playwright/test";
import { encodeLink } from "../../src/share/link.ts";
import { BROWSER_ARGUMENTS } from "../browser-arguments.ts";

/** How answers came during a scripted drag, in milliseconds: [median, 95th percentile]. */
export interface DragTimes {
  readonly rows: number;
  readonly answers: number;
  /** Time in the worker. */
  readonly worker: readonly [number, number];
  /** From the question to its answer on the page. */
  readonly page: readonly [number, number];
  /** Longest task of the main thread, 0 where none was longer than 50 ms. */
  readonly longest: number;
}

interface Seen {
  readonly answers: [number, number][];
  readonly tasks: number[];
}

declare global {
  interface Window {
    seen: Seen;
  }
}

const MOVES = 240;

/** Drags one slider of the built app over a calibrated sample of so many rows. */
export async function dragAt(chromePath: string, url: string, rows: number): Promise<DragTimes> {
  const browser = await chromium.launch({
    executablePath: chromePath,
    args: [...BROWSER_ARGUMENTS],
  });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(() => {
    window.seen = { answers: [], tasks: [] };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { elapsed } = (entry as PerformanceMeasure).detail as { elapsed: number };
        window.seen.answers.push([elapsed, entry.duration]);
      }
    }).observe({ type: "measure" });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.seen.tasks.push(entry.duration);
    }).observe({ type: "longtask" });
  });
  const source = { kind: "sample", name: "llama-2-7b-chat", rows, seed: 5 } as const;
  const hash = encodeLink({ version: 1, source, values: {}, order: [], pair: null });
  await page.goto(`${url}#${hash.replace(/^#/, "")}`);
  await page.locator(".verdict-headline").waitFor({ timeout: 120_000 });
  await page.locator(".region-plot, .plot-box svg").first().waitFor({ timeout: 120_000 });
  const box = await page.getByRole("slider", { name: /Humor/ }).boundingBox();
  if (!box) throw new Error("invalid page: no slider");
  const y = box.y + box.height / 2;
  const at = (k: number) => box.x + box.width * (0.5 + 0.2 * Math.sin(k / 20));
  await page.mouse.move(at(0), y);
  await page.mouse.down();
  await page.evaluate(() => {
    window.seen = { answers: [], tasks: [] };
  });
  for (let k = 0; k < MOVES; k++) {
    await page.mouse.move(at(k), y);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await page.mouse.up();
  await page.waitForFunction(() => window.seen.answers.length > 0);
  const { answers, tasks } = await page.evaluate(() => window.seen);
  await browser.close();
  return {
    rows,
    answers: answers.length,
    worker: spread(answers.map((a) => a[0])),
    page: spread(answers.map((a) => a[1])),
    longest: Math.max(0, ...tasks),
  };
}

function spread(xs: readonly number[]): [number, number] {
  const sorted = [...xs].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * xs.length))];
  return [at(0.5), at(0.95)];
}

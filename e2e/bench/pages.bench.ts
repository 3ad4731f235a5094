import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { BROWSER_ARGUMENTS } from "../browser-arguments.ts";
import { EMBEDS, EmbedPage } from "../pages/embed-page.ts";
import { MoralPage } from "../pages/moral-page.ts";
import type { BenchContext } from "./bench-context.ts";
import { ms } from "./browser/watched-drag.ts";

const RUNS = 3;
const PAIRS = 2000;
const WATCHED_MS = 3000;
const BUDGET = { embeds: 3000, idle: 0.01, pairs: 3000 };

/** What a reader waits for on the other pages: four embeds, which then do nothing, and the scores of many pairs. Best of three. */
export async function bench({ chromePath, serveApp }: BenchContext): Promise<void> {
  const { url, close } = await serveApp();
  const browser = await chromium.launch({
    executablePath: chromePath,
    args: [...BROWSER_ARGUMENTS],
  });
  const embeds: { readonly load: number; readonly idle: number }[] = [];
  const pairs: number[] = [];
  for (let k = 0; k < RUNS; k++) {
    embeds.push(await visit(browser, url, fourEmbeds));
    pairs.push(await visit(browser, url, manyPairs));
  }
  await browser.close();
  await close();
  const load = Math.min(...embeds.map((run) => run.load));
  const idle = Math.min(...embeds.map((run) => run.idle));
  const scored = Math.min(...pairs);
  console.log(`\n| best of ${RUNS} fresh visits | measured | budget |\n|---|---|---|`);
  console.log(`| four embeds answered | ${ms(load)} | ≤ ${BUDGET.embeds} ms |`);
  console.log(`| busy while nobody does anything | ${(100 * idle).toFixed(2)} % | ≤ 1 % |`);
  console.log(`| 2,000 pairs, from drop to table | ${ms(scored)} | ≤ ${BUDGET.pairs} ms |`);
  const isKept = load <= BUDGET.embeds && idle <= BUDGET.idle && scored <= BUDGET.pairs;
  console.log(`\nbudgets: ${isKept ? "kept" : "NOT KEPT"}`);
  if (!isKept) process.exitCode = 1;
}

async function visit<T>(
  browser: Browser,
  baseURL: string,
  measure: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } });
  const measured = await measure(context);
  await context.close();
  return measured;
}

/** Milliseconds until all are answered, and the share of three later seconds in which the page's thread is busy. */
async function fourEmbeds(context: BrowserContext): Promise<{ load: number; idle: number }> {
  const page = await context.newPage();
  const demo = new EmbedPage(page);
  const began = performance.now();
  await page.goto("./embed-demo.html");
  for (const name of EMBEDS) await demo.told(name).filter({ hasText: "nats" }).waitFor();
  const load = performance.now() - began;
  await demo
    .inside("A frame, light")
    .getByText(/answers it has not seen/)
    .waitFor();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Performance.enable");
  const read = async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    const named = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    return { busy: named.TaskDuration, at: named.Timestamp };
  };
  await page.waitForLoadState("networkidle");
  const before = await read();
  await page.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), WATCHED_MS);
  const after = await read();
  return { load, idle: (after.busy - before.busy) / (after.at - before.at) };
}

/** Milliseconds from the drop of a file of questions, answers and references to their table. */
async function manyPairs(context: BrowserContext): Promise<number> {
  const moral = new MoralPage(await context.newPage());
  await moral.open();
  await moral.tab("Reward models");
  const quality = moral.table("How well each reward model judges texts it has not seen");
  await quality.getByRole("row").nth(5).filter({ hasText: "±" }).waitFor();
  const text = pairsFile();
  const began = performance.now();
  await moral.drop("pairs.csv", text);
  await moral.panel().getByText("Mean F over 2,000 cases").waitFor();
  return performance.now() - began;
}

function pairsFile(): string {
  const words = "the a of to and dog runs fairly because nobody should ever harm others".split(" ");
  const text = (k: number) =>
    Array.from({ length: 60 }, (_, i) => words[(i * i + k * (i % 7)) % words.length]).join(" ");
  const rows = Array.from({ length: PAIRS }, (_, k) => `Question ${k},${text(k)},${text(k + 1)}`);
  return ["question,answer,reference", ...rows].join("\n");
}

import { existsSync, readFileSync } from "node:fs";
import { type Browser, chromium } from "@playwright/test";
import { encodeLink } from "../../src/share/link.ts";
import { BROWSER_ARGUMENTS } from "../browser-arguments.ts";
import { drag, median, percentile, watch } from "./watched-drag.ts";

type Spread = readonly [median: number, p95: number];

/** How a scripted drag of ten seconds went, in milliseconds and bytes. */
export interface DragTimes {
  readonly rows: number;
  readonly inputs: number;
  /** Inputs whose verdict, or a later one's, came to the screen. */
  readonly followed: number;
  readonly answers: number;
  /** Time in the worker. */
  readonly worker: Spread;
  /** From the input event to the frame with its verdict. */
  readonly follow: Spread;
  /** Longest task of the main thread, 0 where none was longer than 50 ms. */
  readonly longest: number;
  /** Memory of the tab's process in the first and in the last second of the drag; 0 where this machine does not tell. */
  readonly memory: readonly [first: number, last: number];
}

const SECONDS = 10;
const LOADING_MS = 120_000;
const PAGE_BYTES = 4096;

/** Drags one slider of the built app over a calibrated sample of so many rows. */
export async function dragAt(chromePath: string, url: string, rows: number): Promise<DragTimes> {
  const browser = await chromium.launch({
    executablePath: chromePath,
    args: [...BROWSER_ARGUMENTS],
  });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(watch);
  const source = { kind: "sample", name: "llama-2-7b-chat", rows, seed: 5 } as const;
  const hash = encodeLink({ version: 1, source, values: {}, order: [], pair: null });
  await page.goto(`${url}#${hash.replace(/^#/, "")}`);
  await page.locator(".verdict-headline").waitFor({ timeout: LOADING_MS });
  await page.locator(".region-plot, .plot-box svg").first().waitFor({ timeout: LOADING_MS });
  const box = await page.getByRole("slider", { name: /Humor/ }).boundingBox();
  if (!box) throw new Error("invalid page: no slider");
  const process = await tabProcess(browser);
  const memory: number[] = [];
  await drag(page, box, SECONDS, () => memory.push(memoryOf(process)));
  await page.waitForFunction(() => window.bench.follow.length >= window.bench.inputs);
  const { worker, follow, inputs, longTasks } = await page.evaluate(() => window.bench);
  await browser.close();
  return {
    rows,
    inputs,
    followed: follow.length,
    answers: worker.length,
    worker: [median(worker), percentile(worker, 95)],
    follow: [median(follow), percentile(follow, 95)],
    longest: Math.max(0, ...longTasks),
    memory: [memory[1], memory[memory.length - 1]],
  };
}

/** The number of the newest tab's process. */
async function tabProcess(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const tabs = processInfo.filter(({ type }) => type === "renderer");
  return tabs.sort((a, b) => b.cpuTime - a.cpuTime)[0].id;
}

/** Resident bytes of a process; 0 where the system keeps no such record. */
function memoryOf(id: number): number {
  const record = `/proc/${id}/statm`;
  return existsSync(record) ? Number(readFileSync(record, "utf8").split(" ")[1]) * PAGE_BYTES : 0;
}

import { chromium, type Page } from "@playwright/test";
import { encodeLink } from "../../../src/share/link/link.ts";
import { BROWSER_ARGUMENTS } from "../../browser-arguments.ts";
import { ownBytes, tabProcess } from "./tab-memory.ts";
import { drag, median, percentile, watch } from "./watched-drag.ts";

type Spread = readonly [median: number, p95: number];

/** Bytes that live in the page's and its workers' scripts, and that the tab's process has to itself (its anonymous resident memory; 0 where the system does not tell). */
interface Memory {
  readonly scripts: number;
  readonly process: number;
}

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
  /** Memory in the first and in the last second of the drag, garbage taken away: of the scripts, and of the tab's whole process. */
  readonly memory: readonly [first: Memory, last: Memory];
}

const SECONDS = 10;
const LOADING_MS = 120_000;

/** Drags one slider of the built app, after a first drag as long that warms it up, over a calibrated sample of so many rows. */
export async function dragAt(chromePath: string, url: string, rows: number): Promise<DragTimes> {
  const browser = await chromium.launch({
    executablePath: chromePath,
    args: [...BROWSER_ARGUMENTS, "--enable-blink-features=ForceEagerMeasureMemory"],
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
  await drag(page, box, SECONDS);
  const process = await tabProcess(browser);
  const memory: Memory[] = [];
  await drag(page, box, SECONDS, async (second) => {
    if (second === 1 || second === SECONDS - 1) memory.push(await memoryOf(page, process));
  });
  await page.waitForFunction(() => window.bench.follow.length >= window.bench.inputs);
  const { worker, follow, inputs, longTasks } = await page.evaluate(() => window.bench);
  await browser.close();
  return {
    rows,
    inputs,
    followed: Math.min(inputs, follow.length),
    answers: worker.length,
    worker: [median(worker), percentile(worker, 95)],
    follow: [median(follow), percentile(follow, 95)],
    longest: Math.max(0, ...longTasks),
    memory: [memory[0], memory[1]],
  };
}

/** The browser collects garbage everywhere before it counts. */
async function memoryOf(page: Page, process: number): Promise<Memory> {
  const scripts = await page.evaluate(async () => {
    const counter = performance as unknown as {
      measureUserAgentSpecificMemory(): Promise<{ bytes: number }>;
    };
    return (await counter.measureUserAgentSpecificMemory()).bytes;
  });
  return { scripts, process: ownBytes(process) };
}

import type { Page } from "@playwright/test";

/** What a drag measured, in milliseconds. */
export interface Drag {
  readonly worker: number[];
  readonly follow: number[];
  readonly longTasks: number[];
  readonly inputs: number;
}

const SECONDS = 4;
const PERIOD = 80;

/** Moves a slider's handle to and fro with the mouse, one move a frame, for so many seconds; `meanwhile` runs each second. */
export async function drag(
  page: Page,
  box: { x: number; y: number; width: number; height: number },
  seconds = SECONDS,
  meanwhile?: (second: number) => Promise<void>,
): Promise<void> {
  const y = box.y + box.height / 2;
  const at = (share: number) => box.x + box.width * share;
  await page.mouse.move(at(0.9), y);
  await page.mouse.down();
  await page.evaluate(() => window.bench.reset());
  const began = performance.now();
  for (let k = 0, told = 0; ; k++) {
    const passed = performance.now() - began;
    if (passed >= 1000 * told) {
      await meanwhile?.(told++);
    }
    if (passed >= 1000 * seconds) break;
    await page.mouse.move(at(0.78 + 0.16 * Math.sin((2 * Math.PI * k) / PERIOD)), y);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await page.mouse.up();
}

declare global {
  interface Window {
    bench: Drag & { firstVerdict: number; reset(): void };
  }
}

/** Runs in the page: pairs each answer with the input event before its question and the frame its verdict is shown in. */
export function watch(): void {
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
    for (const entry of performance.getEntriesByName("answer")) {
      if (entry.startTime === shown) continue;
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

/** Milliseconds with one decimal. */
export function ms(x: number): string {
  return `${x.toFixed(1)} ms`;
}

/** The middle one. */
export function median(xs: readonly number[]): number {
  return percentile(xs, 50);
}

/** The p-th percentile, by rank. */
export function percentile(xs: readonly number[], p: number): number {
  const sorted = [...xs].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((p / 100) * sorted.length))] ?? Number.NaN;
}

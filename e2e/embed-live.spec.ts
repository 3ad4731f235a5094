import { expect, type Page, test } from "@playwright/test";
import { EmbedPage } from "./pages/embed-page.ts";

/** Frames of the page in which its embeds are watched. */
const FRAMES = 60;

declare global {
  interface Window {
    /** Timers and frames that were ever asked for, and those still to come; `nextFrame` is not counted. */
    tasks: { asked: number; readonly pending: Set<string>; nextFrame(): Promise<void> };
  }
}

/** Runs in every frame before its scripts. */
function countTasks(): void {
  const pending = new Set<string>();
  const { requestAnimationFrame, cancelAnimationFrame, setTimeout, clearTimeout } = window;
  window.tasks = {
    asked: 0,
    pending,
    nextFrame: () => new Promise((resolve) => requestAnimationFrame(() => resolve())),
  };
  const counted = (kind: string, id: number) => {
    window.tasks.asked++;
    pending.add(`${kind} ${id}`);
    return id;
  };
  window.requestAnimationFrame = (run) => {
    const id = requestAnimationFrame((now) => {
      pending.delete(`frame ${id}`);
      run(now);
    });
    return counted("frame", id);
  };
  window.cancelAnimationFrame = (id) => {
    pending.delete(`frame ${id}`);
    cancelAnimationFrame(id);
  };
  const after = (run: TimerHandler, ms?: number, ...given: unknown[]) => {
    const id: number = setTimeout(() => {
      pending.delete(`timer ${id}`);
      if (typeof run === "function") run(...given);
    }, ms);
    return counted("timer", id);
  };
  const callOff = (id?: number) => {
    pending.delete(`timer ${id}`);
    clearTimeout(id);
  };
  Object.assign(window, { setTimeout: after, clearTimeout: callOff });
  const { setInterval, clearInterval } = window;
  const every = (run: TimerHandler, ms?: number, ...given: unknown[]) =>
    counted("interval", setInterval(run, ms, ...given));
  const endEvery = (id?: number) => {
    pending.delete(`interval ${id}`);
    clearInterval(id);
  };
  Object.assign(window, { setInterval: every, clearInterval: endEvery });
}

test("four embeds that are answered come to rest: no timer runs, no frame is asked for", async ({
  page,
}) => {
  await page.addInitScript(countTasks);
  const demo = new EmbedPage(page);
  await demo.open();
  expect(page.frames().length).toBe(5);
  // Analyses in the background (what the mix reaches on unseen answers) are part of loading.
  await expect(demo.inside("A frame, light").getByText(/answers it has not seen/)).toBeVisible();
  await expect.poll(() => pendingIn(page)).toEqual([]);
  const before = await askedIn(page);
  expect(Math.min(...before)).toBeGreaterThan(0);
  await page.evaluate(async (frames) => {
    for (let k = 0; k < frames; k++) await window.tasks.nextFrame();
  }, FRAMES);
  expect(await askedIn(page)).toEqual(before);
});

async function pendingIn(page: Page): Promise<string[]> {
  const found = page.frames().map((frame) => frame.evaluate(() => [...window.tasks.pending]));
  return (await Promise.all(found)).flat();
}

/** How often each embed asked for a timer or a frame. */
function askedIn(page: Page): Promise<number[]> {
  const embeds = page.frames().filter((frame) => frame !== page.mainFrame());
  return Promise.all(embeds.map((frame) => frame.evaluate(() => window.tasks.asked)));
}

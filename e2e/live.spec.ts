import { expect, test } from "@playwright/test";
import { PalettePage } from "./pages/palette-page.ts";

/** A user timing of the page: when a palette was asked, when its answer came, and the time in the worker. */
interface Answer {
  readonly asked: number;
  readonly came: number;
  readonly elapsed: number;
}

/** The clocks of page and worker are rounded. */
const CLOCK_MS = 1;
const STEPS = 8;

test("while a slider is dragged the newest input wins, one question at a time", async ({
  page,
}) => {
  await page.addInitScript(() => {
    const answers: Answer[] = [];
    Object.assign(window, { answers });
    new PerformanceObserver((list) => {
      for (const { startTime, duration, detail } of list.getEntries() as PerformanceMeasure[])
        answers.push({ asked: startTime, came: startTime + duration, elapsed: detail.elapsed });
    }).observe({ type: "measure" });
  });
  const palette = new PalettePage(page);
  await palette.open();
  const link = page.url();
  await palette.drag("Humor", 0.9, 0.55, 80);
  await palette.settled();
  const final = Number(await palette.slider("Humor").inputValue());
  await expect(page.getByRole("textbox", { name: /^Humor/ })).toHaveValue(
    final.toFixed(2).replace("-", "−"),
  );
  const drift = await palette.drift();
  const answers = await page.evaluate(() => (window as unknown as { answers: Answer[] }).answers);
  expect(answers.length).toBeGreaterThan(1);
  for (let k = 1; k < answers.length; k++) {
    // In the order of asking; two may be asked within one tick of the page's clock.
    expect(answers[k].asked).toBeGreaterThanOrEqual(answers[k - 1].asked);
    expect(answers[k].came - answers[k].elapsed).toBeGreaterThan(answers[k - 1].came - CLOCK_MS);
  }
  await expect.poll(() => page.url()).not.toBe(link);
  await page.reload();
  await palette.headline().waitFor();
  await expect.poll(() => palette.drift()).toBe(drift);
});

test("the verdict follows every step of a drag while the hand is down", async ({ page }) => {
  const palette = new PalettePage(page);
  await palette.open();
  const slider = palette.slider("Humor");
  const box = await slider.boundingBox();
  if (!box) throw new Error("invalid slider");
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.92, y);
  await page.mouse.down();
  const drifts: number[] = [];
  const link = page.url();
  for (let k = 1; k <= STEPS; k++) {
    await page.mouse.move(box.x + box.width * (0.92 - 0.03 * k), y);
    await palette.settled();
    drifts.push(await palette.drift());
  }
  expect(new Set(drifts).size).toBe(STEPS);
  expect(drifts).toEqual([...drifts].sort((a, b) => b - a));
  expect(page.url()).toBe(link);
  await page.mouse.up();
  await expect.poll(() => page.url()).not.toBe(link);
});

test("killing the worker in the middle of a drag loses nothing, and the next answer comes", async ({
  page,
}) => {
  const palette = new PalettePage(page);
  await palette.open();
  const before = await palette.drift();
  const box = await palette.slider("Humor").boundingBox();
  if (!box) throw new Error("invalid slider");
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.92, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.85, y, { steps: 4 });
  const [worker] = page.workers().filter((found) => found.url().includes("coordinator"));
  await worker.evaluate(() => {
    (globalThis as unknown as { close(): void }).close();
  });
  await page.mouse.move(box.x + box.width * 0.7, y, { steps: 6 });
  await page.mouse.up();
  const target = await palette.slider("Humor").inputValue();
  await expect(page.getByText(/stopped and was started again/)).toBeVisible();
  await expect.poll(() => palette.drift()).toBeLessThan(before);
  expect(await palette.slider("Humor").inputValue()).toBe(target);
  await palette.drag("Humor", 0.7, 0.8);
  await expect.poll(() => palette.drift()).toBeLessThan(before);
});

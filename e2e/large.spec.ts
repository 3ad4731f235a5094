import { expect, test, type Worker } from "@playwright/test";
import { DataPage } from "./pages/data-page.ts";
import { PalettePage } from "./pages/palette-page.ts";

const ROWS = 60_000;
/** Moves of a drag, one a frame. */
const MOVES = 120;

/** A table of three values that partly exclude one another, the same every time. */
function manyAnswers(): string {
  let state = 7;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  const lines = ["warmth,brevity,wit"];
  for (let j = 0; j < ROWS; j++) {
    const [a, b, c] = [uniform() + uniform(), uniform() + uniform(), uniform() + uniform()];
    lines.push([a - 0.4 * b, b - 0.3 * c, c - 0.2 * a].map((r) => r.toFixed(4)).join(","));
  }
  return lines.join("\n");
}

async function openMany(palette: PalettePage): Promise<void> {
  const { page } = palette;
  await palette.open();
  const data = new DataPage(page);
  await data.open();
  await data.choose("many.csv", manyAnswers());
  await page.getByRole("button", { name: /^Use (these|\d)/ }).click();
  await expect(palette.slider("warmth")).toBeVisible();
  await palette.headline().waitFor();
}

async function openMillion(palette: PalettePage): Promise<void> {
  const { page } = palette;
  await new DataPage(page).open();
  const size = page.getByRole("combobox", { name: "Size of Llama-2-7B-chat" });
  await size.selectOption({ label: "1,000,000 answers" });
  await page.getByRole("button", { name: "Use the sample Llama-2-7B-chat" }).click();
  await expect(page.getByRole("banner")).toContainText("1,000,000 answers");
  await palette.headline().waitFor();
}

test("pictures of very many answers say that they are drawn from a part of them", async ({
  page,
}) => {
  await openMany(new PalettePage(page));
  await expect(page.getByText("Approximate, from 20,000 of 60,000 answers.").first()).toBeVisible();
});

for (const [part, moment] of [
  ["shard", 31],
  ["coordinator", 74],
] as const)
  test(`a million answers: the ${part} killed in the middle of a drag loses nothing, and the numbers stay right`, async ({
    page,
  }) => {
    const palette = new PalettePage(page);
    await palette.open();
    await openMillion(palette);
    const workers = () => page.workers().filter((worker) => worker.url().includes(part));
    await expect.poll(() => workers().length).toBeGreaterThan(0);
    // On a busy machine the page may have given one up and taken another by itself, or do without shards.
    const killed = new Set<Worker>();
    const killNewest = async () => {
      const [worker] = workers().slice(-1);
      killed.add(worker);
      await worker.evaluate(() => {
        (globalThis as unknown as { close(): void }).close();
      });
    };
    const box = await palette.slider("Humor").boundingBox();
    if (!box) throw new Error("invalid slider");
    const y = box.y + box.height / 2;
    const link = page.url();
    await page.mouse.move(box.x + box.width * 0.9, y);
    await page.mouse.down();
    for (let k = 0; k < MOVES; k++) {
      if (k === moment) await expect(killNewest).toPass();
      await page.mouse.move(box.x + box.width * (0.85 + 0.05 * Math.cos(k / 8)), y);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    await page.mouse.up();
    const target = await palette.slider("Humor").inputValue();
    await palette.settled();
    const coordinators = page.workers().filter((worker) => worker.url().includes("coordinator"));
    expect(coordinators.some((worker) => !killed.has(worker))).toBe(true);
    const drift = await palette.drift();
    await expect.poll(() => page.url()).not.toBe(link);
    await page.reload();
    await expect(page.getByRole("banner")).toContainText("1,000,000 answers");
    await palette.settled();
    expect(await palette.slider("Humor").inputValue()).toBe(target);
    await expect.poll(() => palette.drift()).toBe(drift);
  });

test("without WebAssembly the same answer comes, and the page says once that it is slower", async ({
  page,
}) => {
  const palette = new PalettePage(page);
  const notice = page.getByText(/slower one is used/);
  await palette.open();
  const expected = await palette.drift();
  await expect(notice).toHaveCount(0);
  let taken = 0;
  await page.route(/worker.*\.js/, async (route) => {
    const response = await route.fetch();
    taken++;
    await route.fulfill({
      response,
      body: `delete globalThis.WebAssembly;${await response.text()}`,
    });
  });
  await page.reload();
  await palette.headline().waitFor();
  expect(taken).toBeGreaterThan(0);
  await expect(notice).toHaveCount(1);
  await expect.poll(() => palette.drift()).toBe(expected);
});

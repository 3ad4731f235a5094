import { expect, test } from "@playwright/test";
import { DataPage } from "./pages/data-page.ts";
import { PalettePage } from "./pages/palette-page.ts";

const ROWS = 60_000;

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
  await expect(palette.slider("warmth")).toBeVisible({ timeout: 30_000 });
  await palette.headline().waitFor();
}

test("pictures of very many answers say that they are drawn from a part of them", async ({
  page,
}) => {
  await openMany(new PalettePage(page));
  await expect(page.getByText("Approximate, from 20,000 of 60,000 answers.").first()).toBeVisible();
});

test("a shard killed in the middle of a drag is replaced, and the numbers stay right", async ({
  page,
}) => {
  const palette = new PalettePage(page);
  await openMany(palette);
  const shards = () => page.workers().filter((worker) => worker.url().includes("shard"));
  await expect.poll(() => shards().length).toBeGreaterThan(0);
  const [shard] = shards();
  const closed = shard.waitForEvent("close");
  const box = await palette.slider("warmth").boundingBox();
  if (!box) throw new Error("invalid slider");
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.6, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.65, y, { steps: 5 });
  await shard.evaluate(() => {
    (globalThis as unknown as { close(): void }).close();
  });
  await page.mouse.move(box.x + box.width * 0.7, y, { steps: 5 });
  await page.mouse.up();
  await closed;
  const target = await palette.slider("warmth").inputValue();
  await expect.poll(() => shards().some((worker) => worker !== shard)).toBe(true);
  const drift = await palette.drift();
  expect(drift).toBeGreaterThan(0);
  await palette.slider("warmth").press("ArrowRight");
  await expect.poll(() => palette.drift()).not.toBe(drift);
  await palette.slider("warmth").press("ArrowLeft");
  expect(await palette.slider("warmth").inputValue()).toBe(target);
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

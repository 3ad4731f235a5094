import { expect, test } from "@playwright/test";
import { violations } from "./pages/accessibility.ts";
import { PalettePage } from "./pages/palette-page.ts";

test("on a phone the tour shows beside what it speaks of", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const palette = new PalettePage(page);
  await palette.open();
  await page.getByRole("button", { name: "Take the tour, five steps" }).click();
  // The first slider is not under the verdict, which stays where it is.
  const bar = await page.locator(".verdict-bar").boundingBox();
  const first = await palette.slider("Humor").boundingBox();
  if (!bar || !first) throw new Error("invalid tour: no slider");
  expect(first.y).toBeGreaterThan(bar.y + bar.height);
  await page.getByRole("button", { name: "Next" }).click();
  const card = page.getByRole("dialog", { name: "Tour, step 2 of 5" });
  await expect(card).toBeInViewport({ ratio: 1 });
  const [at, verdict] = [await card.boundingBox(), await page.locator("#verdict").boundingBox()];
  if (!at || !verdict) throw new Error("invalid tour: no box");
  expect(at.y).toBeGreaterThan(verdict.y + verdict.height);
});

test("the tour is offered, goes through five steps, ends with Escape, and is not offered again", async ({
  page,
}) => {
  const palette = new PalettePage(page);
  await palette.open();
  await page.getByRole("button", { name: "Take the tour, five steps" }).click();
  for (let step = 1; step <= 5; step++) {
    const card = page.getByRole("dialog", { name: `Tour, step ${step} of 5` });
    await expect(card).toBeInViewport({ ratio: 1 });
    await expect(card).toBeFocused();
    if (step < 5) await card.getByRole("button", { name: "Next" }).click();
  }
  expect(await violations(page, ".tour")).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.reload();
  await palette.headline().waitFor();
  await expect(page.getByRole("button", { name: /Take the tour/ })).toHaveCount(0);
});

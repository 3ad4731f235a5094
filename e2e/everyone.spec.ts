import { expect, test } from "@playwright/test";
import { violations } from "./pages/accessibility.ts";
import { DataPage } from "./pages/data-page.ts";
import { PalettePage } from "./pages/palette-page.ts";

for (const scheme of ["light", "dark"] as const)
  test(`nothing serious stands in anyone's way, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const palette = new PalettePage(page);
    await palette.open();
    expect(await violations(page)).toEqual([]);
    await palette.preset(/^HHH 90/);
    await expect(palette.verdict()).toContainText("Out of reach");
    expect(await violations(page)).toEqual([]);
    const data = new DataPage(page);
    await data.open();
    await data.choose("a.csv", "prompt,a,b\nx,1,2\ny,3,4\nz,oops,1\nw,1,5\nv,4,4\nu,2,1");
    await data.region(/^a\.csv/).waitFor();
    expect(await violations(page)).toEqual([]);
  });

test("the keyboard alone can set a palette, read the verdict and take a repair", async ({
  page,
}) => {
  const palette = new PalettePage(page);
  await palette.open();
  const humor = palette.slider("Humor");
  for (let k = 0; k < 40 && !(await humor.evaluate((e) => e === document.activeElement)); k++)
    await page.keyboard.press("Tab");
  await expect(humor).toBeFocused();
  const start = Number(await humor.inputValue());
  await page.keyboard.press("ArrowLeft");
  const one = start - Number(await humor.inputValue());
  expect(one).toBeGreaterThan(0);
  await page.keyboard.press("Shift+ArrowLeft");
  expect(start - Number(await humor.inputValue())).toBeGreaterThan(5 * one);
  await expect(humor).toHaveAttribute("aria-valuetext", /Reachable|reachable/);
  await page.keyboard.press("End");
  await expect(palette.verdict()).toHaveText(/^(Out of reach|On the very edge)/);
  await page.keyboard.press("Control+z");
  await expect(palette.verdict()).toHaveText(/^Reachable/);
  await page.keyboard.press("Control+Shift+z");
  await expect(palette.verdict()).toHaveText(/^(Out of reach|On the very edge)/);

  const repair = page.getByRole("button", { name: /^Scale back together/ });
  await repair.focus();
  await page.keyboard.press("Enter");
  await expect(palette.verdict()).toHaveText(/^Reachable/);

  const target = palette.target();
  await target.focus();
  const before = await palette.slider("Harmlessness").inputValue();
  await page.keyboard.press("Shift+ArrowDown");
  await expect(palette.slider("Harmlessness")).not.toHaveValue(before);
});

test("small screens scroll one way only, and the verdict stays in sight", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const palette = new PalettePage(page);
  await palette.open();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  await palette.slider("Fluency").scrollIntoViewIfNeeded();
  await expect(palette.verdict()).toBeInViewport();
});

test("a small frame in somebody's page shows sliders and region side by side", async ({ page }) => {
  await page.setViewportSize({ width: 720, height: 480 });
  await page.goto("./?embed");
  const palette = new PalettePage(page);
  await palette.headline().waitFor();
  const slider = await palette.slider("Humor").boundingBox();
  const region = await page.getByRole("region", { name: "What is reachable" }).boundingBox();
  if (!slider || !region) throw new Error("invalid frame");
  expect(region.x).toBeGreaterThan(slider.x + slider.width);
  expect(region.width).toBeGreaterThan(380);
  expect(region.y).toBeLessThan(240);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});

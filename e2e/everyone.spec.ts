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

  // As at 400 % zoom: what has the focus is not under the verdict, and nothing is wider than the window.
  await page.setViewportSize({ width: 320, height: 256 });
  await palette.slider("Fluency").focus();
  await expect(palette.slider("Fluency")).toBeInViewport({ ratio: 1 });
  await expect(palette.verdict()).not.toBeInViewport();
  await page.getByRole("button", { name: "Data", exact: true }).click();
  await page.getByRole("heading", { name: "Data", exact: true }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test("a finger that scrolls the page over a slider changes no target", async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  const palette = new PalettePage(page);
  await palette.open();
  const slider = palette.slider("Harmlessness");
  await slider.scrollIntoViewIfNeeded();
  const before = await slider.inputValue();
  const [link, box] = [page.url(), await slider.boundingBox()];
  if (!box) throw new Error("invalid slider: no box");
  const [x, y] = [box.x + 0.2 * box.width, box.y + box.height / 2];
  const screen = await context.newCDPSession(page);
  const touch = (
    type: "touchStart" | "touchMove" | "touchEnd",
    points: { x: number; y: number }[],
  ) => screen.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  await touch("touchStart", [{ x, y }]);
  await expect(slider).not.toHaveValue(before);
  for (let k = 1; k <= 10; k++) await touch("touchMove", [{ x, y: y - 25 * k }]);
  await touch("touchEnd", []);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(100);
  await expect(slider).toHaveValue(before);
  await palette.settled();
  expect(page.url()).toBe(link);
  await context.close();
});

test("the wheel over the sliders scrolls the page, and a drag of the target is one step of undo", async ({
  page,
}) => {
  const palette = new PalettePage(page);
  await palette.open();
  const slider = palette.slider("Humor");
  const before = await slider.inputValue();
  await slider.focus();
  const mark = await palette.target().boundingBox();
  if (!mark) throw new Error("invalid plot: no target");
  const [x, y] = [mark.x + mark.width / 2, mark.y + mark.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 80, y - 30, { steps: 8 });
  await page.mouse.up();
  await expect(slider).not.toHaveValue(before);
  await page.keyboard.press("Control+z");
  await expect(slider).toHaveValue(before);

  const box = await slider.boundingBox();
  if (!box) throw new Error("invalid slider: no box");
  await page.mouse.move(box.x + box.width / 2, box.y);
  await page.mouse.wheel(0, 300);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(100);
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
  // At its end the foot is not under what stays in place.
  await page.getByRole("link", { name: "Open in Value Palette" }).scrollIntoViewIfNeeded();
  const foot = await page.getByRole("link", { name: "Open in Value Palette" }).boundingBox();
  expect(foot?.x).toBeGreaterThan(slider.x + slider.width);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});

test("a low window covers no slider; high contrast, paper and dark pages keep what they show", async ({
  page,
}) => {
  await page.setViewportSize({ width: 960, height: 600 });
  const palette = new PalettePage(page);
  await palette.open();
  const styleOf = (selector: string, name: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((e, key) => getComputedStyle(e).getPropertyValue(key), name);

  // The foot of the rail scrolls with the sliders, and is not laid over them.
  await expect(page.getByText(/^Calibrated synthetic sample:/)).not.toBeInViewport();
  await palette.slider("Fluency").scrollIntoViewIfNeeded();
  await expect(palette.slider("Fluency")).toBeInViewport({ ratio: 1 });
  // Figures stand in columns; the hyphens of prose keep their own width.
  expect(await styleOf(".figure-value", "font-variant-numeric")).toContain("tabular-nums");
  expect(await styleOf(".verdict-sentences", "font-variant-numeric")).not.toContain("tabular");

  await page.emulateMedia({ forcedColors: "active" });
  expect(await styleOf(".track-inner", "forced-color-adjust")).toBe("none");
  expect(await styleOf(".choice-option input:checked + span", "background-color")).not.toBe(
    await styleOf(".choice-option input:not(:checked) + span", "background-color"),
  );
  await page.emulateMedia({ forcedColors: "none", media: "print" });
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(palette.verdict()).toBeVisible();
  await page.emulateMedia({ media: "screen", colorScheme: "dark" });
  await page.goto("./embed-recipes.html");
  expect(await styleOf("body", "background-color")).toBe("rgb(22, 22, 24)");
});

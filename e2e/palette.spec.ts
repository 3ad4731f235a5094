import { expect, test } from "@playwright/test";
import { PalettePage } from "./pages/palette-page.ts";

test("dragging a slider changes verdict, plots and link, and is one step of undo", async ({
  page,
}) => {
  const palette = new PalettePage(page);
  await palette.open();
  const before = { drift: await palette.drift(), url: page.url() };
  const realised = page.locator(".region-plot .target");
  const place = await realised.getAttribute("transform");
  await palette.drag("Humor", 0.92, 0.72);
  await expect.poll(() => palette.drift()).toBeLessThan(before.drift);
  await expect(realised).not.toHaveAttribute("transform", place ?? "");
  await expect.poll(() => page.url()).not.toBe(before.url);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => palette.drift()).toBe(before.drift);
  await page.getByRole("button", { name: "Redo" }).click();
  await expect.poll(() => palette.drift()).toBeLessThan(before.drift);
});

test("out of reach: names the conflict, proves it and draws the closest safe mix", async ({
  page,
}) => {
  const palette = new PalettePage(page);
  await palette.open();
  await palette.preset(/^HHH 90/);
  await expect(palette.verdict()).toContainText(
    "Out of reach: Humor, Helpfulness and Harmlessness",
  );
  const words = await page.getByRole("region", { name: "Verdict" }).innerText();
  const [, bound, asked] =
    /is at most (−?[\d]+\.\d+)\. The palette asks for (−?\d+\.\d+)/.exec(words) ?? [];
  expect(Number(bound.replace("−", "-"))).toBeLessThan(Number(asked.replace("−", "-")));
  await expect(page.getByText("of the closest safe mix")).toBeVisible();
});

for (const reach of ["kept safe: 200 answers carry it", "within 1 nat of drift", "to the edge"])
  test(`each repair ${reach} lands on a palette within reach at the promised cost`, async ({
    page,
  }) => {
    const palette = new PalettePage(page);
    await palette.open();
    const offers = page.getByRole("list", { name: "What can be done" }).getByRole("button");
    const offer = async () => {
      await palette.preset(/^HHH 90/);
      await expect(palette.verdict()).toContainText("Out of reach");
      await page.getByRole("combobox", { name: "How far the repairs go" }).selectOption(reach);
    };
    await offer();
    await expect(offers.first()).toContainText("Scale back together");
    const count = await offers.count();
    expect(count).toBeGreaterThanOrEqual(3);
    for (let k = 0; k < count; k++) {
      if (k > 0) await offer();
      await expect(offers).toHaveCount(count);
      const promised = Number(/drift ([\d.]+) nats/.exec(await offers.nth(k).innerText())?.[1]);
      await offers.nth(k).click();
      await expect(palette.verdict()).toHaveText(/^(Reachable|On the very edge)/);
      await expect
        .poll(async () => Math.abs((await palette.drift()) - promised))
        .toBeLessThanOrEqual(0.011);
    }
  });

test("the target in the region plot can be dragged in two dimensions, and the sliders follow", async ({
  page,
}) => {
  const palette = new PalettePage(page);
  await palette.open();
  const value = async (label: string) => Number(await palette.slider(label).inputValue());
  const [humor, harmless] = [await value("Humor"), await value("Harmlessness")];
  const box = await palette.target().boundingBox();
  if (!box) throw new Error("invalid plot: no target");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 60, y - 30, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => value("Humor")).toBeLessThan(humor - 0.05);
  expect(await value("Harmlessness")).toBeGreaterThan(harmless + 0.05);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => value("Humor")).toBeCloseTo(humor, 9);
  expect(await value("Harmlessness")).toBeCloseTo(harmless, 9);
});

test("while a hand drags past the edge nothing below moves; the repairs come when it lets go", async ({
  page,
}) => {
  const palette = new PalettePage(page);
  await palette.open();
  const box = await palette.slider("Helpfulness").boundingBox();
  if (!box) throw new Error("invalid slider: Helpfulness");
  const y = box.y + box.height / 2;
  const repairs = page.getByRole("list", { name: "What can be done" });
  const top = async () =>
    (await page.getByRole("region", { name: "What is reachable" }).boundingBox())?.y;
  const shapes = page
    .getByRole("region", { name: "Before and after" })
    .getByRole("group", { name: "Drawn as" });
  const before = await top();
  const switches = await shapes.boundingBox();
  await page.mouse.move(box.x + box.width * 0.55, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.95, y, { steps: 6 });
  await expect(palette.verdict()).toHaveText(/^Out of reach/);
  expect(await top()).toBe(before);
  expect(await shapes.boundingBox()).toEqual(switches);
  await expect(repairs).toHaveCount(0);
  await page.mouse.up();
  await expect(repairs).toBeVisible();
});

test("a number can be typed in raw, quantile and sd units; nonsense is refused and nothing lost", async ({
  page,
}) => {
  const palette = new PalettePage(page);
  await palette.open();
  const raw = Number(await palette.slider("Helpfulness").inputValue());
  await page
    .getByRole("combobox", { name: "Unit of Helpfulness" })
    .selectOption({ label: "quantile of today’s answers" });
  const number = page.getByRole("textbox", { name: /^Helpfulness/ });
  await expect(number).toHaveValue(/^q70/);
  await number.fill("60");
  await number.press("Enter");
  await expect
    .poll(async () => Number(await palette.slider("Helpfulness").inputValue()))
    .toBeLessThan(raw);
  await number.fill("lots");
  await number.press("Enter");
  await expect(number).toHaveAttribute("aria-invalid", "true");
  await number.press("Escape");
  await expect(number).toHaveValue(/^q60/);
});

test("leaving a value out frees it; holding it keeps today's level", async ({ page }) => {
  const palette = new PalettePage(page);
  await palette.open();
  const before = await palette.drift();
  await page
    .getByRole("combobox", { name: "How Humor takes part" })
    .selectOption({ label: "left out" });
  await expect.poll(() => palette.drift()).toBeLessThan(before);
  await page
    .getByRole("combobox", { name: "How Humor takes part" })
    .selectOption({ label: "hold at today’s level" });
  await expect(page.getByRole("region", { name: "Palette" })).toContainText("held");
});

test("a reload and a shared link restore the palette; a broken link explains itself", async ({
  page,
  context,
}) => {
  const palette = new PalettePage(page);
  await palette.open();
  const [url, before] = [page.url(), await palette.drift()];
  await palette.drag("Harmlessness", 0.73, 0.66);
  await expect.poll(() => page.url()).not.toBe(url);
  await expect.poll(() => palette.drift()).not.toBe(before);
  await palette.settled();
  const drift = await palette.drift();
  await page.reload();
  await palette.headline().waitFor();
  await expect.poll(() => palette.drift()).toBe(drift);

  const other = new PalettePage(await context.newPage());
  await other.page.goto(page.url());
  await other.headline().waitFor();
  await expect.poll(() => other.drift()).toBe(drift);

  const broken = new PalettePage(await context.newPage());
  await broken.open("p=1.not-a-palette");
  await expect(broken.page.getByText(/link/i).first()).toBeVisible();
  await expect(broken.headline()).toBeVisible();
});

test("ten steps can be undone and done again", async ({ page }) => {
  const palette = new PalettePage(page);
  await palette.open();
  const value = async () => Number(await palette.slider("Humor").inputValue());
  const start = await value();
  const field = page.getByRole("textbox", { name: /^Humor/ });
  for (let k = 0; k < 10; k++) {
    await field.fill(String(k / 10));
    await field.press("Enter");
    await expect.poll(value).toBeCloseTo(k / 10, 6);
  }
  for (let k = 0; k < 10; k++)
    await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await expect.poll(value).toBeCloseTo(start, 9);
  for (let k = 0; k < 10; k++)
    await page.getByRole("button", { name: "Redo", exact: true }).click();
  await expect.poll(value).toBeCloseTo(0.9, 6);
});

import { expect, test } from "@playwright/test";
import { DataPage } from "./pages/data-page.ts";
import { PalettePage } from "./pages/palette-page.ts";

const TABS: [string, RegExp][] = [
  ["Trade-offs", /raise Humor by/],
  ["One by one", /Dashed: all values at once/],
  ["Pairs", /Every pair of values/],
  ["Distributions", /Table of these numbers/],
  ["Mixes", /Random mixes/],
  ["Trust", /On answers it has not seen/],
  ["Answers", /text/],
];

for (const [name, content] of TABS)
  test(`the panel "${name}" opens, fills, and follows the palette`, async ({ page }) => {
    const problems: string[] = [];
    page.on("pageerror", (error) => problems.push(error.message));
    const palette = new PalettePage(page);
    await palette.open();
    await page.getByRole("tab", { name }).click();
    const panel = page.getByRole("tabpanel", { name });
    await expect(panel).toContainText(content);
    await palette.preset(/^HHH 60/);
    await expect(panel).toContainText(content);
    await palette.preset(/^HHH 90/);
    await expect(panel).not.toBeEmpty();
    expect(problems).toEqual([]);
  });

test("three scenarios are kept, named, compared, restored, deleted and brought back", async ({
  page,
}) => {
  const palette = new PalettePage(page);
  await palette.open();
  const panel = page.getByRole("tabpanel", { name: "Compare" });
  const kept = async (name: string) => {
    await panel.getByRole("textbox", { name: "Name of the scenario" }).fill(name);
    await panel.getByRole("button", { name: "Keep this palette" }).click();
    await expect(panel.getByRole("button", { name: `Restore ${name}` })).toBeVisible();
  };
  await kept("bold");
  const bold = await palette.drift();
  await palette.preset(/^HHH 60/);
  await expect.poll(() => palette.drift()).toBeLessThan(bold);
  await kept("careful");
  await palette.preset(/^HHH 50/);
  await kept("shy");
  await panel.getByRole("checkbox", { name: "Compare the others with bold" }).check();
  await expect(panel.getByRole("row", { name: /careful/ })).toContainText(/−\d/);

  await panel.getByRole("button", { name: "Restore bold" }).click();
  await expect.poll(() => palette.drift()).toBe(bold);
  await panel.getByRole("button", { name: "Delete shy" }).click();
  await expect(panel.getByRole("button", { name: "Restore shy" })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await expect(panel.getByRole("button", { name: "Restore shy" })).toBeVisible();

  const url = page.url();
  await page.reload();
  await palette.headline().waitFor();
  expect(page.url()).toBe(url);
  await expect(panel.getByRole("button", { name: "Restore careful" })).toBeVisible();
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

test("a pair is chosen from the matrix and shown large", async ({ page }) => {
  const palette = new PalettePage(page);
  await palette.open();
  await page.getByRole("tab", { name: "Pairs" }).click();
  await page.getByRole("button", { name: "Show Helpfulness and Diversity large" }).click();
  await expect(
    page.getByRole("figure", { name: "What is reachable of Helpfulness and Diversity" }),
  ).toBeVisible();
});

test("overall strength moves the palette along its own ray", async ({ page }) => {
  const palette = new PalettePage(page);
  await palette.open();
  const before = await palette.drift();
  const strength = page.getByRole("slider", { name: /^Overall strength/ });
  await strength.focus();
  for (let k = 0; k < 4; k++) await page.keyboard.press("Shift+ArrowLeft");
  await expect.poll(() => palette.drift()).toBeLessThan(before);
  await page.keyboard.press("Control+z");
  await expect.poll(() => palette.drift()).toBeGreaterThan(0);
});

test("a long analysis shows its progress and can be stopped and started again", async ({
  page,
}) => {
  const palette = new PalettePage(page);
  await palette.open();
  const data = new DataPage(page);
  await data.open();
  await page
    .getByRole("combobox", { name: "Size of Llama-2-7B-chat" })
    .selectOption({ label: "100,000 answers" });
  await page.getByRole("button", { name: "Use the sample Llama-2-7B-chat" }).click();
  await expect(page.getByRole("banner")).toContainText("100,000 answers");
  await palette.headline().waitFor();
  await page.getByRole("tab", { name: "Trust" }).click();
  const panel = page.getByRole("tabpanel", { name: "Trust" });
  await panel.getByRole("button", { name: "Stop" }).click({ timeout: 20_000 });
  await expect(panel).toContainText("Stopped.");
  const drift = await palette.drift();
  await palette.drag("Humor", 0.9, 0.8, 4);
  await expect.poll(() => palette.drift(), { timeout: 20_000 }).not.toBe(drift);
});

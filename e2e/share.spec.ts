import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { DataPage } from "./pages/data-page.ts";
import { PalettePage } from "./pages/palette-page.ts";
import { SharePanel } from "./pages/share-panel.ts";

test("the link that is copied opens the same palette, the open panel and how the picture is drawn", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const palette = new PalettePage(page);
  await palette.open();
  await page.getByRole("tab", { name: "Distributions" }).click();
  await page.getByRole("radio", { name: "free" }).check();
  await palette.drag("Humor", 0.92, 0.8);
  await palette.settled();
  const share = new SharePanel(page);
  await share.open();
  await share.copy();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(await share.link().inputValue());
  expect(new URL(link).hash.length).toBeLessThan(120);

  const other = new PalettePage(await context.newPage());
  await other.page.goto(link);
  await other.settled();
  const number = async (of: PalettePage) => of.slider("Humor").inputValue();
  expect(await number(other)).toBe(await number(palette));
  await expect(other.page.getByRole("tab", { name: "Distributions" })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await expect(other.page.getByRole("radio", { name: "free" })).toBeChecked();
});

test("the code to scan is there, dark on light in both themes, and goes away with Escape", async ({
  page,
}) => {
  const palette = new PalettePage(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await palette.open();
  const share = new SharePanel(page);
  await share.open();
  await expect(share.code()).toBeVisible();
  const fills = await share
    .code()
    .locator("path")
    .evaluateAll((paths) => paths.map((path) => getComputedStyle(path).fill));
  expect(fills).toEqual(["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
  await page.keyboard.press("Escape");
  await expect(share.code()).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Share" })).toBeFocused();
});

test("settings go into a file and come back by choosing or dropping it, data beside them", async ({
  page,
}) => {
  const palette = new PalettePage(page);
  await palette.open();
  await palette.number("Humor").fill("1.234567");
  await palette.number("Humor").press("Enter");
  const share = new SharePanel(page);
  await share.open();
  const file = await share.save();
  expect(file.suggestedFilename()).toBe("llama-2-7b-chat.palette.json");
  const text = await readFile(await file.path(), "utf8");
  expect(JSON.parse(text)).toMatchObject({ format: "value-palette", version: 1 });
  await page.keyboard.press("Escape");

  await palette.preset(/^HHH 50/);
  const value = async () => Number(await palette.slider("Humor").inputValue());
  await expect.poll(value).not.toBeCloseTo(1.234567, 6);
  await share.open();
  await share.choose({ name: "kept.palette.json", text });
  await expect.poll(value).toBeCloseTo(1.234567, 6);
  await expect(page.getByText("The settings in kept.palette.json are open.")).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await expect.poll(value).not.toBeCloseTo(1.234567, 6);

  const data = new DataPage(page);
  await data.drop([
    { name: "kept.palette.json", text },
    { name: "own.csv", text: "kind,fast\n1,4\n2,3\n3,1\n" },
  ]);
  await expect(page.getByText("own.csv · 3 rows")).toBeVisible();
});

test("a link that lost its end says what is missing and shows the rest", async ({ page }) => {
  const palette = new PalettePage(page);
  await palette.open();
  for (const [name, text] of [
    ["Humor", "1.2345"],
    ["Diversity", "0.987654321"],
  ]) {
    await palette.number(name).fill(text);
    await palette.number(name).press("Enter");
  }
  await expect.poll(() => page.url()).toContain("#p=2.");
  const share = new SharePanel(page);
  await share.open();
  const { hash } = new URL(await share.link().inputValue());
  await page.goto("about:blank");
  await palette.open(hash.slice(1, -4));
  await expect(page.getByText(/Not all of it could be used: something was cut off/)).toBeVisible();
  await expect(page.getByText(/the setting of a value \(diversity\)/)).toBeVisible();
  expect(Number(await palette.slider("Humor").inputValue())).toBeCloseTo(1.2345, 6);
});

import { expect, test } from "@playwright/test";
import { PalettePage } from "./pages/palette-page.ts";

test("opens with its name and a palette that is answered", async ({ page }) => {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  const palette = new PalettePage(page);
  await palette.open();
  await expect(page).toHaveTitle("Value Palette");
  await expect(palette.verdict()).toHaveText(/^(Reachable|Out of reach|On the very edge)/);
  expect(problems).toEqual([]);
});

test("asks nothing of any other machine", async ({ page, baseURL }) => {
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(baseURL ?? "") && !/^(data|blob):/.test(request.url()))
      foreign.push(request.url());
  });
  const palette = new PalettePage(page);
  await palette.open();
  await expect(palette.verdict()).not.toHaveText("Reading the answers…");
  expect(foreign).toEqual([]);
});

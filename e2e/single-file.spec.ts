import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";
import { DataPage } from "./pages/data-page.ts";
import { PalettePage } from "./pages/palette-page.ts";

const PAGE = pathToFileURL(resolve(import.meta.dirname, "../dist-single/value-palette.html")).href;

test("one file, opened from a disk, answers a drag and keeps its palette in the address", async ({
  page,
}) => {
  const problems: string[] = [];
  const asked: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url())) asked.push(request.url().split("#")[0]);
  });
  const palette = new PalettePage(page);
  await page.goto(PAGE);
  await palette.headline().waitFor();
  const drift = await palette.drift();
  await expect(page).toHaveURL(/#p=/);
  const before = page.url();
  await palette.drag("Humor", 0.9, 0.6);
  await palette.settled();
  const dragged = await palette.drift();
  expect(dragged).toBeLessThan(drift);
  await expect.poll(() => page.url()).not.toBe(before);
  await page.reload();
  await palette.headline().waitFor();
  await expect.poll(() => palette.drift()).toBe(dragged);
  await expect(page.getByText(/cannot run the fast version/)).toHaveCount(0);
  const fonts = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].map(({ family, status }) => `${family} ${status}`);
  });
  expect(fonts).toEqual(["Inter loaded", "Source Serif 4 loaded"]);
  expect(problems).toEqual([]);
  expect([...new Set(asked)]).toEqual([PAGE]);
});

test("inside one file are workers for many answers, readers of files, analyses and help", async ({
  page,
}) => {
  const palette = new PalettePage(page);
  await page.goto(PAGE);
  await palette.headline().waitFor();
  await page.getByRole("tab", { name: "Trade-offs" }).click();
  await expect(page.getByRole("tabpanel")).toContainText("raise Humor");
  await page.getByRole("button", { name: "Help", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");

  const data = new DataPage(page);
  await data.open();
  await data.choose("a.csv", "a,b\n1,2\n3,1\n2,5\n4,4\n");
  await data.useAnswers();
  await expect(palette.slider("a")).toBeVisible();

  await data.open();
  const size = page.getByRole("combobox", { name: "Size of Llama-2-7B-chat" });
  await size.selectOption({ label: "100,000 answers" });
  await page.getByRole("button", { name: "Use the sample Llama-2-7B-chat" }).click();
  await expect(page.getByRole("banner")).toContainText("100,000 answers");
  await palette.settled();
  await expect(page.getByText(/could not be loaded/)).toHaveCount(0);
});

test("a page on a disk embeds the file beside it", async ({ page }) => {
  await page.goto(PAGE);
  await page.evaluate((address) => {
    document.body.innerHTML = "";
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    window.addEventListener("message", ({ data }) => heard.push(data));
    const frame = document.createElement("iframe");
    frame.src = `${address}?embed&allow=null&show=verdict`;
    document.body.append(frame);
    window.addEventListener("message", ({ data }) => {
      if (data.type === "ready")
        frame.contentWindow?.postMessage(
          { protocol: "value-palette/1", id: 1, type: "read-report" },
          "*",
        );
    });
  }, PAGE);
  await expect
    .poll(() => page.evaluate(() => JSON.stringify(Reflect.get(window, "heard"))))
    .toMatch(/"type":"reply","id":1,"ok":true,"report"/);
});

import { resolve } from "node:path";
import { test as base, expect } from "@playwright/test";
import { type StaticHost, staticHost } from "../src/host/static-host.ts";
import { DataPage } from "./pages/data-page.ts";
import { PalettePage } from "./pages/palette-page.ts";

const BUILT = resolve(import.meta.dirname, "../dist");

/** A host of each test's own: to take the network away it is closed. */
const test = base.extend<{ readonly host: StaticHost }>({
  host: async ({ browserName: _ }, use) => {
    const host = await staticHost(BUILT, { port: 0 });
    await use(host);
    await host.close();
  },
  baseURL: async ({ host }, use) => use(host.url),
});

test.use({ serviceWorkers: "allow" });

test("after one visit the page opens, answers and opens every part with the network off", async ({
  page,
  host,
}) => {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  const palette = new PalettePage(page);
  await palette.open();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await host.close();

  await page.reload();
  await palette.headline().waitFor();
  const drift = await palette.drift();
  await palette.drag("Humor", 0.9, 0.6);
  await palette.settled();
  expect(await palette.drift()).toBeLessThan(drift);
  await page.getByRole("button", { name: "Help", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("tab", { name: "Trade-offs" }).click();
  await expect(page.getByRole("tabpanel")).toContainText("raise Humor");
  const data = new DataPage(page);
  await data.open();
  await data.choose("a.csv", "a,b\n1,2\n3,1\n2,5\n4,4\n");
  await expect(data.region(/^a\.csv/)).toBeVisible();
  expect(problems).toEqual([]);
});

test("the browser finds all it needs to install the page as an application", async ({ page }) => {
  await page.goto("./");
  await page.evaluate(() => navigator.serviceWorker.ready);
  const devtools = await page.context().newCDPSession(page);
  const { errors, data } = await devtools.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  // Tests run in a private window, where nothing can be installed.
  const missing = installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito");
  expect(missing).toEqual([]);
  const { icons } = JSON.parse(data ?? "") as { icons: { src: string; sizes: string }[] };
  for (const { src, sizes } of icons) {
    const size = await page.evaluate(async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, src);
    if (sizes !== "any") expect(size, src).toBe(sizes);
  }
});

test("a page inside another leaves no service worker behind", async ({ page }) => {
  await page.goto("./embed-demo.html");
  await expect(page.getByRole("status").first()).toHaveText(/nats/);
  const found = await page.evaluate(() => navigator.serviceWorker.getRegistrations());
  expect(found).toEqual([]);
});

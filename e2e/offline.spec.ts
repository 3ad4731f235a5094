import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "@playwright/test";
import { DataPage } from "./pages/data-page.ts";
import { PalettePage } from "./pages/palette-page.ts";

const PORT = Number(process.env.E2E_PORT ?? 4319) + 1;
const ADDRESS = `http://127.0.0.1:${PORT}/`;
const ROOT = resolve(import.meta.dirname, "..");

test.use({ serviceWorkers: "allow", baseURL: ADDRESS });
// One after another: they share a port.
test.describe.configure({ mode: "default" });

let server: ChildProcess;

/** A server of this test's own: to take the network away it is ended. */
test.beforeEach(async ({ request }) => {
  server = spawn(process.execPath, [".ci/serve-dist.mjs", String(PORT)], { cwd: ROOT });
  await expect(async () => {
    expect((await request.get(ADDRESS)).ok()).toBe(true);
  }).toPass({ timeout: 10_000 });
});

test.afterEach(() => void server.kill());

test("after one visit the page opens, answers and opens every part with the network off", async ({
  page,
  request,
}) => {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  const palette = new PalettePage(page);
  await palette.open();
  await page.evaluate(() => navigator.serviceWorker.ready);
  server.kill();
  await expect(async () => {
    await expect(request.get(ADDRESS)).rejects.toThrow();
  }).toPass({ timeout: 10_000 });

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

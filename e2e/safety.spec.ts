import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { DataPage } from "./pages/data-page.ts";
import { EmbedPage } from "./pages/embed-page.ts";
import { ExportsPage } from "./pages/exports-page.ts";
import { MoralPage } from "./pages/moral-page.ts";
import { PalettePage } from "./pages/palette-page.ts";
import { SharePanel } from "./pages/share-panel.ts";

const ROOT = resolve(import.meta.dirname, "..");
const SINGLE = pathToFileURL(join(ROOT, "dist-single/value-palette.html")).href;
const TEXTS = ["reply", '"What a lovely day!"', '"That was awful."', '"Nothing to report."'];

/** What the content security policy refuses from now on, in the page, its frames and its workers. */
async function refusals(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", (event) =>
      console.error(`refused: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    ),
  );
  page.on("console", (message) => {
    if (/^refused:|Content Security Policy|Content-Security-Policy/i.test(message.text()))
      found.push(message.text());
  });
  return found;
}

/** Goes through the palette's screen and everything that opens from it. */
async function throughPalette(page: Page): Promise<void> {
  const palette = new PalettePage(page);
  await palette.headline().waitFor();
  await palette.drag("Humor", 0.9, 0.6);
  await palette.settled();
  for (const tab of await page.getByRole("tab").all()) {
    await tab.click();
    await expect(page.getByRole("tabpanel")).not.toContainText("Opening");
  }
  const exports = new ExportsPage(page);
  const region = page.getByRole("region", { name: "What is reachable" });
  for (const format of ["SVG", "PNG", "CSV"] as const) await exports.saveFigure(region, format);
  await exports.save(/^Report, JSON/);
  await exports.save(/^Weights, Parquet/);
  const share = new SharePanel(page);
  await share.open();
  await expect(share.code()).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Help", exact: true }).click();
  await expect(page.getByRole("dialog").locator("math").first()).toBeVisible();
  await page.keyboard.press("Escape");
}

/** Goes through files, measures of texts, and the Moral profile page. */
async function throughPages(page: Page): Promise<void> {
  const data = new DataPage(page);
  await data.open();
  await data.choose("a.csv", "a,b\n1,2\n3,1\n2,5\n4,4\n");
  await page.getByRole("button", { name: /^Use these/ }).click();
  await expect(page.getByRole("slider", { name: "a: target" })).toBeVisible();
  await data.open();
  await data.choose("replies.csv", TEXTS.join("\n"));
  await data.scoreButton().click();
  await expect(page.getByRole("rowheader", { name: /Positive words/ })).toBeVisible();
  const moral = new MoralPage(page);
  await moral.visit();
  for (const tab of await page.getByRole("tab").all()) {
    await tab.click();
    await expect(moral.panel()).toBeVisible();
  }
}

test("nothing that the application does is refused by its own policy", async ({ page }) => {
  const refused = await refusals(page);
  await page.goto("./");
  await throughPalette(page);
  await throughPages(page);
  await page.goto("./?locale=de&theme=dark");
  await expect(page.locator("#verdict")).toHaveText(/^(Erreichbar|Nicht erreichbar)/);
  await new EmbedPage(page).open();
  await page.goto("./embed-recipes.html");
  expect(refused).toEqual([]);
});

test("nor is anything that the application in one file does", async ({ page }) => {
  const refused = await refusals(page);
  await page.goto(SINGLE);
  await throughPalette(page);
  await throughPages(page);
  expect(refused).toEqual([]);
});

for (const [name, address] of [
  ["the page", "./"],
  ["the page in one file", SINGLE],
])
  test(`${name} runs no code that is not its own, and none made of text`, async ({ page }) => {
    const refused = await refusals(page);
    await page.goto(address);
    await new PalettePage(page).headline().waitFor();
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.isBroken = true";
      const image = document.createElement("img");
      image.setAttribute("onerror", "window.isBroken = true");
      image.src = "data:,";
      document.body.append(script, image);
      const made = document.createElement("script");
      made.src = URL.createObjectURL(new Blob(["window.isBroken = true"]));
      document.body.append(made);
      return new Promise((resolve) => {
        made.onerror = resolve;
      });
    });
    expect(await page.evaluate(() => Reflect.get(window, "isBroken"))).toBeUndefined();
    const kinds = refused.flatMap((text) => /^refused: (\S+ [a-z]+)/.exec(text)?.[1] ?? []);
    expect([...new Set(kinds)].sort()).toEqual([
      "script-src-attr inline",
      "script-src-elem blob",
      "script-src-elem inline",
    ]);
  });

test("the server sends the page's policy with every answer, so that workers have it too", async ({
  page,
  request,
}) => {
  const reply = await request.get("./");
  const policy = reply.headers()["content-security-policy"];
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(policy).toContain("worker-src 'self' blob:;");
  expect(await reply.text()).toContain(`content="${policy}"`);
  const workers: string[] = [];
  page.on("worker", (worker) => workers.push(worker.url()));
  await page.goto("./");
  await new PalettePage(page).headline().waitFor();
  for (const worker of workers)
    expect((await request.get(worker)).headers()["content-security-policy"]).toBe(policy);
  expect(workers.length).toBeGreaterThan(0);
});

test("the licences of all that is built in are one click from Help", async ({ page }) => {
  const imported = importedPackages();
  expect(imported).toContain("react");
  await page.goto("./");
  await page.getByRole("button", { name: "Help", exact: true }).click();
  const opened = page.waitForEvent("popup");
  await page.getByRole("link", { name: "Licences of what is built in" }).click();
  const text = await (await opened).locator("body").innerText();
  const listed = [...text.matchAll(/^(\S+) \d+\.\d+\.\d\S* \([\w.-]+\)$/gm)].map(
    ([, name]) => name,
  );
  expect(imported.filter((name) => !listed.includes(name))).toEqual([]);
  expect(new Set(listed).size).toBe(listed.length);

  await page.goto(SINGLE);
  await page.getByRole("button", { name: "Help", exact: true }).click();
  await page.getByText("Licences of what is built in").click();
  await expect(page.getByText(/^MIT License/)).toContainText("react-dom 19");
});

/** Packages that the application imports, as its sources say. Of d3 only modules are built in, under names of their own. */
function importedPackages(): string[] {
  const files = ["src", "workers"].flatMap((top) =>
    readdirSync(join(ROOT, top), { recursive: true, encoding: "utf8" })
      .filter(
        (file) =>
          /\.(tsx?|css)$/.test(file) && !/\.test\.|testing\/|^build|^cli|^host|^kernel/.test(file),
      )
      .map((file) => readFileSync(join(ROOT, top, file), "utf8")),
  );
  const names = files.flatMap((text) =>
    [
      ...text.matchAll(
        /^(?:import|export)(?! type)[^;"]*from "([^".][^"]*)"|import\("([^".][^"]*)"\)|url\("(@[^"]+)"\)/gm,
      ),
    ].map(([, from, lazy, asset]) => from ?? lazy ?? asset),
  );
  const packages = names.map((name) =>
    name
      .split("/")
      .slice(0, name.startsWith("@") ? 2 : 1)
      .join("/"),
  );
  return [...new Set(packages)].filter((name) => name !== "d3").sort();
}

import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { expect, test } from "@playwright/test";
import { DataPage } from "./pages/data-page.ts";
import { PalettePage } from "./pages/palette-page.ts";
import { tinyChance, tinyModel } from "./tiny-model.ts";

const TEXTS = [
  "What a lovely day!",
  "That was awful and stupid.",
  "A wonderful, lovely evening after a terrible morning that nobody had seen coming.",
  "Nothing to report.",
];
const CSV = ["reply", ...TEXTS.map((text) => `"${text}"`)].join("\n");
const CHANCES = TEXTS.map(tinyChance);

async function previewed(page: import("@playwright/test").Page): Promise<DataPage> {
  await new PalettePage(page).open();
  const data = new DataPage(page);
  await data.open();
  await data.choose("replies.csv", CSV);
  await data.region(/^replies\.csv/).waitFor();
  for (const name of ["Diversity of wording", "Positive words", "Coarse words", "Reading ease"])
    await page.getByRole("checkbox", { name, exact: true }).uncheck();
  return data;
}

test("a text-classification model in a folder scores the texts here, and nothing else is asked", async ({
  page,
}, testInfo) => {
  const folder = testInfo.outputPath("tone");
  for (const [path, content] of Object.entries(tinyModel())) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const strangers: string[] = [];
  const loaded: string[] = [];
  page.on("request", (request) => {
    loaded.push(request.url());
    if (!request.url().startsWith("http://127.0.0.1") && !/^(blob|data):/.test(request.url()))
      strangers.push(request.url());
  });
  const data = await previewed(page);
  expect(loaded.filter((url) => /transformers|\.wasm/.test(url))).toEqual([]);
  await page.getByLabel("Choose its folder").setInputFiles(folder);
  await expect(page.getByRole("checkbox", { name: "KIND", exact: true })).toBeChecked();
  await data.scoreButton().click();
  const row = data.region(/^replies\.csv/).getByRole("row", { name: /^KIND/ });
  await expect(row).toContainText("model, computed here");
  const [low, high] = [Math.min(...CHANCES), Math.max(...CHANCES)].map((p) => p.toFixed(2));
  await expect(row).toContainText(`${low} to ${high}`);
  expect(strangers).toEqual([]);
});

test("a model at an address is read from there, and one that is not there is told in plain words", async ({
  page,
}) => {
  const files = tinyModel();
  const server = createServer((request, response) => {
    const path = decodeURI(request.url ?? "").replace(/^\/tone\//, "");
    response.setHeader("access-control-allow-origin", "*");
    if (Object.hasOwn(files, path)) response.end(files[path]);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const data = await previewed(page);
  const address = page.getByRole("textbox", { name: "Address of a model" });
  await address.fill(`${origin}/nowhere`);
  await page.getByRole("button", { name: "Read the model" }).click();
  await expect(page.getByText(/There is no config\.json there/)).toBeVisible();
  await address.fill(`${origin}/tone`);
  await page.getByRole("button", { name: "Read the model" }).click();
  await data.scoreButton().click();
  await expect(page.getByRole("rowheader", { name: /^KIND/ })).toBeVisible();
  server.close();
});

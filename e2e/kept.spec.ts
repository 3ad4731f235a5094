import { expect, type Page, test } from "@playwright/test";
import { AnalysisArea } from "./pages/analysis-area.ts";
import { DataPage } from "./pages/data-page.ts";
import { PalettePage } from "./pages/palette-page.ts";

const FILE = [
  "prompt,generated,kindness,wit,harm",
  ...Array.from({ length: 60 }, (_, j) =>
    [
      `question ${j % 20}`,
      `answer ${j}`,
      (Math.sin(j * 1.7) * 2).toFixed(4),
      (Math.cos(j * 2.3) + 0.1 * j).toFixed(4),
      ((j % 7) / 7).toFixed(4),
    ].join(","),
  ),
].join("\n");

/** Everything that the browser holds for the page between visits. */
async function held(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(async () => {
    const files: string[] = [];
    const folder = (await navigator.storage.getDirectory()) as FileSystemDirectoryHandle & {
      keys(): AsyncIterable<string>;
    };
    for await (const name of folder.keys()) files.push(name);
    return {
      databases: (await indexedDB.databases()).map((database) => String(database.name)),
      files,
      caches: await caches.keys(),
      local: Object.keys(localStorage).filter((key) => !/theme|tour/.test(key)),
      session: Object.keys(sessionStorage),
    };
  });
}

const NOTHING = { databases: [], files: [], caches: [], local: [], session: [] };
const KEPT = { ...NOTHING, databases: ["value-palette"], local: ["value-palette.kept"] };

/** Uses the file with a value renamed, one turned round and one left out. */
async function useFile(palette: PalettePage): Promise<void> {
  const { page } = palette;
  const data = new DataPage(page);
  await data.open();
  await data.choose("answers.csv", FILE);
  await page.getByRole("textbox", { name: /kindness/ }).fill("Warmth");
  await page.getByRole("checkbox", { name: /Lower is better for harm/ }).check();
  await data.use("wit").selectOption({ label: "not used" });
  await data.useAnswers();
  await expect(palette.slider("Warmth")).toBeVisible();
  await palette.settled();
}

test("a reload brings back the file, its columns as they were settled, the palette and the texts, and shows no other data before", async ({
  page,
}) => {
  const palette = new PalettePage(page);
  await palette.open();
  await useFile(palette);
  const before = page.url();
  await palette.drag("Warmth", 0.7, 0.62);
  await palette.settled();
  await expect.poll(() => page.url()).not.toBe(before);
  await expect.poll(() => held(page)).toEqual(KEPT);
  const [link, drift] = [page.url(), await palette.drift()];

  await page.addInitScript(() => {
    const names = new Set<string>();
    Object.assign(globalThis, { namesShown: names });
    new MutationObserver(() => {
      const chip = document.querySelector("header .data-chip strong");
      if (chip?.textContent) names.add(chip.textContent);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await page.reload();
  await expect(palette.slider("Warmth")).toBeVisible();
  await palette.settled();
  expect(page.url()).toBe(link);
  expect(await palette.drift()).toBeCloseTo(drift, 6);
  await expect(page.getByRole("banner")).toContainText("60 answers · 2 values");
  await expect(palette.slider("wit")).toHaveCount(0);
  const names = await page.evaluate(() => [
    ...(globalThis as unknown as { namesShown: Set<string> }).namesShown,
  ]);
  expect(names).toEqual(["answers.csv"]);
  const area = new AnalysisArea(page);
  await area.open("Answers");
  await expect(area.panel()).toContainText("answer 1");
});

test("forgetting leaves nothing behind, now and after a reload", async ({ page }) => {
  const palette = new PalettePage(page);
  await palette.open();
  expect(await held(page)).toEqual(NOTHING);
  await useFile(palette);
  await expect.poll(() => held(page)).toEqual(KEPT);
  const data = new DataPage(page);
  await data.open();
  await expect(data.region("Kept in this browser")).toContainText(
    "answers.csv · 60 answers · 2 values · in use",
  );
  await data.forget("answers.csv");
  await expect(page.getByText("“answers.csv” is forgotten")).toBeVisible();
  await expect(data.region("Kept in this browser")).toHaveCount(0);
  expect(await held(page)).toEqual(NOTHING);
  await page.reload();
  await palette.headline().waitFor();
  await expect(page.getByRole("banner")).toContainText("Llama-2-7B-chat");
  expect(await held(page)).toEqual(NOTHING);
});

test("a file that is kept is one click away from a sample", async ({ page }) => {
  const palette = new PalettePage(page);
  await palette.open();
  await page.waitForURL(({ hash }) => hash !== "");
  const sample = page.url();
  await useFile(palette);
  await expect.poll(() => held(page)).toEqual(KEPT);
  // A page of its own: what the file's page still writes into its address cannot come over the sample's.
  await page.goto("about:blank");
  await page.goto(sample);
  await palette.headline().waitFor();
  await page.getByRole("button", { name: /^Data: Llama-2-7B-chat/ }).click();
  await page.getByRole("button", { name: /^answers\.csv/ }).click();
  await expect(palette.slider("Warmth")).toBeVisible();
});

test("where nothing more fits or may be kept, one sentence says so and the file stays open", async ({
  page,
}) => {
  const palette = new PalettePage(page);
  await palette.open();
  const browser = await page.context().newCDPSession(page);
  const origin = new URL(page.url()).origin;
  await browser.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  await useFile(palette);
  await expect(page.getByText(/^There is no room to keep “answers\.csv”/)).toBeVisible();
  await expect.poll(() => held(page)).toEqual(NOTHING);
  await browser.send("Storage.overrideQuotaForOrigin", { origin });

  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("blocked", "SecurityError");
    };
  });
  await page.goto("about:blank");
  await palette.open();
  await useFile(palette);
  await expect(page.getByText(/^This browser lets the page keep nothing/)).toBeVisible();
  await palette.drag("Warmth", 0.7, 0.62);
  await palette.settled();
});

test("inside somebody else's page no file of the reader's is taken, and nothing is kept", async ({
  page,
}) => {
  await page.goto("./?embed");
  const palette = new PalettePage(page);
  await palette.headline().waitFor();
  const transfer = await page.evaluateHandle((text) => {
    const moved = new DataTransfer();
    moved.items.add(new File([text], "dropped.csv"));
    return moved;
  }, FILE);
  for (const type of ["dragenter", "dragover", "drop"])
    await page.dispatchEvent("main", type, { dataTransfer: transfer });
  await palette.slider("Humor").press("Home");
  await palette.settled();
  await expect(palette.slider("Helpfulness")).toBeVisible();
  expect(await held(page)).toEqual(NOTHING);
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";
import { DataPage } from "./pages/data-page.ts";
import { PalettePage } from "./pages/palette-page.ts";

const ROWS = Array.from({ length: 60 }, (_, j) => ({
  prompt: `question ${j % 20}`,
  generated: `answer ${j}`,
  kindness: Math.sin(j * 1.7) * 2,
  wit: Math.cos(j * 2.3) + 0.1 * j,
  harm: (j % 7) / 7,
}));
const JSON_FILE = JSON.stringify(ROWS);
const CSV_FILE = [
  "prompt,generated,kindness,wit,harm",
  ...ROWS.map((r) => Object.values(r).join(",")),
].join("\n");

test("a JSON file of records becomes a palette, with a value renamed, one turned round, one left out", async ({
  page,
}) => {
  const palette = new PalettePage(page);
  await palette.open();
  const data = new DataPage(page);
  await data.open();
  await data.choose("answers.json", JSON_FILE);
  await data.region(/^answers\.json/).waitFor();
  await page.getByRole("textbox", { name: /kindness/ }).fill("Warmth");
  await page.getByRole("checkbox", { name: /Lower is better for harm/ }).check();
  await data.use("wit").selectOption({ label: "not used" });
  await data.useAnswers();
  await palette.headline().waitFor();
  await expect(palette.slider("Warmth")).toBeVisible();
  await expect(palette.slider("harm")).toBeVisible();
  await expect(palette.slider("wit")).toHaveCount(0);
  await expect(page.getByRole("banner")).toContainText("60 answers · 2 values");
  await palette.drag("Warmth", 0.7, 0.62);
  await expect.poll(() => palette.drift()).toBeGreaterThan(0);
});

test("a CSV with a gap says how many rows are left out and why, and loses none silently", async ({
  page,
}) => {
  await new PalettePage(page).open();
  const data = new DataPage(page);
  await data.open();
  await data.choose("answers.csv", CSV_FILE.replace(/(question 3,answer 3,)[^,]+/, "$1oops"));
  const preview = data.region(/^answers\.csv/);
  await expect(preview).toContainText(
    "Row 5, column kindness: expected a finite number, found “oops”",
  );
  await expect(page.getByText(/1 of 60 rows/)).toBeVisible();
  await data.useAnswers();
  await expect(page.getByRole("banner")).toContainText("59 answers");
});

async function drop(page: Page, name: string, content: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([text, called]) => {
      const moved = new DataTransfer();
      moved.items.add(new File([text], called));
      return moved;
    },
    [content, name] as const,
  );
  for (const type of ["dragenter", "dragover", "drop"])
    await page.dispatchEvent("main", type, { dataTransfer: transfer });
}

test("a total at the end is left out with a word, and is an answer if the user says so", async ({
  page,
}) => {
  await new PalettePage(page).open();
  const data = new DataPage(page);
  await data.open();
  await data.choose("answers.csv", `${CSV_FILE}\nTotal,,1,2,3\n`);
  const preview = data.region(/^answers\.csv · 60 rows/);
  await expect(preview).toContainText(
    "Row 62: expected an answer, found a row that sums up the others (“Total”). It is left out",
  );
  await page.getByRole("button", { name: "It is an answer: use it" }).click();
  await expect(data.region(/^answers\.csv · 61 rows/)).toContainText("It is used as an answer");
  await page.getByRole("button", { name: "Leave it out" }).click();
  await data.useAnswers();
  await expect(page.getByRole("banner")).toContainText("60 answers");
});

test("a file dropped anywhere on the page is read", async ({ page }) => {
  await new PalettePage(page).open();
  await drop(page, "dropped.csv", CSV_FILE);
  await expect(page.getByRole("region", { name: /^dropped\.csv/ })).toBeVisible();
});

test("names and texts of a file are shown as they are, never as markup", async ({ page }) => {
  const raised: string[] = [];
  page.on("dialog", (dialog) => raised.push(dialog.message()));
  page.on("pageerror", (error) => raised.push(error.message));
  const palette = new PalettePage(page);
  await palette.open();
  const data = new DataPage(page);
  await data.open();
  const hostile = "<img src=x onerror=alert(1)>";
  const header = `${hostile},__proto__,=1+1,<script>alert(2)</script>,prompt,generated`;
  const rows = ROWS.map((r, j) => [r.kindness, r.wit, r.harm, j % 9, hostile, hostile].join(","));
  await data.choose(`${hostile}.csv`, [header, ...rows].join("\n"));
  await data.useAnswers();
  await palette.headline().waitFor();
  for (const name of [hostile, "__proto__", "=1+1", "<script>alert(2)</script>"])
    await expect(palette.slider(name)).toBeVisible();
  await page.getByRole("tab", { name: "Answers" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: hostile }).first()).toBeVisible();
  expect(await page.locator("img, main script").count()).toBe(0);
  expect(raised).toEqual([]);
});

const GOLDEN = join(import.meta.dirname, "../src/core/testing/golden");

/** The public samples in the layout that their authors publish; only the texts are made up. */
function publicSamples(name: string): string {
  const columns: Record<string, number[]> = JSON.parse(
    gunzipSync(readFileSync(join(GOLDEN, name))).toString("utf8"),
  );
  const { prompt, ...rewards } = columns;
  return JSON.stringify(
    prompt.map((number, j) => ({
      prompt: `question ${number}`,
      generated: `answer ${j}`,
      ...Object.fromEntries(Object.entries(rewards).map(([id, column]) => [id, column[j]])),
    })),
  );
}

for (const name of ["llama2-chat.json.gz", "opt-1.3b.json.gz"])
  test(`the numbers of the public samples, ${name}, go from the drop to a verdict`, async ({
    page,
  }) => {
    const palette = new PalettePage(page);
    await palette.open();
    await drop(page, "samples.json", publicSamples(name));
    await expect(page.getByRole("region", { name: /^samples\.json/ })).toContainText("MAP");
    await new DataPage(page).useAnswers();
    await expect(page.getByRole("banner")).toContainText("2,312 answers");
    await expect(palette.slider("Humor")).toBeVisible();
    await palette.drag("Humor", 0.6, 0.75);
    await expect.poll(() => palette.drift()).toBeGreaterThan(0);
  });

const BROKEN: [string, string, string | Buffer, RegExp][] = [
  ["empty", "nothing.csv", "", /file is empty/],
  [
    "binary",
    "model.bin",
    Buffer.from([0, 1, 2, 3, 0, 255, 0, 9]),
    /looks like a binary file, which cannot be read here/,
  ],
  ["ragged", "ragged.csv", "a,b\n1\n2\n3,4,5", /expected 2 cells as in the header, found 1/],
  ["of the wrong types", "words.csv", "a,b\nx,y\nz,w", /No column holds numbers/],
  ["all NaN", "nan.csv", "a,b\nNaN,x\nNaN,y", /No column holds numbers/],
  ["one row", "one.csv", "a,b\n1,2", /Only 1 usable row/],
  ["one column of text", "column.csv", "note\nhello\nworld", /No column holds numbers/],
  [
    "constant",
    "constant.csv",
    "a,b\n1,2\n1,2\n1,2",
    /expected numbers that differ, found 1 in every row/,
  ],
  [
    "huge numbers",
    "huge.csv",
    "a\n1e308\n-1e308\n1e307",
    /too large to compute with|Only 0 usable/,
  ],
  [
    "broken JSON under the name of a table",
    "data.csv",
    '[{"a":1},{"a"',
    /expected JSON, as the file begins, but it cannot be read/,
  ],
];

for (const [kind, name, content, sentence] of BROKEN)
  test(`a file that is ${kind} is answered in plain words, and the palette stays`, async ({
    page,
  }) => {
    const palette = new PalettePage(page);
    await palette.open();
    const drift = await palette.drift();
    const data = new DataPage(page);
    await data.open();
    await data.choose(name, content);
    await expect(page.getByText(sentence).first()).toBeVisible();
    await page.getByRole("button", { name: "Palette", exact: true }).click();
    await expect.poll(() => palette.drift()).toBe(drift);
  });

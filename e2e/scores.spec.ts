import { expect, test } from "@playwright/test";
import { violations } from "./pages/accessibility.ts";
import { DataPage } from "./pages/data-page.ts";
import { PalettePage } from "./pages/palette-page.ts";

const ADJECTIVES = ["lovely", "terrible", "quiet", "stupid", "wonderful", "sad", "plain", "awful"];
const PLACES = ["in the garden", "by the sea", "at work", "on the way home after a long day"];
const REPLIES = Array.from({ length: 64 }, (_, j) => {
  const [one, two] = [ADJECTIVES[j % 8], ADJECTIVES[(3 * j + 1) % 8]];
  const place = PLACES[(j >> 3) % 4];
  const end = j % 3 === 0 ? "" : ` I thought it was ${two}, and I told everyone ${place}.`;
  return `It was a ${one} afternoon ${place}.${end}`;
});
const CSV = ["question,reply", ...REPLIES.map((r, j) => `How was day ${j % 16}?,"${r}"`)].join(
  "\n",
);

test("a file of texts without numbers goes to an answered palette by lexical measures", async ({
  page,
}) => {
  const palette = new PalettePage(page);
  await palette.open();
  const data = new DataPage(page);
  await data.open();
  await data.choose("replies.csv", CSV);
  const preview = data.region(/^replies\.csv/);
  await expect(preview).toContainText("No column holds numbers");
  await expect(data.useButton()).toBeDisabled();
  await expect(preview).toContainText("they are not reward models");
  await page.getByRole("checkbox", { name: "Length in words" }).check();
  await data.scoreButton().click();
  await expect(preview.getByRole("rowheader", { name: /Positive words/ })).toContainText(
    "lexical measure, computed here",
  );
  await expect(
    page.getByRole("checkbox", { name: "Lower is better for Coarse words" }),
  ).toBeChecked();
  await expect(preview).not.toContainText("No column holds numbers");
  expect(await violations(page, ".file-preview")).toEqual([]);
  await data.use("Diversity of wording").selectOption({ label: "not used" });
  await data.useAnswers();
  await palette.headline().waitFor();
  await expect(page.getByRole("banner")).toContainText("64 answers · 4 values");
  await palette.drag("Positive words", 0.5, 0.62);
  await expect.poll(() => palette.drift()).toBeGreaterThan(0);
});

test("texts beside numbers are scored on request, by keyboard, into further columns", async ({
  page,
}) => {
  await new PalettePage(page).open();
  const data = new DataPage(page);
  await data.open();
  const rows = REPLIES.map((reply, j) => `${(j % 7) / 7},"${reply}"`);
  await data.choose("mixed.csv", ["warmth,reply", ...rows].join("\n"));
  const preview = data.region(/^mixed\.csv/);
  await expect(data.scoreButton()).toBeHidden();
  await preview.getByRole("heading", { name: "Score the texts here" }).locator("..").focus();
  await page.keyboard.press("Enter");
  await data.scoreButton().focus();
  await page.keyboard.press("Enter");
  await expect(preview.getByRole("rowheader", { name: /Reading ease/ })).toBeVisible();
  await data.useAnswers();
  await expect(page.getByRole("banner")).toContainText("64 answers · 5 values");
});

test("a file that holds no classifiers is refused in plain words", async ({ page }) => {
  await new PalettePage(page).open();
  const data = new DataPage(page);
  await data.open();
  await data.choose("replies.csv", CSV);
  await page.getByLabel("Choose a file of classifiers").setInputFiles({
    name: "else.json",
    mimeType: "application/json",
    buffer: Buffer.from('{"kind":"something else"}'),
  });
  await expect(page.getByText(/not a file of classifiers/)).toBeVisible();
});

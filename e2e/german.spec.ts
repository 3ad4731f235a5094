import { expect, test } from "@playwright/test";
import { violations } from "./pages/accessibility.ts";
import { PalettePage } from "./pages/palette-page.ts";

test("a link may ask for German: words, numbers, and a comma that is typed", async ({ page }) => {
  await page.goto("./?locale=de");
  const verdict = page.locator("#verdict");
  await expect(verdict).toHaveText(/^Erreichbar, aber auf schmaler Basis\.$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByRole("banner")).toContainText("2.312 Antworten · 6 Werte");
  await expect(page.getByRole("region", { name: "Urteil" })).toContainText(
    /weicht um \d,\d\d nat vom ursprünglichen Modell ab/,
  );
  await expect(page.locator(".region-panel .tick").filter({ hasText: "0,5" })).not.toHaveCount(0);
  const slider = page.getByRole("slider", { name: "Humor: Ziel" });
  const number = page.getByRole("textbox", { name: /^Humor/ });
  for (const [typed, value, shown] of [
    ["1,25", 1.25, "1,25"],
    ["0.5", 0.5, "0,50"],
    ["−0,75", -0.75, "−0,75"],
  ] as const) {
    await number.fill(typed);
    await number.press("Enter");
    await expect.poll(async () => Number(await slider.inputValue())).toBeCloseTo(value, 9);
    await expect(number).toHaveValue(shown);
  }
  await expect(slider).toHaveAttribute("aria-valuetext", /^−0,75 Rohwert, /);
  await number.fill("viel");
  await expect(number).toHaveAttribute("title", /^Eine Zahl, etwa 1,5; .* zwischen −\d/);
});

test("the language is changed in the menu, keeps the palette, and stays after a reload", async ({
  page,
}) => {
  const palette = new PalettePage(page);
  await palette.open();
  const hash = () => new URL(page.url()).hash;
  const opened = hash();
  await palette.number("Humor").fill("1.375");
  await palette.number("Humor").press("Enter");
  await palette.settled();
  await expect.poll(hash).not.toBe(opened);
  const before = hash();
  await page.getByRole("button", { name: "Look and language" }).click();
  await page.getByRole("button", { name: "Deutsch" }).click();
  await expect(page.getByRole("textbox", { name: /^Humor/ })).toHaveValue("1,38");
  await expect(page.getByRole("button", { name: "Aussehen und Sprache" })).toBeFocused();
  expect(hash()).toBe(before);
  await page.reload();
  await expect(page.getByRole("textbox", { name: /^Humor/ })).toHaveValue("1,38");
  await page.getByRole("button", { name: "Rückgängig" }).waitFor();
  await page.getByRole("button", { name: "Aussehen und Sprache" }).click();
  await page.getByRole("button", { name: "English" }).click();
  await expect(palette.number("Humor")).toHaveValue("1.38");
  expect(hash()).toBe(before);
});

test.describe("a browser that prefers German", () => {
  test.use({ locale: "de-AT" });
  test("gets it without asking, and forms of one and many", async ({ page }) => {
    await page.goto("./");
    await page.locator("#verdict").filter({ hasText: "Erreichbar" }).waitFor();
    await page.getByRole("button", { name: "Daten", exact: true }).click();
    const choose = (name: string, text: string) =>
      page.getByLabel(/^eine (andere )?Datei wählen$/).setInputFiles({
        name,
        mimeType: "text/csv",
        buffer: Buffer.from(text),
      });
    await choose("eins.csv", "wärme\n1.5\n2.5\n4\n");
    await expect(page.getByText("3 Antworten, 1 Wert.")).toBeVisible();
    await choose("zwei.csv", "wärme;witz\n1,5;3\n2,5;2\n4;1,5\n");
    await expect(page.getByText("3 Antworten, 2 Werte.")).toBeVisible();
    await expect(page.getByText(/Nur 3 Zeilen, .*Die Zahlen werden grob/)).toBeVisible();
  });
});

for (const width of [1440, 390])
  test(`German is fit for everyone and fits a page ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("./?locale=de");
    await page.locator("#verdict").filter({ hasText: "Erreichbar" }).waitFor();
    expect(await violations(page)).toEqual([]);
    for (const name of [
      "Vergleich",
      "Abwägung",
      "Nacheinander",
      "Paare",
      "Verteilungen",
      "Mischungen",
      "Verlässlichkeit",
      "Antworten",
    ]) {
      await page.getByRole("tab", { name }).click();
      const panel = page.getByRole("tabpanel");
      await expect(panel.getByText(/Wird berechnet|wird geöffnet/)).toHaveCount(0);
      await expect(panel).not.toBeEmpty();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    expect(await violations(page, "#analyses")).toEqual([]);
    await page.getByRole("button", { name: "Hilfe" }).click();
    await expect(page.getByRole("dialog", { name: "Worum es hier geht" })).toBeVisible();
    expect(await violations(page, "dialog")).toEqual([]);
  });

test("the moral page speaks German; its English demonstration is marked as such", async ({
  page,
}) => {
  await page.goto("./?locale=de");
  await page.getByRole("button", { name: "Moralprofil" }).click();
  await expect(page.getByRole("heading", { name: "Moralisches Profil" })).toBeVisible();
  await expect(page.getByRole("slider", { name: /^Fürsorge/ })).toBeVisible();
  await expect(page.locator(".question-text")).toHaveAttribute("lang", "en");
  await expect(page.locator(".sourced-words").first()).toHaveAttribute("lang", "en");
  await expect(page.locator(".sourced-from").first()).toHaveAttribute("lang", "de");
  await page.getByRole("textbox", { name: /^Fürsorge/ }).fill("0,25");
  await page.getByRole("textbox", { name: /^Fürsorge/ }).press("Enter");
  await expect(page.getByRole("slider", { name: /^Fürsorge/ })).toHaveValue("0.25");
  expect(await violations(page)).toEqual([]);
});

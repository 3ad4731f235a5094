import type { Page } from "@playwright/test";

/** Something that is opened, with parts of the page that are fetched for it. */
export interface PartStep {
  readonly name: string;
  /** True where a link says that it is open. */
  readonly isInLink?: boolean;
  /** Opens it in a page that has started; where a part is missing it may not get to the end. */
  open(page: Page): Promise<void>;
}

const PANELS = 8;
const MORAL_TABS = 6;
const QUESTION = "question,answer\nHow are you?,Fine and well\n";
const TEXTS = `prompt,response\n${Array.from({ length: 8 }, (_, k) => `Q${k},"This is damn good ${k}."`).join("\n")}\n`;

/** The page as it opens. */
export const START: PartStep = { name: "the start", open: async () => undefined };

/** What can be opened after the start. */
export const PART_STEPS: readonly PartStep[] = [
  START,
  ...Array.from({ length: PANELS }, (_, k) => ({
    name: `panel ${k + 1}`,
    isInLink: k > 0,
    open: (page: Page) => page.locator("#analyses").getByRole("tab").nth(k).click(),
  })),
  { name: "help", open: (page) => press(page, "Help") },
  { name: "share", open: (page) => press(page, /^Share/) },
  { name: "export", open: (page) => press(page, /^Export/) },
  {
    name: "one-page summary",
    async open(page) {
      await press(page, /^Export/);
      await page.getByRole("button", { name: /^One-page summary/ }).click();
    },
  },
  {
    name: "export of weights",
    async open(page) {
      await press(page, /^Export/);
      await page.getByRole("button", { name: /^Weights, Parquet/ }).click();
    },
  },
  ...(["SVG", "PNG"] as const).map((format) => ({
    name: `figure as ${format}`,
    open: (page: Page) =>
      page
        .getByRole("button", { name: new RegExp(`${format}$`) })
        .first()
        .click(),
  })),
  {
    name: "German",
    async open(page) {
      await press(page, "Look and language");
      await press(page, "Deutsch");
    },
  },
  { name: "data page", open: (page) => press(page, "Data") },
  {
    name: "file of texts",
    async open(page) {
      await press(page, "Data");
      await page
        .getByLabel(/^choose (a|another) file$/)
        .setInputFiles({ name: "t.csv", mimeType: "text/csv", buffer: Buffer.from(TEXTS) });
      for (const box of await page.getByRole("checkbox").all()) await box.check();
      await page.getByRole("button", { name: /^Score \d+ texts/ }).click();
    },
  },
  { name: "moral page", isInLink: true, open: (page) => press(page, "Moral profile") },
  ...Array.from({ length: MORAL_TABS }, (_, k) => ({
    name: `moral tab ${k + 1}`,
    isInLink: true,
    async open(page: Page) {
      await press(page, "Moral profile");
      await page.locator(".moral-tabs").getByRole("tab").nth(k).click();
    },
  })),
  {
    name: "file of questions",
    async open(page) {
      await press(page, "Moral profile");
      await page.locator(".moral-tabs").getByRole("tab").nth(4).click();
      await page
        .locator("input[type=file]")
        .first()
        .setInputFiles({ name: "q.csv", mimeType: "text/csv", buffer: Buffer.from(QUESTION) });
    },
  },
];

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page
    .getByRole("button", { name, exact: typeof name === "string" })
    .first()
    .click();
}

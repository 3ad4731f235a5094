import type { Browser, Page } from "@playwright/test";
import type { PartStep } from "./part-steps.ts";
import { START } from "./part-steps.ts";
import type { SpoiledHost, Way } from "./spoiled-host.ts";

/** When a file goes missing: before the page opens, under the open page, or when it is loaded again with the part in its address. */
export const MOMENTS = ["at first", "when opened", "when reloaded"] as const;
/** One of them. */
type Moment = (typeof MOMENTS)[number];

/** What a visitor has: the part, a sentence about it, or neither. */
export type Outcome = "whole" | "said" | "blank" | "busy";

/** One file that is missing in one way at one moment. */
export interface MissingCase {
  readonly file: string;
  readonly step: PartStep;
  readonly way: Way;
  readonly moment: Moment;
}

/** What became of a case. */
export interface MissingReport {
  readonly outcome: Outcome;
  /** Whether the page is whole once the file is there again and it is reloaded, with the same palette. */
  readonly mends: boolean;
}

const BUILT_PART = /^assets\/.*\.(js|css)$/;
const PATIENCE_MS = 30_000;
const STEP_MS = 10_000;
/** Until a test ends by its own limit. */
const LONG_MS = 500_000;
const SAID =
  /could not be (loaded|made|started|fetched)|cannot be started|has not started|has stopped|ließ sich nicht|ist noch nicht gestartet/;
const WAITS = '[aria-busy="true"], .loading, .analysis-opening, progress';

/** The parts that a step fetches, and where it is not the start, only those that it fetches beyond it. */
export async function partsOf(
  browser: Browser,
  host: SpoiledHost,
  step: PartStep,
): Promise<string[]> {
  const page = await freshPage(browser, host);
  host.asked();
  await page.goto(host.url);
  await hasAnswer(page);
  const atStart = host.asked().filter((file) => BUILT_PART.test(file));
  if (step !== START) {
    await opened(page, step);
    await outcomeOf(page);
  }
  const later = host.asked().filter((file) => BUILT_PART.test(file) && !atStart.includes(file));
  await page.context().close();
  return [...new Set(step === START ? atStart : later)];
}

/**
 * Takes a file away and looks what a visitor has. Where `isMissed`, the page is known to ask for it and to say something then:
 * both are waited for, however long a busy machine takes.
 */
export async function runCase(
  browser: Browser,
  host: SpoiledHost,
  { file, step, way, moment }: MissingCase,
  isMissed = false,
): Promise<MissingReport> {
  const page = await freshPage(browser, host);
  const patience = isMissed ? LONG_MS : PATIENCE_MS;
  if (isMissed) page.setDefaultTimeout(LONG_MS);
  const spoil = () => host.lose([file], way);
  try {
    if (moment === "at first") spoil();
    await page.goto(host.url);
    let palette: string | null = null;
    if (moment !== "at first") {
      await hasAnswer(page, patience);
      await changePalette(page);
      palette = await paletteOf(page);
      spoil();
    }
    const address = page.url();
    await opened(page, step);
    if (moment === "when reloaded") {
      if (step.isInLink) await page.waitForURL((url) => url.href !== address);
      spoil();
      await page.reload();
    }
    if (isMissed) await host.missed();
    const outcome = isMissed ? await saying(page) : await outcomeOf(page);
    host.lose([]);
    await page.reload();
    const mends =
      (await hasAnswer(page, patience)) &&
      (palette === null || (await paletteOf(page)) === palette);
    return { outcome, mends };
  } finally {
    host.lose([]);
    await page.context().close();
  }
}

async function freshPage(browser: Browser, host: SpoiledHost): Promise<Page> {
  const context = await browser.newContext({ serviceWorkers: "block", locale: "en" });
  const page = await context.newPage();
  page.setDefaultTimeout(STEP_MS);
  host.lose([]);
  return page;
}

/** Opens a part; where it is missing, its buttons may be too. */
async function opened(page: Page, step: PartStep): Promise<void> {
  await step.open(page).catch(() => undefined);
}

/** Moves a slider, and waits until the address has it. */
async function changePalette(page: Page): Promise<void> {
  await page.waitForURL((url) => url.hash !== "");
  const before = page.url();
  await page.getByRole("slider", { name: /^Humor/ }).press("PageDown");
  await page.waitForURL((url) => url.href !== before);
}

/** Where the first slider stands. */
async function paletteOf(page: Page): Promise<string> {
  const slider = page.getByRole("slider", { name: /^Humor/ });
  return slider.evaluate((it) => it.getAttribute("aria-valuenow") ?? Reflect.get(it, "value"));
}

async function hasAnswer(page: Page, timeout = PATIENCE_MS): Promise<boolean> {
  return page
    .locator("#verdict:not(:empty)")
    .waitFor({ timeout })
    .then(
      () => true,
      () => false,
    );
}

/** Waits for the sentence. */
async function saying(page: Page): Promise<Outcome> {
  await page.getByText(SAID).filter({ visible: true }).first().waitFor();
  return "said";
}

/** Waits until something is there to read and nothing is on its way any more; where that does not come, says what is there. */
async function outcomeOf(page: Page): Promise<Outcome> {
  const asked = [SAID.source, WAITS] as const;
  const settled = ([said, waits]: readonly [string, string]) => {
    const text = document.body.innerText;
    if (new RegExp(said).test(text)) return "said";
    const isWhole = text.trim().length >= 40 && !document.querySelector(waits);
    const looks = isWhole ? Number(document.body.dataset.looks ?? 0) + 1 : 0;
    document.body.dataset.looks = String(looks);
    return looks > 3 ? "whole" : null;
  };
  try {
    const end = await page.waitForFunction(settled, asked, { polling: 300, timeout: PATIENCE_MS });
    return (await end.jsonValue()) as Outcome;
  } catch {
    const text = await page.locator("body").innerText();
    return text.trim().length < 40 ? "blank" : "busy";
  }
}

import { type Browser, chromium } from "@playwright/test";
import { BROWSER_ARGUMENTS } from "../browser-arguments.ts";
import type { BenchContext } from "./bench-context.ts";
import { drag, median, ms, percentile, watch } from "./browser/watched-drag.ts";

/** The drag of the screen's bench with each panel open, and how soon each panel shows something. */
export async function bench({ chromePath, serveApp }: BenchContext): Promise<void> {
  const { url, close } = await serveApp();
  const browser = await chromium.launch({
    executablePath: chromePath,
    args: [...BROWSER_ARGUMENTS],
  });
  console.log(
    "\n| panel open | shows something after | worker, median | input to verdict, median | 95th percentile | longest task |",
  );
  console.log("|---|---|---|---|---|---|");
  for (const name of await panelNames(browser, url))
    console.log(`| ${(await oneRun(browser, url, name)).join(" | ")} |`);
  await browser.close();
  close();
}

async function panelNames(browser: Browser, url: string): Promise<string[]> {
  const page = await browser.newPage();
  await page.goto(url);
  const tabs = page.locator("#analyses").getByRole("tab");
  await tabs.first().waitFor();
  const names = await tabs.allTextContents();
  await page.close();
  return names;
}

async function oneRun(browser: Browser, url: string, name: string): Promise<string[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(watch);
  await page.goto(url);
  await page.locator(".verdict-headline").waitFor();
  await page.waitForLoadState("networkidle");
  const opening = await page.evaluate((tab) => {
    const began = performance.now();
    const button = [...document.querySelectorAll<HTMLElement>("[role=tab]")].find(
      (t) => t.textContent === tab,
    );
    button?.click();
    return new Promise<number>((resolve) => {
      const look = () =>
        document.querySelector("[role=tabpanel]")?.textContent?.trim()
          ? resolve(performance.now() - began)
          : requestAnimationFrame(look);
      requestAnimationFrame(look);
    });
  }, name);
  await page.getByRole("tabpanel", { name }).waitFor();
  const box = await page.getByRole("slider", { name: "Humor: target" }).boundingBox();
  if (!box) throw new Error("invalid page: no slider");
  await drag(page, box);
  await page.waitForFunction(() => window.bench.follow.length > 0);
  const { worker, follow, longTasks } = await page.evaluate(() => window.bench);
  await page.close();
  return [
    name,
    ms(opening),
    ms(median(worker)),
    ms(median(follow)),
    ms(percentile(follow, 95)),
    ms(Math.max(0, ...longTasks)),
  ];
}

import { chromium } from "@playwright/test";
import { BROWSER_ARGUMENTS } from "../browser-arguments.ts";
import type { BenchContext } from "./bench-context.ts";
import type {} from "./rewards-page/main.ts";

const TEXTS = 50_000;
const BUDGET = { training: 60, longestTask: 100 };
const RUNS = [
  { judged: "each", repeats: 0 },
  { judged: "each", repeats: 1 },
  { judged: "all", repeats: 0 },
  { judged: "all", repeats: 1 },
] as const;

/** Training five classifiers on 50,000 made texts in the worker of a page in Chromium, and whether the page answers meanwhile. */
export async function bench({ chromePath, servePage }: BenchContext): Promise<void> {
  const { url, close } = await servePage("e2e/bench/rewards-page");
  const browser = await chromium.launch({
    executablePath: chromePath,
    args: [...BROWSER_ARGUMENTS],
  });
  const page = await browser.newPage();
  await page.goto(url);
  console.log(
    "\n| 50,000 texts | 5-fold cross-validation | reading, s | training, s | longest task of the page, ms | cancelled in, ms | AUC |",
  );
  console.log("|---|---|---|---|---|---|---|");
  let isKept = true;
  for (const { judged, repeats } of RUNS) {
    const times = await page.evaluate(([n, j, r]) => window.trainMade(n, j, r), [
      TEXTS,
      judged,
      repeats,
    ] as const);
    isKept &&= times.training < BUDGET.training && times.longestTask < BUDGET.longestTask;
    console.log(
      `| ${judged === "each" ? "each judged for one of five values" : "all judged for all five values"} | ${repeats ? "once" : "none"} | ${times.reading.toFixed(1)} | ${times.training.toFixed(1)} | ${times.longestTask > 0 ? times.longestTask.toFixed(0) : "< 50"} | ${times.cancelled.toFixed(0)} | ${repeats ? times.aucs.map((a) => a.toFixed(3)).join(", ") : "–"} |`,
    );
  }
  console.log(`\nbudget: 60 s and 100 ms: ${isKept ? "kept" : "NOT KEPT"}`);
  if (!isKept) process.exitCode = 1;
  await browser.close();
  close();
}

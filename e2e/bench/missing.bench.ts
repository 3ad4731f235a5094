import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { BROWSER_ARGUMENTS } from "../browser-arguments.ts";
import {
  type MissingCase,
  MOMENTS,
  type Outcome,
  partsOf,
  runCase,
} from "../missing/missing-run.ts";
import { PART_STEPS, type PartStep, START } from "../missing/part-steps.ts";
import { type SpoiledHost, spoiledHost, WAYS } from "../missing/spoiled-host.ts";
import type { BenchContext } from "./bench-context.ts";

/**
 * Takes every script, style sheet and worker of the build away in turn, in three ways and at three moments, and counts what a
 * visitor has: the page whole, a sentence, a blank page, or one that is busy for ever. `--only TEXT` takes files of that name.
 */
export async function bench({ chromePath, args, serveApp }: BenchContext): Promise<void> {
  const built = await serveApp();
  await built.close();
  const folder = resolve("dist");
  const host = await spoiledHost(folder);
  const browser = await chromium.launch({
    executablePath: chromePath,
    args: [...BROWSER_ARGUMENTS],
  });
  const steps = new Map<string, PartStep>();
  for (const step of PART_STEPS)
    for (const file of await partsOf(browser, host, step))
      if (!steps.has(file)) steps.set(file, step);
  const all = readdirSync(join(folder, "assets")).filter((name) => /\.(js|css)$/.test(name));
  const unreached = all.filter((name) => !steps.has(`assets/${name}`));
  console.log(
    `${steps.size} of ${all.length} files are fetched by ${PART_STEPS.length} steps; not reached: ${unreached.join(", ")}`,
  );
  const only = args[args.indexOf("--only") + 1] ?? "";
  const cases = [...steps]
    .filter(([file]) => !args.includes("--only") || file.includes(only))
    .flatMap(([file, step]) => casesOf(file, step));
  await runCases(browser, host, cases);
  await browser.close();
  await host.close();
}

/** Prints each case that leaves a visitor with nothing, and at the end how many came out how. */
async function runCases(
  browser: Browser,
  host: SpoiledHost,
  cases: readonly MissingCase[],
): Promise<void> {
  const counts = new Map<string, number>();
  for (const [k, one] of cases.entries()) {
    if (k % 100 === 0) console.log(`${k} of ${cases.length} cases`);
    const { outcome, mends } = await runCase(browser, host, one);
    const key = `${one.moment} · ${one.way} · ${outcome}${mends ? "" : " · does not mend"}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    const { file, step, way, moment } = one;
    if (isBad(outcome) || !mends)
      console.log(`${file}, ${step.name}, ${way}, ${moment}: ${outcome}, mends: ${mends}`);
  }
  for (const [key, count] of [...counts].sort()) console.log(`${key}: ${count}`);
}

/** What the page starts with can only be missing then; the rest at every moment. */
function casesOf(file: string, step: PartStep): MissingCase[] {
  const moments = step === START ? MOMENTS.filter((moment) => moment !== "when opened") : MOMENTS;
  return moments.flatMap((moment) => WAYS.map((way) => ({ file, step, way, moment })));
}

function isBad(outcome: Outcome): boolean {
  return outcome === "blank" || outcome === "busy";
}

import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { chromium } from "@playwright/test";
import { BROWSER_ARGUMENTS } from "../browser-arguments.ts";
import type { BenchContext } from "./bench-context.ts";
import { type DragTimes, dragAt } from "./browser/drag.ts";
import { type PassRow, passesAt } from "./passes/measure-passes.ts";
import { rivalsAt, type SolvePair, type SolveRow, solvePairAt } from "./passes/measure-solves.ts";
import { threadShard } from "./passes/thread-shard.ts";

/** All that is measured. */
interface Figures {
  readonly node: readonly PassRow[];
  readonly browser: readonly PassRow[];
  readonly pairs: readonly SolvePair[];
  readonly rivals: readonly SolveRow[];
  readonly drags: readonly DragTimes[];
}

const SIZES = [2, 6, 12];
const ROWS = [2312, 100_000, 1_000_000, 10_000_000];
const DRAGGED_ROWS = [2312, 100_000, 1_000_000];
const TARGET = "e2e/bench/RESULTS.md";

/**
 * Time per pass of the compiled kernel, alone and in a pool of two, beside the TypeScript one, plain loops and one read of
 * the same bytes, in Node and in Chromium; solves beside the authors' recipe and L-BFGS; and drags in the built app.
 * Medians to the console and to RESULTS.md.
 */
export async function bench(context: BenchContext): Promise<void> {
  const script = await context.built("e2e/bench/passes/shard-entry.ts");
  const makeShard = () => threadShard(script);
  const node: PassRow[] = [];
  const pairs: SolvePair[] = [];
  for (const rows of ROWS)
    for (const size of SIZES) {
      node.push(await passesAt(rows, size, makeShard));
      pairs.push(await solvePairAt(rows, size, makeShard));
    }
  const rivals = await rivalsAt(1_000_000, 6);
  const browser = await passesInBrowser(context);
  const drags = await dragsInApp(context);
  const text = report({ node, browser, pairs, rivals, drags });
  process.stdout.write(text);
  writeFileSync(TARGET, text);
}

async function passesInBrowser({ chromePath, servePage }: BenchContext): Promise<PassRow[]> {
  const { url, close } = await servePage("e2e/bench/page");
  const rows: PassRow[] = [];
  for (const [count, size] of ROWS.flatMap((n) => SIZES.map((m) => [n, m]))) {
    const browser = await chromium.launch({
      executablePath: chromePath,
      args: [...BROWSER_ARGUMENTS],
    });
    const page = await browser.newPage();
    await page.goto(url);
    rows.push(await page.evaluate(([n, m]) => window.passesAt(n, m), [count, size]));
    await browser.close();
  }
  close();
  return rows;
}

async function dragsInApp({ chromePath, serveApp }: BenchContext): Promise<DragTimes[]> {
  const { url, close } = await serveApp();
  const drags: DragTimes[] = [];
  for (const rows of DRAGGED_ROWS) drags.push(await dragAt(chromePath, url, rows));
  close();
  return drags;
}

/** Slope of log y over log x by least squares. */
function exponent(points: readonly (readonly [number, number])[]): string {
  const x = points.map((p) => Math.log(p[0]));
  const y = points.map((p) => Math.log(p[1]));
  const mean = (v: readonly number[]) => v.reduce((s, a) => s + a, 0) / v.length;
  const [mx, my] = [mean(x), mean(y)];
  const top = x.reduce((s, a, k) => s + (a - mx) * (y[k] - my), 0);
  return (top / x.reduce((s, a) => s + (a - mx) ** 2, 0)).toFixed(2);
}

function growth(passes: readonly PassRow[]): string {
  const inRows = passes.filter((p) => p.size === 6 && p.rows >= 100_000);
  const inSize = passes.filter((p) => p.rows === 1_000_000);
  return `Time of the kernel grows with N^${exponent(inRows.map((p) => [p.rows, p.kernel]))} (100,000 to 10,000,000 rows, 6 values) and m^${exponent(inSize.map((p) => [p.size, p.kernel]))} (1,000,000 rows).`;
}

function report({ node, browser, pairs, rivals, drags }: Figures): string {
  const cold = pairs.find((p) => p.rows === 1_000_000 && p.size === 6)?.cold;
  const own = rivals[0].ms;
  return `# Passes, solves and drags

${cpus()[0].model}, ${cpus().length} cores, Node ${process.version}. Medians in milliseconds; float64 columns; the pool has two shards, all else runs on one core.

## One pass with full moments, in Node

${passTable(node)}

${growth(node)}

## One pass with full moments, in Chromium

${passTable(browser)}

${growth(browser)}

## Solves as the app runs them

${table(
  ["rows", "values", "cold", "passes", "warm", "passes", "KKT residual, sd"],
  pairs.map(({ rows, size, cold, warm }) => [
    count(rows),
    size,
    ms(cold.ms),
    cold.passes,
    ms(warm.ms),
    warm.passes,
    Math.max(cold.kkt, warm.kkt).toExponential(1),
  ]),
)}

Cold: no earlier solution. Warm: one target moves by 0.01 sd. From 50,000 rows on a solve starts from the λ of 20,000 of them, its time included; from 20,000 rows on the pool is used.

## The same solve by other methods, 1,000,000 × 6

${table(
  ["method", "ms", "passes", "KKT residual, sd", "time / ours on one core"],
  [...(cold ? [cold] : []), ...rivals].map((s) => [
    s.name,
    ms(s.ms),
    s.passes,
    s.kkt.toExponential(1),
    (s.ms / own).toFixed(1),
  ]),
)}

L-BFGS and the authors’ recipe compute no covariance. The authors’ recipe takes 150 Adam steps on log λ.

## A drag of ten seconds in the built app (Chromium, shards on all cores, 6 values)

${table(
  [
    "rows",
    "inputs followed",
    "answers",
    "worker, median",
    "95 %",
    "input to verdict, median",
    "95 %",
    "longest task",
    "scripts, first and last second",
    "process",
  ],
  drags.map((d) => [
    count(d.rows),
    `${d.followed} of ${d.inputs}`,
    d.answers,
    ms(d.worker[0]),
    ms(d.worker[1]),
    ms(d.follow[0]),
    ms(d.follow[1]),
    d.longest > 0 ? ms(d.longest) : "< 50",
    d.memory.map((m) => mb(m.scripts)).join(", "),
    d.memory.map((m) => mb(m.process)).join(", "),
  ]),
)}

Worker: verdict, six reachable maxima and all histograms; of more than 50,000 rows the last two come from a part of them until the hand rests. Scripts: memory that lives in the page and its workers without the rows; process: all that the tab’s process has to itself; both after garbage is taken away and after a first drag of ten seconds.
`;
}

function passTable(passes: readonly PassRow[]): string {
  return table(
    [
      "rows",
      "values",
      "kernel",
      "pool",
      "TypeScript",
      "plain loops",
      "one read",
      "plain / kernel",
      "plain / pool",
    ],
    passes.map((p) => [
      count(p.rows),
      p.size,
      ms(p.kernel),
      ms(p.pool),
      ms(p.typescript),
      ms(p.plain),
      ms(p.read),
      (p.plain / p.kernel).toFixed(1),
      (p.plain / p.pool).toFixed(1),
    ]),
  );
}

/** A Markdown table with aligned columns. */
function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, k) => Math.max(3, ...cells.map((row) => row[k].length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, k) => cell.padEnd(widths[k])).join(" | ")} |`;
  const [first, ...others] = cells;
  return [line(first), line(widths.map((w) => "-".repeat(w))), ...others.map(line)].join("\n");
}

function count(n: number): string {
  return n.toLocaleString("en");
}

function ms(x: number): string {
  return x < 1 ? x.toFixed(3) : x < 100 ? x.toFixed(1) : x.toFixed(0);
}

function mb(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

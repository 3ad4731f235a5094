import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { memoryOracle } from "../../src/core/memory-oracle.ts";
import type { TiltOracle } from "../../src/core/oracle.ts";
import { seededRandom } from "../../src/core/random.ts";
import type { Samples } from "../../src/core/samples.ts";
import { SolveMemory } from "../../src/core/solve-memory.ts";
import { kernelOracle, placeSamples } from "../../src/engine/kernel-oracle.ts";
import { sketchOf } from "../../src/engine/sketch.ts";
import type { BenchContext } from "./bench-context.ts";
import { type DragTimes, dragAt } from "./drag.ts";
import { adamOnLogLambda, lbfgs, plainPass, type RivalEnd, streamingRead } from "./rivals.ts";

interface PassRow {
  readonly rows: number;
  readonly size: number;
  readonly kernel: number;
  readonly typescript: number;
  readonly plain: number;
  readonly read: number;
}

interface SolveRow {
  readonly name: string;
  readonly ms: number;
  readonly passes: number;
  readonly kkt: number;
}

const SIZES = [2, 6, 12];
const ROWS = [2312, 100_000, 1_000_000];
const MOST_ROWS = 10_000_000;
const TARGET = "e2e/bench/RESULTS.md";

/**
 * Time per pass of the compiled kernel beside the TypeScript one, plain loops and one read of the same bytes; solves beside the
 * authors' recipe and L-BFGS; and drags in the built app. Medians to the console and to RESULTS.md.
 */
export async function bench({ chromePath, serveApp }: BenchContext): Promise<void> {
  const passes: PassRow[] = [];
  for (const rows of ROWS) for (const size of SIZES) passes.push(await passesAt(rows, size));
  passes.push(await passesAt(MOST_ROWS, 6));
  const solves = await solvesAt(1_000_000, 6);
  const { url, close } = await serveApp();
  const drags: DragTimes[] = [];
  for (const rows of ROWS) drags.push(await dragAt(chromePath, url, rows));
  close();
  const text = report(passes, solves, drags);
  process.stdout.write(text);
  writeFileSync(TARGET, text);
}

/** Values with a common part, standardised. */
function samplesOf(rows: number, size: number): Samples {
  const random = seededRandom(7);
  const columns = Array.from({ length: size }, () => new Float64Array(rows));
  for (let j = 0; j < rows; j++) {
    const shared = 0.5 * random.normal();
    for (let i = 0; i < size; i++) columns[i][j] = shared + Math.sqrt(0.75) * random.normal();
  }
  return { rows, values: [], columns, weights: null, prompts: null };
}

async function passesAt(rows: number, size: number): Promise<PassRow> {
  const placed = placeSamples(samplesOf(rows, size));
  const { samples } = placed;
  const lambda = new Float64Array(size).fill(0.3);
  const kernel = kernelOracle(placed);
  const typescript = memoryOracle(samples);
  const runs = Math.max(3, Math.min(101, Math.round(2e7 / (rows * size))));
  return {
    rows,
    size,
    kernel: await median(2 * runs + 1, () => kernel.tilt(lambda)),
    typescript: await median(runs, () => typescript.tilt(lambda)),
    plain: await median(runs, () => plainPass(samples.columns, lambda, true)),
    read: await median(runs, () => streamingRead(samples.columns)),
  };
}

async function solvesAt(rows: number, size: number): Promise<SolveRow[]> {
  const placed = placeSamples(samplesOf(rows, size));
  const { samples } = placed;
  const kernel = kernelOracle(placed);
  const coarse = sketchOf(samples, kernel)?.coarse;
  const targets = Float64Array.from({ length: size }, (_, i) => 0.5 + 0.05 * i);
  const gradientOnly = (l: Float64Array) => plainPass(samples.columns, l, false);
  const cold = async (): Promise<RivalEnd> => {
    const counted = counting(kernel);
    const found = await new SolveMemory(counted.oracle, undefined, coarse).solve(targets);
    return { ...found, passes: counted.passes() };
  };
  return [
    await solveRow("cold, Newton on the kernel", 5, cold),
    await warmRow(kernel, targets, coarse),
    await solveRow("cold, L-BFGS on plain loops", 1, () => lbfgs(gradientOnly, targets)),
    await solveRow("cold, L-BFGS on the kernel", 3, () => lbfgs((l) => kernel.tilt(l), targets)),
    await solveRow("authors’ recipe on plain loops", 1, () =>
      adamOnLogLambda(gradientOnly, targets),
    ),
    await solveRow("authors’ recipe on the kernel", 1, () =>
      adamOnLogLambda((l) => kernel.tilt(l), targets),
    ),
  ];
}

/** A drag of one target in steps of 0.01 sd. */
async function warmRow(
  oracle: TiltOracle,
  targets: Float64Array,
  coarse: TiltOracle | undefined,
): Promise<SolveRow> {
  const counted = counting(oracle);
  const memory = new SolveMemory(counted.oracle, undefined, coarse);
  await memory.solve(targets);
  const [times, passes] = [[] as number[], [] as number[]];
  let kkt = 0;
  for (let k = 1; k <= 40; k++) {
    const before = counted.passes();
    const began = performance.now();
    const found = await memory.solve(targets.map((c, i) => (i === 0 ? c + 0.01 * k : c)));
    times.push(performance.now() - began);
    passes.push(counted.passes() - before);
    kkt = Math.max(kkt, found.kkt);
  }
  const name = "warm, steps of 0.01 sd, Newton on the kernel";
  return { name, ms: middle(times), passes: middle(passes), kkt };
}

async function solveRow(
  name: string,
  runs: number,
  solve: () => Promise<RivalEnd>,
): Promise<SolveRow> {
  let end: RivalEnd = await solve();
  const ms = await median(runs, async () => {
    end = await solve();
  });
  return { name, ms, passes: end.passes, kkt: end.kkt };
}

function counting(oracle: TiltOracle): { oracle: TiltOracle; passes(): number } {
  let passes = 0;
  const tilt: TiltOracle["tilt"] = (lambda, view) => {
    passes++;
    return oracle.tilt(lambda, view);
  };
  return { oracle: { ...oracle, tilt }, passes: () => passes };
}

async function median(runs: number, work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let k = 0; k < runs; k++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return middle(times);
}

function middle(xs: readonly number[]): number {
  return [...xs].sort((a, b) => a - b)[Math.floor(xs.length / 2)];
}

/** Slope of log y over log x by least squares. */
function exponent(points: readonly (readonly [number, number])[]): number {
  const x = points.map((p) => Math.log(p[0]));
  const y = points.map((p) => Math.log(p[1]));
  const mean = (v: readonly number[]) => v.reduce((s, a) => s + a, 0) / v.length;
  const [mx, my] = [mean(x), mean(y)];
  const top = x.reduce((s, a, k) => s + (a - mx) * (y[k] - my), 0);
  return top / x.reduce((s, a) => s + (a - mx) ** 2, 0);
}

function report(
  passes: readonly PassRow[],
  solves: readonly SolveRow[],
  drags: readonly DragTimes[],
): string {
  const growth = exponent(
    passes.filter((p) => p.size === 6 && p.rows >= 100_000).map((p) => [p.rows, p.kernel]),
  );
  const inSize = exponent(
    passes.filter((p) => p.rows === 1_000_000).map((p) => [p.size, p.kernel]),
  );
  const own = solves[0].ms;
  const count = (n: number) => n.toLocaleString("en");
  return `# Passes, solves and drags

${cpus()[0].model}, ${cpus().length} cores, Node ${process.version}. Medians in milliseconds; float64 columns; in Node one core.

## One pass with full moments

${table(
  ["rows", "values", "kernel", "TypeScript", "plain loops", "one read", "plain / kernel"],
  passes.map((p) => [
    count(p.rows),
    p.size,
    ms(p.kernel),
    ms(p.typescript),
    ms(p.plain),
    ms(p.read),
    (p.plain / p.kernel).toFixed(1),
  ]),
)}

Kernel time grows with N^${growth.toFixed(2)} (100,000 to 10,000,000 rows, 6 values) and m^${inSize.toFixed(2)} (1,000,000 rows).

## Solves, 1,000,000 × 6

${table(
  ["method", "ms", "passes", "KKT residual, sd", "time / ours cold"],
  solves.map((s) => [s.name, ms(s.ms), s.passes, s.kkt.toExponential(1), (s.ms / own).toFixed(1)]),
)}

Plain loops of L-BFGS and of the authors’ recipe compute no covariance. A cold solve starts from the λ of 20,000 rows, its time included.

## A drag in the built app (Chromium, shards on all cores)

${table(
  ["rows", "answers", "worker, median", "worker, 95 %", "to the page, median", "to the page, 95 %"],
  drags.map((d) => [
    count(d.rows),
    d.answers,
    ms(d.worker[0]),
    ms(d.worker[1]),
    ms(d.page[0]),
    ms(d.page[1]),
  ]),
)}

An answer holds the verdict, six reachable maxima and all histograms. Longest tasks of the main thread: ${drags.map((d) => `${d.longest.toFixed(0)} ms`).join(", ")}.
`;
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

function ms(x: number): string {
  return x < 1 ? x.toFixed(3) : x < 100 ? x.toFixed(1) : x.toFixed(0);
}

import { seededRandom } from "../../../src/core/numerics/random.ts";
import { rowsOracle } from "../../../src/core/rows/rows-oracle.ts";
import type { Samples } from "../../../src/core/rows/samples.ts";
import { kernelOracle, placeSamples } from "../../../src/engine/rows/kernel-oracle.ts";
import { poolOf } from "../../../src/engine/rows/pool.ts";
import { plainPass, streamingRead } from "./rivals.ts";

/** Milliseconds of one pass with full moments over so many rows and values, and of one read of the same numbers. */
export interface PassRow {
  readonly rows: number;
  readonly size: number;
  readonly kernel: number;
  readonly pool: number;
  readonly typescript: number;
  readonly plain: number;
  readonly read: number;
}

/** Values with a common part, standardised. */
export function samplesOf(rows: number, size: number): Samples {
  const random = seededRandom(7);
  const columns = Array.from({ length: size }, () => new Float64Array(rows));
  for (let j = 0; j < rows; j++) {
    const shared = 0.5 * random.normal();
    for (let i = 0; i < size; i++) columns[i][j] = shared + Math.sqrt(0.75) * random.normal();
  }
  return { rows, values: [], columns, weights: null, prompts: null };
}

/** Times passes in this process, and in a pool of two shards of which `makeShard` starts the second. */
export async function passesAt(
  rows: number,
  size: number,
  makeShard: () => Worker,
): Promise<PassRow> {
  const placed = placeSamples(samplesOf(rows, size));
  const { samples } = placed;
  const lambda = new Float64Array(size).fill(0.3);
  const kernel = kernelOracle(placed);
  const typescript = rowsOracle(samples);
  const pool = poolOf(placed, makeShard, 2);
  while (pool.ready() < 1) await new Promise((resolve) => setTimeout(resolve, 5));
  const runs = Math.max(3, Math.min(101, Math.round(2e7 / (rows * size))));
  const row = {
    rows,
    size,
    kernel: await median(2 * runs + 1, () => kernel.tilt(lambda)),
    pool: await median(2 * runs + 1, () => pool.tilt(lambda)),
    typescript: await median(runs, () => typescript.tilt(lambda)),
    plain: await median(runs, () => plainPass(samples.columns, lambda, true)),
    read: await median(runs, () => streamingRead(samples.columns)),
  };
  pool.stop();
  return row;
}

/** Median duration in milliseconds of so many runs, after one that does not count. */
export async function median(runs: number, work: () => unknown): Promise<number> {
  const times: number[] = [];
  await work();
  for (let k = 0; k < runs; k++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return middle(times);
}

/** The median of some numbers. */
export function middle(xs: readonly number[]): number {
  return [...xs].sort((a, b) => a - b)[Math.floor(xs.length / 2)];
}

import type { TiltOracle } from "../../../src/core/rows/oracle.ts";
import { SolveCache } from "../../../src/core/solve/solve-cache.ts";
import { kernelOracle, placeSamples } from "../../../src/engine/rows/kernel-oracle.ts";
import { pooledOracle } from "../../../src/engine/rows/pool.ts";
import { sketchOf } from "../../../src/engine/solver/sketch.ts";
import { median, middle, samplesOf } from "./measure-passes.ts";
import { adamOnLogLambda, lbfgs, plainPass, type RivalEnd } from "./rivals.ts";

/** A way to the optimum: median milliseconds, passes and the KKT residual it ends at. */
export interface SolveRow {
  readonly name: string;
  readonly ms: number;
  readonly passes: number;
  readonly kkt: number;
}

/** Cold and warm solves over so many rows and values, as the app runs them. */
export interface SolvePair {
  readonly rows: number;
  readonly size: number;
  readonly cold: SolveRow;
  readonly warm: SolveRow;
}

const CORES = 2;
const WARM_STEPS = 40;

const targetsOf = (size: number) =>
  Float64Array.from({ length: size }, (_, i) => 0.4 + (0.3 * i) / size);

/** Cold and warm solves on the pool of two, or on the kernel alone where the app would not start one. */
export async function solvePairAt(
  rows: number,
  size: number,
  makeShard: () => Worker,
): Promise<SolvePair> {
  const placed = placeSamples(samplesOf(rows, size));
  const pool = pooledOracle(placed, makeShard, CORES);
  while (pool.ready() < pool.shards - 1) await new Promise((resolve) => setTimeout(resolve, 5));
  const coarse = sketchOf(placed.samples, pool)?.coarse;
  const cold = await solveRow("cold, Newton on the pool", 5, coldOf(pool, coarse, size));
  const warm = await warmRow(pool, coarse, size);
  pool.stop();
  return { rows, size, cold, warm };
}

/** The same problem by our solver on one core, by L-BFGS and by the authors' recipe. */
export async function rivalsAt(rows: number, size: number): Promise<SolveRow[]> {
  const placed = placeSamples(samplesOf(rows, size));
  const { samples } = placed;
  const kernel = kernelOracle(placed);
  const targets = targetsOf(size);
  const coarse = sketchOf(samples, kernel)?.coarse;
  const plain = (l: Float64Array) => plainPass(samples.columns, l, false);
  const compiled = (l: Float64Array) => kernel.tilt(l);
  return [
    await solveRow("cold, Newton on the kernel, one core", 5, coldOf(kernel, coarse, size)),
    await solveRow("cold, L-BFGS on plain loops", 1, () => lbfgs(plain, targets)),
    await solveRow("cold, L-BFGS on the kernel", 3, () => lbfgs(compiled, targets)),
    await solveRow("authors’ recipe on plain loops", 1, () => adamOnLogLambda(plain, targets)),
    await solveRow("authors’ recipe on the kernel", 1, () => adamOnLogLambda(compiled, targets)),
  ];
}

function coldOf(oracle: TiltOracle, coarse: TiltOracle | undefined, size: number) {
  return async (): Promise<RivalEnd> => {
    const counted = counting(oracle);
    const found = await new SolveCache(counted.oracle, undefined, coarse).solve(targetsOf(size));
    return { ...found, passes: counted.passes() };
  };
}

/** A drag of one target in steps of 0.01 sd. */
async function warmRow(
  oracle: TiltOracle,
  coarse: TiltOracle | undefined,
  size: number,
): Promise<SolveRow> {
  const counted = counting(oracle);
  const solveCache = new SolveCache(counted.oracle, undefined, coarse);
  const targets = targetsOf(size);
  await solveCache.solve(targets);
  const [times, passes] = [[] as number[], [] as number[]];
  let kkt = 0;
  for (let k = 1; k <= WARM_STEPS; k++) {
    const before = counted.passes();
    const began = performance.now();
    const found = await solveCache.solve(targets.map((c, i) => (i === 0 ? c + 0.01 * k : c)));
    times.push(performance.now() - began);
    passes.push(counted.passes() - before);
    kkt = Math.max(kkt, found.kkt);
  }
  const name = "warm, steps of 0.01 sd, Newton on the pool";
  return { name, ms: middle(times), passes: middle(passes), kkt };
}

async function solveRow(
  name: string,
  runs: number,
  solve: () => Promise<RivalEnd>,
): Promise<SolveRow> {
  let end: RivalEnd | null = null;
  const ms = await median(runs, async () => {
    end = await solve();
  });
  const { passes, kkt } = end ?? (await solve());
  return { name, ms, passes, kkt };
}

function counting(oracle: TiltOracle): { oracle: TiltOracle; passes(): number } {
  let passes = 0;
  const tilt: TiltOracle["tilt"] = (lambda, view) => {
    passes++;
    return oracle.tilt(lambda, view);
  };
  return { oracle: { ...oracle, tilt }, passes: () => passes };
}

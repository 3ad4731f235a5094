import { levelAtShare, quantileCurve, sortWithWeights } from "../../src/core/numerics/quantile.ts";
import { type Random, seededRandom } from "../../src/core/numerics/random.ts";
import { rowsOracle } from "../../src/core/rows/rows-oracle.ts";
import { buildSamples, type Samples, toSd } from "../../src/core/rows/samples.ts";
import { solveDual } from "../../src/core/solve/dual.ts";
import { intervalsOf } from "../../src/core/trust/intervals.ts";
import { GAUSSIANS } from "./intervals/gaussians.ts";
import type { Population } from "./intervals/population.ts";
import { RATINGS } from "./intervals/ratings.ts";

const SAMPLES = 1000;
const [LEAST, MOST] = [0.85, 0.95];
/** What so many samples leave open: a share that is right is found so far off once in a hundred times. */
const CHANCE = 0.028;
/** Where more than this share of the samples come with the warning, the page says that the intervals are narrower. */
const WARNED = 0.5;

interface Coverage {
  readonly lambda: number[];
  readonly levels: number[];
  kl: number;
  warned: number;
  samples: number;
}

/** Coverage of every interval that the page prints, on samples of populations whose λ, levels and drift are known exactly. */
export async function bench(): Promise<void> {
  console.log(
    `\n| 90 % intervals, ${SAMPLES} samples each | rows | KL | λ | KL covered | levels, binding | levels, others | said to be narrower |`,
  );
  console.log("|---|---|---|---|---|---|---|---|");
  let isHonest = true;
  for (const population of [...GAUSSIANS, ...RATINGS])
    isHonest = row(population, await coverage(population)) && isHonest;
  console.log(
    `\nbudget: 85–95 % (± ${(100 * CHANCE).toFixed(1)} for chance) where the page does not say that they are narrower: ${isHonest ? "kept everywhere" : "NOT KEPT"}`,
  );
  if (!isHonest) process.exitCode = 1;
}

/** Prints one line; false where a coverage is outside the budget and the page does not say so. */
function row({ name, rows, kl, lambda }: Population, found: Coverage): boolean {
  const share = (n: number) => n / found.samples;
  const binds = (i: number) => lambda[i] > 0;
  const written = (counts: readonly number[]) =>
    counts.length === 0 ? "–" : counts.map((n) => `${(100 * share(n)).toFixed(1)} %`).join(", ");
  const prices = found.lambda.filter((_, i) => binds(i));
  const cells = [
    name,
    rows,
    kl.toFixed(2),
    written(prices),
    written([found.kl]),
    written(found.levels.filter((_, i) => binds(i))),
    written(found.levels.filter((_, i) => !binds(i))),
    written([found.warned]),
  ];
  console.log(`| ${cells.join(" | ")} |`);
  const isWithin = (n: number) => share(n) >= LEAST - CHANCE && share(n) <= MOST + CHANCE;
  const isSaid = share(found.warned) > WARNED;
  const isCovered = [...prices, found.kl, ...found.levels].every(isWithin);
  return found.samples > 0.99 * SAMPLES && (isSaid || isCovered);
}

async function coverage(population: Population): Promise<Coverage> {
  const { lambda: truth, kl, seed } = population;
  const zeros = () => truth.map(() => 0);
  const found: Coverage = { lambda: zeros(), levels: zeros(), kl: 0, warned: 0, samples: 0 };
  const random = seededRandom(seed);
  for (let s = 0; s < SAMPLES; s++) await count(population, random, found);
  return found;

  async function count(of: Population, source: Random, into: Coverage): Promise<void> {
    const { columns, prompts = null } = of.draw(source);
    const samples = buildSamples(
      columns.map((rewards, i) => ({ id: `v${i}`, rewards })),
      { prompts },
    );
    const targets = Float64Array.from(samples.values, (v, i) =>
      toSd(v, targetOf(of, samples, columns, i)),
    );
    const solution = await solveDual(rowsOracle(samples), targets);
    if (solution.status !== "aligned") return;
    const isQuantile = of.quantiles && of.quantiles.map((share) => share !== null);
    const intervals = intervalsOf(samples, solution, {}, { isQuantile });
    if (truth.some((l, i) => l > 0 !== (intervals.lambda[i] !== null))) return;
    const reached = of.levelsAt(intervals.lambda.map((l) => l?.estimate ?? 0));
    into.samples++;
    if (intervals.isLikelyTooNarrow) into.warned++;
    truth.forEach((l, i) => {
      const price = intervals.lambda[i];
      if (price && price.low <= l && l <= price.high) into.lambda[i]++;
      const { low, high } = intervals.levels[i];
      if (low <= reached[i] && reached[i] <= high) into.levels[i]++;
    });
    if (intervals.kl.low <= kl && kl <= intervals.kl.high) into.kl++;
  }
}

/** A target of the population, or the level of its quantile in this sample. */
function targetOf(
  { targets, quantiles }: Population,
  samples: Samples,
  columns: readonly Float64Array[],
  i: number,
): number {
  const share = quantiles?.[i] ?? null;
  if (share === null) return targets[i];
  return levelAtShare(quantileCurve(sortWithWeights(columns[i], samples.weights)), share);
}

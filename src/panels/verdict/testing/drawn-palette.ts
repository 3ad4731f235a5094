import type { LiveAnswer } from "../../../core/answer.ts";
import { answerPalette } from "../../../core/live-answer.ts";
import { seededRandom } from "../../../core/numerics/random.ts";
import type { Palette } from "../../../core/rows/palette.ts";
import { SolveCache } from "../../../core/solve/solve-cache.ts";
import { solvePalette } from "../../../core/solve/solve-palette.ts";
import { columnsOf, draws, REWARD_KINDS } from "../../../core/testing/draws.ts";
import { type Problem, problemOf } from "../../../core/testing/problem.ts";
import type { VerdictInput } from "../verdict-model.ts";

/** A random palette over random answers, with all that its sentences are drawn from and what checks them. */
export interface DrawnPalette extends Problem, VerdictInput {
  readonly answer: LiveAnswer;
  readonly solveCache: SolveCache;
  /** Solves a palette in the user's units anew, from nothing. */
  solve(targets: readonly (number | null)[]): ReturnType<typeof solvePalette>;
}

const NAMES = ["Alpha", "Beta", "Gamma"];

/** One of as many palettes as there are seeds: of every kind of reward, costs, weights, prompts, and values that follow from others. */
export async function drawnPalette(seed: number): Promise<DrawnPalette> {
  const random = seededRandom(seed + 1);
  const is = (share: number) => random.uniform() < share;
  const below = (n: number) => Math.floor(random.uniform() * n);
  const kinds = Object.values(REWARD_KINDS);
  const rows = 50 + below(250);
  const size = 1 + below(3);
  const d = draws(7 * seed + 3);
  const columns = Array.from(
    { length: size },
    () => columnsOf(kinds[below(kinds.length)], rows, 1, d)[0],
  );
  if (size > 1 && is(0.1)) columns[1] = columns[0].map((x) => 2 * x + 1);
  if (size > 1 && is(0.4)) columns[1] = columns[1].map((x, j) => x - 0.6 * columns[0][j]);
  const group = 2 + below(10);
  const problem = problemOf(columns, {
    costs: is(0.3) ? [size - 1] : [],
    weights: is(0.25)
      ? Float64Array.from({ length: rows }, () => Math.exp(1.2 * random.normal()))
      : null,
    prompts: is(0.5) ? Int32Array.from({ length: rows }, (_, j) => Math.floor(j / group)) : null,
  });
  const { samples, oracle } = problem;
  const mode = samples.prompts && is(0.7) ? ("per-prompt" as const) : undefined;
  const height = [0.3, 0.8, 1.6, 3][below(4)];
  const held = samples.values.map((_, i) => i > 0 && is(0.2));
  const targets = samples.values.map(({ mean, sd, lowerIsBetter }, i) => {
    if (held[i]) return mean;
    if (i > 0 && is(0.15)) return null;
    const z = is(0.15) ? -0.3 : height * random.uniform();
    return mean + (lowerIsBetter ? -z : z) * sd;
  });
  const palette: Palette = { targets, held, mode };
  const solveCache = new SolveCache(oracle, { mode });
  return {
    ...problem,
    answer: await answerPalette(oracle, samples, palette, solveCache),
    palette,
    values: samples.values,
    labels: NAMES.slice(0, size),
    rows,
    solveCache,
    solve: (asked) => solvePalette(oracle, samples, asked, { view: { mode } }),
  };
}

import { columnsOf, type Draws, draws, REWARD_KINDS } from "./draws.ts";
import { type Problem, problemOf } from "./problem.ts";

/** A palette of which at least one target lies within a few roundings of its value's mean. */
export interface NearMeans {
  readonly set: string;
  readonly problem: Problem;
  readonly mode: "pooled" | "per-prompt";
  readonly targets: readonly (number | null)[];
}

/** Rows that are few, tied, collinear, constant, far from zero, weighted or of several scales, by name. */
const SETS: Readonly<Record<string, (d: Draws) => readonly ArrayLike<number>[]>> = {
  "one value of yes and no": () => [[0, 0, 0, 1, 1]],
  "two values that exclude each other": () => [
    [1, 0, 1, 0, 0],
    [0, 1, 0, 1, 1],
    [0, 2, 2, 3, 0],
    [0, 0, 0, 0, 1],
  ],
  "four Gaussian values": (d) => columnsOf(REWARD_KINDS.Gaussian, 300, 4, d),
  "ratings 0–4": (d) => columnsOf(REWARD_KINDS["ratings 0–4"], 200, 3, d),
  "rare binary": (d) => columnsOf(REWARD_KINDS["rare binary"], 400, 3, d),
  "fewer rows than values": (d) => columnsOf(REWARD_KINDS.Gaussian, 4, 5, d),
  "three rows of six ratings": (d) => columnsOf(REWARD_KINDS["ratings 0–4"], 3, 6, d),
  "heavy tails of many scales": (d) =>
    columnsOf(REWARD_KINDS["log-normal"], 250, 4, d).map((c, i) => c.map((x) => 10 ** (3 * i) * x)),
  "one value told in three ways": (d) => {
    const [a, b] = columnsOf(REWARD_KINDS.Gaussian, 120, 2, d);
    return [a, a.map((x) => 2 * x + 1), a.map((x) => 0.1 - x), b, b.map(() => 0.1)];
  },
  "far from zero": (d) =>
    columnsOf(REWARD_KINDS.Gaussian, 150, 3, d).map((c, i) => c.map((x) => x + 10 ** (3 * i))),
};
const MOST_ROUNDINGS = 3;

/** `perSet` seeded palettes over each of ten data sets in either mode. */
export function* nearMeans(perSet: number, seed = 1): Generator<NearMeans> {
  const d = draws(seed);
  for (const [set, make] of Object.entries(SETS)) {
    const columns = make(d);
    const rows = columns[0].length;
    const prompts = Int32Array.from({ length: rows }, (_, j) => (j - (j % 3)) / 3);
    const isWeighted = rows > 100 && d.uniform() < 0.5;
    const weights = isWeighted ? Float64Array.from({ length: rows }, () => d.uniform()) : null;
    const problem = problemOf(columns, { prompts, weights, costs: columns.length > 2 ? [1] : [] });
    for (const mode of ["pooled", "per-prompt"] as const)
      for (let k = 0; k < perSet; k++)
        yield { set, problem, mode, targets: targetsNear(problem, d) };
  }
}

function targetsNear({ samples }: Problem, d: Draws): (number | null)[] {
  const sure = Math.floor(samples.values.length * d.uniform());
  return samples.values.map((value, i) => {
    const lot = i === sure ? 0 : d.uniform();
    if (lot < 0.7) return roundingsFrom(value.mean, d);
    if (lot < 0.85) return value.mean + value.sd * (1.5 * d.uniform() - 0.75);
    return null;
  });
}

/** A number up to three roundings away from x. */
function roundingsFrom(x: number, d: Draws): number {
  const steps = Math.floor((2 * MOST_ROUNDINGS + 1) * d.uniform()) - MOST_ROUNDINGS;
  const bits = new BigInt64Array(1);
  const number = new Float64Array(bits.buffer);
  number[0] = x;
  bits[0] += BigInt(steps);
  return number[0];
}

import type { Random } from "../../../src/core/numerics/random.ts";
import type { Population } from "./population.ts";

/** A target so low that its value never binds. */
const FREE = -9;
/** Of a row's variance, what the rows of one prompt share. */
const SHARED = 0.5;

/** How many rows one prompt after another has. */
type Sizes = (random: Random) => number;

const UNEQUAL: Sizes = (random) => Math.max(1, Math.round(Math.exp(1.2 + random.normal())));

/** Gaussian populations: λ* = Σ⁻¹c, KL* = ½ λ*·c, and λ tilts the mean to Σλ. */
export const GAUSSIANS: readonly Population[] = [
  ...[0, 0.5, 0.8, 0.95].flatMap((rho) => [0.25, 0.5].map((kl) => oneOfTwo(rho, kl, 1000, null))),
  ...[
    [300, 0.15],
    [500, 0.35],
    [1000, 0.9],
    [2312, 0.25],
    [2312, 0.45],
    [2312, 0.9],
    [2312, 1.5],
  ].map(([rows, kl]) => oneOfTwo(0.8, kl, rows, null)),
  ...[0.25, 0.45, 1].map((kl) => allOfThree(kl, null)),
  ...[0.25, 0.45].flatMap((kl) => [
    allOfThree(kl, () => 4),
    oneOfTwo(0.8, kl, 1000, UNEQUAL),
    oneOfTwo(0.8, kl, 2312, UNEQUAL),
  ]),
];

/** Two values of correlation ρ, a target on the first alone. */
function oneOfTwo(rho: number, kl: number, rows: number, sizes: Sizes | null): Population {
  const asked = Math.sqrt(2 * kl);
  return gaussian(
    `${sizes ? "unequal groups, " : ""}one of two asked, ρ = ${rho}`,
    [
      [1, 0],
      [rho, Math.sqrt(1 - rho * rho)],
    ],
    { lambda: [asked, 0], kl, rows, sizes },
  );
}

/** Three values of correlations 0.3, 0.2 and 0.4, all at the same price. */
function allOfThree(kl: number, sizes: Sizes | null): Population {
  const factor = [
    [1, 0, 0],
    [0.3, Math.sqrt(1 - 0.09), 0],
    [0.2, 0.34 / Math.sqrt(1 - 0.09), Math.sqrt(1 - 0.04 - 0.34 ** 2 / (1 - 0.09))],
  ];
  const unit = times(factor, [1, 1, 1]);
  const length = Math.sqrt((2 * kl) / unit.reduce((s, x) => s + x, 0));
  return gaussian(sizes ? "groups of four, three asked" : "three asked", factor, {
    lambda: [length, length, length],
    kl,
    rows: 1000,
    sizes,
  });
}

function gaussian(
  name: string,
  factor: readonly (readonly number[])[],
  of: Pick<Population, "lambda" | "kl" | "rows"> & { readonly sizes: Sizes | null },
): Population {
  const levels = times(factor, of.lambda);
  return {
    ...of,
    name,
    seed: Math.round(1000 * of.kl) + of.rows + (of.sizes ? 7 : 0),
    targets: levels.map((c, i) => (of.lambda[i] > 0 ? c : FREE)),
    levelsAt: (lambda) => times(factor, lambda),
    draw: (random) => draw(random, factor, of.rows, of.sizes),
  };
}

/** L Lᵀ x. */
function times(factor: readonly (readonly number[])[], x: readonly number[]): number[] {
  const first = factor.map((_, k) => factor.reduce((s, row, i) => s + row[k] * x[i], 0));
  return factor.map((row) => row.reduce((s, l, k) => s + l * first[k], 0));
}

/** Rows of N(0, L Lᵀ); the rows of one prompt share half their variance. */
function draw(
  random: Random,
  factor: readonly (readonly number[])[],
  rows: number,
  sizes: Sizes | null,
) {
  const columns = factor.map(() => new Float64Array(rows));
  const prompts = new Int32Array(rows);
  let shared = factor.map(() => 0);
  let [prompt, left] = [-1, 0];
  for (let j = 0; j < rows; j++) {
    if (sizes && left === 0) {
      prompt++;
      left = sizes(random);
      shared = factor.map(() => random.normal());
    }
    left--;
    prompts[j] = prompt;
    const z = shared.map((common) =>
      sizes
        ? Math.sqrt(SHARED) * common + Math.sqrt(1 - SHARED) * random.normal()
        : random.normal(),
    );
    factor.forEach((l, i) => {
      columns[i][j] = l.reduce((s, x, k) => s + x * z[k], 0);
    });
  }
  return sizes ? { columns, prompts } : { columns };
}

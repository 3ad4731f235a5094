import { expect } from "vitest";
import type { TiltMoments, TiltOracle } from "../../core/rows/oracle.ts";
import { rowsOracle } from "../../core/rows/rows-oracle.ts";
import type { Samples } from "../../core/rows/samples.ts";
import { tiltedWeights } from "../../core/rows/tilted-weights.ts";
import { draws } from "../../core/testing/draws.ts";

const CLOSE = 1e-11;
/** Of √(E r_i² E r_k²): what is left where no row of weight has both values. */
const ROUNDING = 1e-15;

/** λ of every size: none, one value, all, and so large that the weight is on one row. */
function lambdas(samples: Samples, seed: number): Float64Array[] {
  const d = draws(seed);
  const m = samples.columns.length;
  const unit = samples.columns.map((c) => 1 / Math.max(1e-300, ...c.slice(0, 50).map(Math.abs)));
  const along = (scale: number, keep: (i: number) => boolean) =>
    Float64Array.from({ length: m }, (_, i) => (keep(i) ? scale * d.normal() * unit[i] : 0));
  return [
    new Float64Array(m),
    along(1, (i) => i === seed % m),
    along(0.3, () => true),
    along(5, (i) => i % 2 === 0),
    along(300, () => true),
    along(1e5, () => true),
  ];
}

/** Holds an oracle's pooled answers against those of the TypeScript kernel over the same samples. */
export async function expectAgreement(
  ours: TiltOracle,
  samples: Samples,
  seed: number,
): Promise<void> {
  const theirs = rowsOracle(samples);
  expect(ours.min).toEqual(theirs.min);
  expect(ours.max).toEqual(theirs.max);
  for (const lambda of lambdas(samples, seed)) {
    expectMoments(await ours.tilt(lambda), await theirs.tilt(lambda), samples, lambda);
    expect(await ours.support(lambda)).toEqual(await theirs.support(lambda));
    const [mine, other] = [
      await ours.distribution(lambda, 16),
      await theirs.distribution(lambda, 16),
    ];
    expectNear(mine.before, other.before, 1e-12);
    expectNear(mine.after, other.after, CLOSE);
    const most = Math.min(5, samples.rows);
    for (const order of ["lifted", "lowered"] as const) {
      const rows = await ours.top(lambda, most, order);
      const same = await theirs.top(lambda, most, order);
      expect(rows.length).toBe(same.length);
      expectNear(
        rows.map((r) => r.after / r.before),
        same.map((r) => r.after / r.before),
        1e-9,
      );
    }
  }
}

function expectMoments(
  ours: TiltMoments,
  theirs: TiltMoments,
  { columns, weights, rows }: Samples,
  lambda: Float64Array,
): void {
  const m = columns.length;
  const mean = (of: (j: number) => number) => {
    let sum = 0;
    for (let j = 0; j < rows; j++) sum += w[j] * Math.abs(of(j));
    return sum;
  };
  const w = tiltedWeights({ columns, weights, rows, values: [], prompts: null }, lambda);
  let reach = 1;
  for (let j = 0; j < rows; j++)
    reach = Math.max(reach, Math.abs(columns.reduce((s, c, i) => s + lambda[i] * c[j], 0)));
  expect(ours.max - theirs.max).toBe(0);
  expect(Math.abs(ours.logZ - theirs.logZ)).toBeLessThanOrEqual(CLOSE * reach);
  expect(Math.abs(ours.ess / theirs.ess - 1)).toBeLessThanOrEqual(CLOSE);
  expect(Math.abs(ours.maxWeight / theirs.maxWeight - 1)).toBeLessThanOrEqual(CLOSE);
  const sizes = columns.map((c) => mean((j) => c[j]));
  const roots = columns.map((c) => Math.sqrt(mean((j) => c[j] * c[j])));
  for (let i = 0; i < m; i++) {
    expect(Math.abs(ours.mean[i] - theirs.mean[i])).toBeLessThanOrEqual(CLOSE * sizes[i]);
    for (let k = 0; k < m; k++) {
      const product = mean((j) => columns[i][j] * columns[k][j]);
      const at = i * m + k;
      expect(Math.abs(ours.cov[at] - theirs.cov[at])).toBeLessThanOrEqual(
        CLOSE * (product + sizes[i] * sizes[k]) + ROUNDING * roots[i] * roots[k],
      );
    }
  }
}

function expectNear(ours: ArrayLike<number>, theirs: ArrayLike<number>, tolerance: number): void {
  expect(ours.length).toBe(theirs.length);
  for (let k = 0; k < ours.length; k++)
    expect(Math.abs(ours[k] - theirs[k])).toBeLessThanOrEqual(
      tolerance * Math.max(1, Math.abs(theirs[k])),
    );
}

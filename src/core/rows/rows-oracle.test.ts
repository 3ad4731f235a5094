import { describe, expect, test } from "vitest";
import { columnsOf, draws, REWARD_KINDS } from "../testing/draws.ts";
import { type Problem, problemOf } from "../testing/problem.ts";
import type { View } from "./oracle.ts";
import { rowsOracle } from "./rows-oracle.ts";
import { tiltedWeights } from "./tilted-weights.ts";

const ROWS = 45;
const PROMPTS = Int32Array.from({ length: ROWS }, (_, j) => j % 7);
const LAMBDA = Float64Array.of(0.8, 0, -0.6);

/** Every fifth row has no weight, and prompt 6 has none at all. */
function weightsOf(seed: number): Float64Array {
  const d = draws(seed);
  return Float64Array.from({ length: ROWS }, (_, j) =>
    j % 5 === 2 || PROMPTS[j] === 6 ? 0 : 0.1 + d.uniform(),
  );
}

const COLUMNS = columnsOf(REWARD_KINDS.Gaussian, ROWS, 3, draws(6));
const plain = problemOf(COLUMNS, { prompts: PROMPTS });
const weighted = problemOf(COLUMNS, { prompts: PROMPTS, weights: weightsOf(3) });

const CASES: [string, Problem, View][] = [
  ["all rows alike, pooled", plain, {}],
  ["weighted, pooled", weighted, {}],
  ["all rows alike, per prompt", plain, { mode: "per-prompt" }],
  ["weighted, per prompt", weighted, { mode: "per-prompt" }],
];

/** Base weights of a problem. */
function baseOf({ samples }: Problem): number[] {
  return Array.from({ length: ROWS }, (_, j) => samples.weights?.[j] ?? 1 / ROWS);
}

/** The rows that share one partition function. */
function groupsOf(view: View): number[][] {
  const all = [...PROMPTS.keys()];
  if (view.mode !== "per-prompt") return [all];
  return [0, 1, 2, 3, 4, 5, 6].map((x) => all.filter((j) => PROMPTS[j] === x));
}

const sum = (xs: readonly number[]) => xs.reduce((s, x) => s + x, 0);

/** The definitions of method §2, written out row by row. */
function byDefinition(problem: Problem, view: View) {
  const { columns } = problem.samples;
  const q = baseOf(problem);
  const score = (j: number) => sum(columns.map((c, i) => LAMBDA[i] * c[j]));
  const w = new Array<number>(ROWS).fill(0);
  let [logZ, max] = [0, 0];
  const cov = columns.map(() => columns.map(() => 0));
  for (const rows of groupsOf(view)) {
    const mass = sum(rows.map((j) => q[j]));
    if (mass === 0) continue;
    const z = sum(rows.map((j) => (q[j] / mass) * Math.exp(score(j))));
    logZ += mass * Math.log(z);
    max += mass * Math.max(...rows.filter((j) => q[j] > 0).map(score));
    for (const j of rows) w[j] = (q[j] * Math.exp(score(j))) / z;
    const mean = columns.map((c) => sum(rows.map((j) => w[j] * c[j])) / mass);
    columns.forEach((a, i) => {
      columns.forEach((b, k) => {
        cov[i][k] += sum(rows.map((j) => w[j] * (a[j] - mean[i]) * (b[j] - mean[k])));
      });
    });
  }
  return {
    q,
    w,
    logZ,
    max,
    cov: cov.flat(),
    mean: columns.map((c) => sum(w.map((x, j) => x * c[j]))),
  };
}

const closeTo = (xs: Iterable<number>, digits = 12) =>
  Array.from(xs, (x) => expect.closeTo(x, digits));

describe.each(CASES)("rows in this process, %s", (_, problem, view) => {
  const exact = byDefinition(problem, view);

  test("one pass gives what the method defines", async () => {
    const tilt = await problem.oracle.tilt(LAMBDA, view);
    expect(tilt.logZ).toBeCloseTo(exact.logZ, 12);
    expect(tilt.max).toBeCloseTo(exact.max, 12);
    expect([...tilt.mean]).toEqual(closeTo(exact.mean));
    expect([...tilt.cov]).toEqual(closeTo(exact.cov));
    expect(tilt.ess).toBeCloseTo(1 / sum(exact.w.map((x) => x * x)), 9);
    expect(tilt.maxWeight).toBeCloseTo(Math.max(...exact.w), 12);
    expect([...tiltedWeights(problem.samples, LAMBDA, view)]).toEqual(closeTo(exact.w));
  });

  test("the furthest point is the best row of every group, rows without weight left out", async () => {
    const { point, value, row } = await problem.oracle.support(LAMBDA, view);
    expect(value).toBeCloseTo(exact.max, 12);
    expect(sum([...point].map((x, i) => LAMBDA[i] * x))).toBeCloseTo(value, 12);
    if (view.mode === "per-prompt") expect(row).toBe(-1);
    else expect(exact.q[row]).toBeGreaterThan(0);
  });

  test("histograms hold each row's weight before and after in the bin of its reward", async () => {
    const { bins, before, after } = await problem.oracle.distribution(LAMBDA, 6, view);
    const { min, max } = problem.oracle;
    problem.samples.columns.forEach((column, i) => {
      const counted = { before: new Float64Array(6), after: new Float64Array(6) };
      column.forEach((z, j) => {
        const share = (z - min[i]) / (max[i] - min[i]);
        const bin = Math.max(0, Math.min(5, Math.floor(6 * share)));
        counted.before[bin] += exact.q[j];
        counted.after[bin] += exact.w[j];
      });
      expect([...before.subarray(i * bins, (i + 1) * bins)]).toEqual(closeTo(counted.before));
      expect([...after.subarray(i * bins, (i + 1) * bins)]).toEqual(closeTo(counted.after));
    });
  });

  test.each(["lifted", "lowered"] as const)("the most %s rows come first", async (order) => {
    const top = await problem.oracle.top(LAMBDA, 4, order, view);
    const ratios = exact.w.map((x, j) => x / exact.q[j]).filter((x) => !Number.isNaN(x));
    ratios.sort((a, b) => (order === "lifted" ? b - a : a - b));
    expect(top.map((t) => t.after / t.before)).toEqual(closeTo(ratios.slice(0, 4), 9));
    for (const { row, before, after } of top) {
      expect(before).toBeCloseTo(exact.q[row], 12);
      expect(after).toBeCloseTo(exact.w[row], 12);
    }
  });
});

describe("rows in this process", () => {
  test("lifted is the default order, and fewer rows than asked are all there are", async () => {
    const few = problemOf([[3, 1, 2]]);
    const top = await few.oracle.top(Float64Array.of(1), 9);
    expect(top.map((t) => t.row)).toEqual([0, 2, 1]);
  });

  test("the range leaves rows of no weight out, and may be given for a part of the rows", async () => {
    const { samples } = problemOf([[0, 10, 20, 1000]], { weights: Float64Array.of(1, 1, 1, 0) });
    const oracle = rowsOracle(samples);
    expect(oracle.max[0]).toBeCloseTo(samples.columns[0][2], 12);
    expect(oracle.min[0]).toBeCloseTo(samples.columns[0][0], 12);
    const wide = rowsOracle(samples, { min: Float64Array.of(-10), max: Float64Array.of(10) });
    const { before } = await wide.distribution(Float64Array.of(0), 2);
    expect([...before]).toEqual(closeTo([1 / 3, 2 / 3], 9));
  });

  test("a constant value is all in its first bin", async () => {
    const { oracle } = problemOf([[7, 7, 7, 7]]);
    expect([...(await oracle.distribution(Float64Array.of(2), 3)).after]).toEqual([1, 0, 0]);
  });

  test("refuses what is no number, and prompts where there are none", async () => {
    const { oracle } = problemOf([[1, 2]]);
    await expect(oracle.tilt(Float64Array.of(Number.NaN))).rejects.toThrow("invalid lambda: NaN");
    await expect(oracle.top(Float64Array.of(Number.POSITIVE_INFINITY), 1)).rejects.toThrow(
      "invalid lambda",
    );
    await expect(oracle.tilt(Float64Array.of(0), { mode: "per-prompt" })).rejects.toThrow(
      "per-prompt without prompts",
    );
  });
});

import { describe, expect, test } from "vitest";
import { buildSamples, type Samples } from "../../core/rows/samples.ts";
import { columnsOf, draws, REWARD_KINDS } from "../../core/testing/draws.ts";
import { kernelOracle, placeSamples } from "../rows/kernel-oracle.ts";
import { politeOracle } from "./polite-oracle.ts";
import { MOST_DRAWN_ROWS, partOf, SKETCH_ROWS, sketchOf } from "./sketch.ts";
import { SolverService } from "./solver-service.ts";

function many(rows: number, options: Parameters<typeof buildSamples>[1] = {}): Samples {
  const columns = columnsOf(REWARD_KINDS.Gaussian, rows, 3, draws(2));
  return buildSamples(
    columns.map((rewards, i) => ({ id: `v${i}`, rewards })),
    options,
  );
}

describe("a part of many rows", () => {
  test("stands for all: levels and log Z within what its size allows", async () => {
    const samples = many(100_000);
    const [all, part] = [samples, partOf(samples, SKETCH_ROWS)].map((s) =>
      kernelOracle(placeSamples(s)),
    );
    expect(part.rows).toBe(SKETCH_ROWS);
    const lambda = Float64Array.of(0.5, 0, 0.3);
    const [exact, rough] = [await all.tilt(lambda), await part.tilt(lambda)];
    expect(rough.logZ).not.toBe(exact.logZ);
    expect(Math.abs(rough.logZ - exact.logZ)).toBeLessThan(0.02);
    rough.mean.forEach((x, i) => {
      expect(Math.abs(x - exact.mean[i])).toBeLessThan(0.05);
    });
  });

  test("is the same every time, ascending and without repeats", () => {
    const rows = 1000;
    const columns = [Float64Array.from({ length: rows }, (_, j) => j)];
    const samples: Samples = { rows, values: [], columns, weights: null, prompts: null };
    const first = partOf(samples, 100).columns[0];
    expect(partOf(samples, 100).columns[0]).toEqual(first);
    expect(new Set(first).size).toBe(100);
    expect([...first].sort((a, b) => a - b)).toEqual([...first]);
    expect(first[0]).toBeLessThan(60);
    expect(first[99]).toBeGreaterThan(940);
  });

  test("keeps whole prompts, and base weights that sum to 1", () => {
    const rows = 4000;
    const samples = many(rows, {
      prompts: Int32Array.from({ length: rows }, (_, j) => j % 500),
      weights: Float64Array.from({ length: rows }, (_, j) => 1 + (j % 3)),
    });
    const part = partOf(samples, 800);
    expect(part.rows).toBe(800);
    const counts = new Map<number, number>();
    for (const x of part.prompts ?? []) counts.set(x, (counts.get(x) ?? 0) + 1);
    expect([...counts.keys()].sort((a, b) => a - b)).toEqual([...Array(100).keys()]);
    expect([...counts.values()].every((n) => n === 8)).toBe(true);
    expect(part.weights?.reduce((s, w) => s + w, 0)).toBeCloseTo(1, 12);
  });
});

test("few rows need no part", () => {
  const samples = many(1000);
  expect(sketchOf(samples, kernelOracle(placeSamples(samples)))).toBeNull();
});

test("the support of a sketch is that of all rows", async () => {
  const samples = many(MOST_DRAWN_ROWS + 1);
  const all = kernelOracle(placeSamples(samples));
  const sketch = sketchOf(samples, all);
  expect(sketch?.share).toEqual({ from: SKETCH_ROWS, of: MOST_DRAWN_ROWS + 1 });
  const direction = Float64Array.of(1, 2, 0.5);
  expect(await sketch?.oracle.support(direction)).toEqual(await all.support(direction));
  expect((await sketch?.coarse.support(direction))?.value).toBeLessThan(
    (await all.support(direction)).value,
  );
});

test("of many rows, pictures say that they are approximate and answers are exact", async () => {
  const rows = MOST_DRAWN_ROWS + 5000;
  const columns = columnsOf(REWARD_KINDS.Gaussian, rows, 3, draws(7)).map((rewards, i) => ({
    id: `v${i}`,
    rewards,
  }));
  const service = new SolverService();
  const loaded = await service.load(
    { kind: "columns", columns, weights: null, prompts: null },
    "many",
  );
  const share = { from: SKETCH_ROWS, of: rows };
  expect(loaded).toMatchObject({ ok: true, rows, sketch: share });
  const palette = { targets: [0.4, 0.3, null], held: [false, false, false] };
  expect(await service.picture({ palette, pair: [0, 1] })).toMatchObject({
    ok: true,
    value: { approximate: share },
  });
  const first = await service.answer({ ...palette, targets: [0.3, 0.3, null] });
  expect(first).toMatchObject({ ok: true, value: { isCoarse: false } });
  const answer = await service.answer(palette);
  if (!answer.ok) throw new Error(answer.reason);
  const { report } = answer.value;
  const mean = (r: ArrayLike<number>, w: (j: number) => number) => {
    let [sum, total] = [0, 0];
    for (let j = 0; j < rows; j++) {
      sum += w(j) * r[j];
      total += w(j);
    }
    return sum / total;
  };
  const weight = (j: number) =>
    Math.exp(columns.reduce((s, c, i) => s + report.lambda[i] * c.rewards[j], 0));
  expect(report.status).toBe("aligned");
  const refined = await service.refine(palette);
  if (!refined.ok) throw new Error(refined.reason);
  const [coarse, exact] = [answer.value, refined.value];
  expect([coarse.isCoarse, exact.isCoarse]).toEqual([true, false]);
  exact.reachableMaximum.forEach((most, i) => {
    const roughly = coarse.reachableMaximum[i] ?? Number.NaN;
    expect(roughly).toBeLessThanOrEqual((most ?? Number.NaN) + 1e-9);
    expect(roughly).toBeGreaterThan((most ?? Number.NaN) - 0.05);
    expect(roughly).toBeGreaterThanOrEqual(report.levels[i]);
  });
  expect(coarse.histograms.before).toEqual(exact.histograms.before);
  expect(coarse.histograms.after).not.toEqual(exact.histograms.after);
  coarse.histograms.after.forEach((x, k) => {
    expect(Math.abs(x - exact.histograms.after[k])).toBeLessThan(0.004);
  });
  expect(mean(columns[0].rewards, weight)).toBeCloseTo(0.4, 8);
  expect(mean(columns[1].rewards, weight)).toBeCloseTo(0.3, 8);
});

test("what goes first is waited for before every pass in the background", async () => {
  const samples = many(100);
  const order: string[] = [];
  let finish: () => void = () => undefined;
  let first: Promise<unknown> | null = new Promise<void>((resolve) => {
    finish = resolve;
  }).then(() => order.push("first"));
  const polite = politeOracle(kernelOracle(placeSamples(samples)), () => true, {
    first: () => first,
  });
  const pass = polite.tilt(new Float64Array(3)).then(() => order.push("pass"));
  await new Promise((resolve) => setImmediate(resolve));
  expect(order).toEqual([]);
  finish();
  await pass;
  first = null;
  await polite.tilt(new Float64Array(3));
  expect(order).toEqual(["first", "pass"]);
});

import { describe, expect, test } from "vitest";
import { columnsOf, draws, REWARD_KINDS } from "../testing/draws.ts";
import { counting, problemOf } from "../testing/problem.ts";
import { solveDual } from "./dual.ts";
import { isReached, type Status } from "./report.ts";
import { SolveCache } from "./solve-cache.ts";
import { certificateInUnits, targetsInSd, targetsInUnits } from "./solve-palette.ts";

const { samples, oracle } = problemOf(columnsOf(REWARD_KINDS.Gaussian, 500, 3, draws(2)), {
  costs: [1],
});
const targets = Float64Array.of(0.6, 0.5, 0.4);

describe("the dual's search", () => {
  test("counts every pass it makes, and a start at the answer costs one", async () => {
    const counted = counting(oracle);
    const cold = await solveDual(counted, targets);
    expect(cold.passes).toBe(counted.passes());
    expect(cold.kkt).toBeLessThanOrEqual(1e-9);
    const warm = await solveDual(oracle, targets, { start: cold.lambda });
    expect(warm.passes).toBeLessThanOrEqual(2);
    expect([...warm.lambda]).toEqual([...cold.lambda].map((l) => expect.closeTo(l, 8)));
    const out = counting(oracle);
    expect((await solveDual(out, Float64Array.of(9, 9, 9))).passes).toBe(out.passes());
  });

  test("stops at the tolerance it is given, and keeps the best that it met", async () => {
    const coarse = await solveDual(oracle, targets, { tolerance: 1e-2 });
    expect(coarse.status).toBe("aligned");
    expect(coarse.kkt).toBeLessThanOrEqual(1e-2);
    expect(coarse.passes).toBeLessThan((await solveDual(oracle, targets)).passes);
  });

  test("says that it is not settled when the passes are over, and spends no more", async () => {
    for (const maxPasses of [1, 2, 3]) {
      const counted = counting(oracle);
      const found = await solveDual(counted, targets, { maxPasses });
      expect(found.status).toBe("iteration-limit");
      expect(found.certificate).toBeNull();
      expect(counted.passes()).toBe(maxPasses);
    }
  });

  test("a start below 0, or on a value that is not asked, counts as 0", async () => {
    const free = Float64Array.of(0.6, Number.NEGATIVE_INFINITY, 0.4);
    const found = await solveDual(oracle, free, { start: Float64Array.of(-5, 7, 0.1) });
    const cold = await solveDual(oracle, free);
    expect(found.lambda[1]).toBe(0);
    expect([...found.lambda]).toEqual([...cold.lambda].map((l) => expect.closeTo(l, 7)));
  });

  test("with softness a binding target gives way by ηλ, and nothing is ever out of reach", async () => {
    const softness = Float64Array.of(0.5, 0.2, 0);
    for (const asked of [targets, Float64Array.of(6, 5, 0.4)]) {
      const { status, lambda, moments, certificate } = await solveDual(oracle, asked, { softness });
      expect(status).toBe("aligned");
      expect(certificate).toBeNull();
      asked.forEach((c, i) => {
        expect(moments.mean[i]).toBeCloseTo(c - softness[i] * lambda[i], 8);
      });
    }
  });

  test("with a base tilt λ comes on top of it, and proves nothing", async () => {
    const base = Float64Array.of(0.3, 0, 0.2);
    const plain = await solveDual(oracle, targets);
    const found = await solveDual(oracle, targets, { base });
    expect([...found.lambda]).toEqual(
      [...plain.lambda].map((l, i) => expect.closeTo(l - base[i], 7)),
    );
    expect([...found.moments.mean]).toEqual([...targets].map((c) => expect.closeTo(c, 8)));
    const beyond = await solveDual(oracle, Float64Array.of(9, 9, 9), { base, maxPasses: 8 });
    expect(beyond.certificate).toBeNull();
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])("a target of %d is a mistake", async (c) => {
    await expect(solveDual(oracle, Float64Array.of(0, c, 0))).rejects.toThrow(
      `invalid targets: ${c}`,
    );
  });

  test("no targets at all are met by λ = 0 at no cost", async () => {
    const found = await solveDual(oracle, new Float64Array(3).fill(Number.NEGATIVE_INFINITY));
    expect(found).toMatchObject({ status: "already-met", kl: 0, kkt: 0, passes: 1 });
  });
});

describe("what one palette leaves for the next", () => {
  const along = (step: number) => targets.map((c) => c + 0.01 * step);

  test("starts it closer: fewer passes, the same answer", async () => {
    const solveCache = new SolveCache(oracle);
    let [warm, cold] = [0, 0];
    for (let step = 0; step < 8; step++) {
      const kept = await solveCache.solve(along(step));
      const fresh = await solveDual(oracle, along(step));
      expect([...kept.lambda]).toEqual([...fresh.lambda].map((l) => expect.closeTo(l, 7)));
      if (step > 0) [warm, cold] = [warm + kept.passes, cold + fresh.passes];
    }
    expect(warm).toBeLessThan(0.75 * cold);
  });

  test("with a part of the rows it starts closer still, from the second palette on", async () => {
    const half = problemOf(columnsOf(REWARD_KINDS.Gaussian, 100, 3, draws(2)), { costs: [1] });
    const counted = counting(oracle);
    const solveCache = new SolveCache(counted, {}, half.oracle);
    for (let step = 0; step < 3; step++) await solveCache.solve(along(step));
    const before = counted.passes();
    const found = await solveCache.solve(along(3));
    expect(counted.passes() - before).toBeLessThanOrEqual(3);
    expect([...found.lambda]).toEqual(
      [...(await solveDual(oracle, along(3))).lambda].map((l) => expect.closeTo(l, 7)),
    );
  });

  test("palettes asked in another role, or of other values, do not disturb it", async () => {
    const solveCache = new SolveCache(oracle);
    await solveCache.solve(along(0));
    await solveCache.solve(Float64Array.of(1.2, 0.1, 1), {}, "repair");
    await solveCache.solve(Float64Array.of(1.5, Number.NEGATIVE_INFINITY, 0.1));
    expect((await solveCache.solve(along(0))).passes).toBeLessThanOrEqual(2);
  });

  test("keeps to its own view of the rows", async () => {
    const prompts = Int32Array.from({ length: 500 }, (_, j) => j >> 2);
    const grouped = problemOf(columnsOf(REWARD_KINDS.Gaussian, 500, 3, draws(2)), { prompts });
    const perPrompt = await new SolveCache(grouped.oracle, { mode: "per-prompt" }).solve(targets);
    const pooled = await new SolveCache(grouped.oracle).solve(targets);
    expect(perPrompt.kl).toBeGreaterThan(pooled.kl);
  });
});

describe("a solution in the user's units", () => {
  test("only a palette that is met, or was met before, counts as reached", () => {
    const all: Status[] = ["aligned", "already-met", "infeasible", "boundary", "iteration-limit"];
    expect(all.filter(isReached)).toEqual(["aligned", "already-met"]);
  });

  test("targets go to sd and back, null for what is left out", () => {
    const asked = [0.7, null, -0.2];
    expect(targetsInSd(samples, asked)[1]).toBe(Number.NEGATIVE_INFINITY);
    expect(targetsInUnits(samples, targetsInSd(samples, asked))).toEqual([
      expect.closeTo(0.7, 12),
      null,
      expect.closeTo(-0.2, 12),
    ]);
    expect(() => targetsInSd(samples, [1])).toThrow("invalid targets: 1 of them");
    expect(() => targetsInSd(samples, [1, Number.NaN, 0])).toThrow("invalid targets: NaN for v1");
  });

  test("a certificate keeps its gap, turned for a cost", () => {
    const direction = Float64Array.of(0.25, 0.75, 0);
    const {
      direction: raw,
      bound,
      asked,
    } = certificateInUnits(samples, {
      direction,
      bound: 1,
      asked: 1.5,
    });
    expect(asked - bound).toBeCloseTo(0.5, 12);
    expect(raw[0]).toBeCloseTo(0.25 / samples.values[0].sd, 12);
    expect(raw[1]).toBeCloseTo(-0.75 / samples.values[1].sd, 12);
    expect(raw[2]).toBe(0);
    expect(bound).toBeCloseTo(
      1 + raw[0] * samples.values[0].mean + raw[1] * samples.values[1].mean,
      12,
    );
  });
});

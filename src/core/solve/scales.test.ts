import { describe, expect, test } from "vitest";
import { scaleBackShare } from "../program/reachable-set.ts";
import { alongRay } from "../repair/scale-back.ts";
import { columnsOf, draws, REWARD_KINDS } from "../testing/draws.ts";
import { problemOf } from "../testing/problem.ts";
import type { SolveReport } from "./report.ts";
import { solveSettled } from "./settle.ts";
import { solvePalette, targetsInSd } from "./solve-palette.ts";

const d = draws(7);
const base = columnsOf(REWARD_KINDS.Gaussian, 800, 3, d);
const BASE_PALETTE = [0.6, 0.5, 0.4];

function everyNumber(report: SolveReport): number[] {
  const { lambda, levels, kl, ess, maxWeight, kkt, certificate } = report;
  const bounds = certificate
    ? [...certificate.direction, certificate.bound, certificate.asked]
    : [];
  return [...lambda, ...levels, kl, ess, maxWeight, kkt, ...bounds];
}

async function solve(
  columns: readonly ArrayLike<number>[],
  palette: readonly (number | null)[],
  costs?: number[],
) {
  const { samples, oracle } = problemOf(columns, { costs });
  const report = await solvePalette(oracle, samples, palette);
  for (const x of everyNumber(report)) expect(Number.isFinite(x)).toBe(true);
  return report;
}

describe("rewards on any scale", () => {
  test.each([
    ["0 to 100", 12, 50],
    ["all below zero", 1, -40],
    ["around 1e-5", 1e-6, 1e-5],
    ["far from zero", 1, 1e9],
    ["huge", 1e120, 0],
  ])("%s: the same verdict and drift as in plain units", async (_, scale, shift) => {
    const plain = await solve(base, BASE_PALETTE);
    const moved = await solve(
      base.map((c) => c.map((x) => x * scale + shift)),
      BASE_PALETTE.map((c) => c * scale + shift),
    );
    expect(moved.status).toBe("aligned");
    expect(moved.kl).toBeCloseTo(plain.kl, 5);
    moved.lambda.forEach((l, i) => {
      expect((l * scale) / plain.lambda[i]).toBeCloseTo(1, 4);
    });
    const out = await solve(
      base.map((c) => c.map((x) => x * scale + shift)),
      [9, 9, 9].map((c) => c * scale + shift),
    );
    expect(out.status).toBe("infeasible");
  });

  test("a constant column: met for free at or below its value, infeasible above it", async () => {
    const columns = [base[0], new Float64Array(800).fill(3)];
    const at = await solve(columns, [0.5, 3]);
    expect(at.status).toBe("aligned");
    expect(at.lambda[1]).toBe(0);
    expect((await solve(columns, [0.5, 2])).status).toBe("aligned");
    expect((await solve(columns, [null, 3])).status).toBe("already-met");
    const above = await solve(columns, [0.5, 3.1]);
    expect(above.status).toBe("infeasible");
    expect(above.certificate?.direction[1]).toBeGreaterThan(0);
  });

  test("one value alone", async () => {
    const report = await solve([base[0]], [1]);
    expect(report.status).toBe("aligned");
    expect(report.levels[0]).toBeCloseTo(1, 9);
  });

  test("a palette below the baseline costs nothing: λ = 0 exactly", async () => {
    const report = await solve(base, [-1, -2, -0.5]);
    expect(report.status).toBe("already-met");
    expect(report.lambda).toEqual([0, 0, 0]);
    expect(report.kl).toBe(0);
  });

  test("above the greatest reward there is a certificate, at it a boundary, just below it a mix", async () => {
    const max = Math.max(...base[0]);
    const above = await solve(base, [max + 0.01, null, null]);
    expect(above.status).toBe("infeasible");
    const { direction, bound, asked } = above.certificate ?? {
      direction: [Number.NaN],
      bound: 0,
      asked: 0,
    };
    expect(bound / direction[0]).toBeCloseTo(max, 9);
    expect(asked / direction[0]).toBeCloseTo(max + 0.01, 9);
    expect((await solve(base, [max, null, null])).status).toBe("boundary");
    expect((await solve(base, [max - 1e-5, null, null])).status).toBe("aligned");
  });

  test("the edge of the reachable set along any ray is a boundary", async () => {
    const { samples, oracle } = problemOf(base);
    for (const palette of [
      [3, 2.5, 2],
      [1, 4, 3],
      [2, 2, 6],
    ]) {
      const targets = targetsInSd(samples, palette);
      const { rho } = await scaleBackShare(oracle, targets);
      expect((await solveSettled(oracle, alongRay(targets, rho))).status).toBe("boundary");
      expect((await solveSettled(oracle, alongRay(targets, rho * (1 - 1e-5)))).status).toBe(
        "aligned",
      );
      expect((await solveSettled(oracle, alongRay(targets, rho * (1 + 1e-5)))).status).toBe(
        "infeasible",
      );
    }
  });

  test("values that say the same twice: the verdict stands, the least λ is taken", async () => {
    const twice = await solve([base[0], base[0].map((x) => 2 * x + 1)], [0.8, 2.6]);
    const once = await solve([base[0]], [0.8]);
    expect(twice.status).toBe("aligned");
    expect(twice.kl).toBeCloseTo(once.kl, 9);
    expect(twice.lambda[0] + 2 * twice.lambda[1]).toBeCloseTo(once.lambda[0], 7);
  });

  test("a cost is its own mirror image", async () => {
    const mirrored = await solve([base[0].map((x) => -x), base[1]], [-0.6, 0.5], [0]);
    const plain = await solve([base[0], base[1]], [0.6, 0.5]);
    expect(mirrored.lambda[0]).toBeCloseTo(plain.lambda[0], 10);
    expect(mirrored.levels[0]).toBeCloseTo(-plain.levels[0], 10);
    const out = await solve([base[0].map((x) => -x), base[1]], [-6, 0.5], [0]);
    expect(out.status).toBe("infeasible");
    expect(out.certificate?.direction[0]).toBeLessThan(0);
  });

  test("thirty-two values, two rows, and rows that are all alike", async () => {
    const many = columnsOf(REWARD_KINDS.Gaussian, 3000, 32, d);
    expect(
      (
        await solve(
          many,
          many.map(() => 0.2),
        )
      ).status,
    ).toBe("aligned");
    expect(
      (
        await solve(
          [
            [1, 2],
            [2, 1],
          ],
          [1.6, 1.35],
        )
      ).status,
    ).toBe("aligned");
    expect(
      (
        await solve(
          [
            [1, 2],
            [2, 1],
          ],
          [1.6, 1.6],
        )
      ).status,
    ).toBe("infeasible");
    expect((await solve([[5, 5, 5]], [5])).status).toBe("already-met");
  });

  test("weights that span twelve orders of magnitude", async () => {
    const weights = Float64Array.from({ length: 800 }, (_, j) => 10 ** (-12 * (j / 799)));
    const { samples, oracle } = problemOf(base, { weights });
    const targets = samples.values.map((v) => v.mean + 0.5 * v.sd);
    const report = await solvePalette(oracle, samples, targets);
    expect(report.status).toBe("aligned");
    expect(report.kkt).toBeLessThanOrEqual(1e-9);
  });

  test("what is no number is refused as a mistake of the program", async () => {
    const { samples, oracle } = problemOf(base);
    await expect(solvePalette(oracle, samples, [Number.NaN, 0, 0])).rejects.toThrow(
      "invalid targets",
    );
    expect(() => problemOf([[1, Number.NaN]])).toThrow("invalid samples");
  });
});

import { describe, expect, test } from "vitest";
import type { View } from "../rows/oracle.ts";
import { solveSettled } from "../solve/settle.ts";
import { SolveCache } from "../solve/solve-cache.ts";
import { certificateInUnits, targetsInSd } from "../solve/solve-palette.ts";
import { columnsOf, draws, REWARD_KINDS } from "../testing/draws.ts";
import { counting, type Problem, problemOf } from "../testing/problem.ts";
import { irreducibleConflict } from "./conflict.ts";
import { printableInequality } from "./printable-inequality.ts";

async function conflictOf(
  { samples, oracle }: Problem,
  palette: readonly (number | null)[],
  view?: View,
) {
  const targets = targetsInSd(samples, palette);
  const { certificate } = await solveSettled(oracle, targets, { view });
  if (!certificate) throw new Error("within reach");
  const solveCache = new SolveCache(oracle, view);
  return {
    targets,
    certificate,
    conflict: await irreducibleConflict(oracle, targets, certificate, solveCache),
  };
}

/** Two values of which the best of one is the worst of the other, and a third that hurts nobody. */
const opposed = problemOf([
  [0, 1, 2, 3, 4],
  [4, 3, 2, 1, 0],
  [1, 0, 1, 0, 1],
]);

describe("who is in conflict", () => {
  test("two opposed values are, a bystander is not", async () => {
    const { conflict } = await conflictOf(opposed, [3, 3, 0.55]);
    expect(conflict.values).toEqual([0, 1]);
    expect([...conflict.certificate.direction]).toEqual([
      expect.closeTo(0.5, 9),
      expect.closeTo(0.5, 9),
      0,
    ]);
    expect(conflict.certificate.bound).toBeLessThan(conflict.certificate.asked);
  });

  test("a value beyond its own best answer is in conflict alone", async () => {
    const { conflict } = await conflictOf(opposed, [2.5, 4.5, 0.9]);
    expect(conflict.values).toEqual([1]);
    expect(conflict.certificate.direction[1]).toBe(1);
  });

  test("counts the passes that it takes", async () => {
    const { samples } = opposed;
    const counted = counting(opposed.oracle);
    const targets = targetsInSd(samples, [3, 3, 0.9]);
    const { certificate } = await solveSettled(opposed.oracle, targets);
    if (!certificate) throw new Error("within reach");
    const conflict = await irreducibleConflict(
      counted,
      targets,
      certificate,
      new SolveCache(counted),
    );
    expect(conflict.passes).toBeLessThanOrEqual(counted.passes());
    expect(conflict.passes).toBeGreaterThanOrEqual(conflict.values.length);
  });
});

describe("an inequality for print", () => {
  const gaussian = problemOf(
    columnsOf(REWARD_KINDS.Gaussian, 200, 3, draws(8)).map((c, i) => c.map((r) => 10 ** i * r)),
    { costs: [2] },
  );
  const printed = async (problem: Problem, palette: readonly (number | null)[], view?: View) => {
    const { conflict } = await conflictOf(problem, palette, view);
    const certificate = certificateInUnits(problem.samples, conflict.certificate);
    return printableInequality(problem.oracle, problem.samples, certificate, palette, view);
  };

  test("has coefficients of two digits that sum to 1 in size, and two decimals, where that is true", async () => {
    const line = await printed(gaussian, [2.2, 22, null]);
    expect(line?.terms.map((t) => t.index)).toEqual([0, 1]);
    const total = line?.terms.reduce((s, t) => s + Math.abs(Number(t.coefficient)), 0) ?? 0;
    expect(total).toBeCloseTo(1, 1);
    for (const { coefficient } of line?.terms ?? [])
      expect(coefficient.replace(/^-?0\.0*/, "").length).toBeLessThanOrEqual(2);
    expect(line?.bound).toMatch(/^-?\d+\.\d{2}$/);
    expect(line?.asked).toMatch(/^-?\d+\.\d{2}$/);
  });

  test("turns a cost round: its coefficient is negative", async () => {
    const line = await printed(gaussian, [2.5, null, -250]);
    const cost = line?.terms.find((t) => t.index === 2);
    expect(Number(cost?.coefficient)).toBeLessThan(0);
  });

  test.each([1e-3, 1e-6, 1e-9])(
    "shows a gap as small as %d, and is true as printed",
    async (gap) => {
      const ends = [4 + gap, null, null];
      const line = await printed(opposed, ends);
      expect(line?.terms).toEqual([{ index: 0, coefficient: "1" }]);
      expect(Number(line?.bound)).toBeGreaterThanOrEqual(4);
      expect(Number(line?.asked)).toBeLessThanOrEqual(4 + gap);
      expect(Number(line?.bound)).toBeLessThan(Number(line?.asked));
    },
  );

  test("of whole rewards has the bound that a hand would reckon, and not one digit more", async () => {
    const yes = problemOf(
      [
        [0, 1, 0, 1, 0],
        [0, 0, 1, 0, 1],
        [3, 4, 0, 2, 1],
      ],
      { prompts: Int32Array.from([0, 0, 0, 1, 1]), costs: [2] },
    );
    const perPrompt = { mode: "per-prompt" } as const;
    expect((await printed(yes, [1.2, null, null]))?.bound).toBe("1.00");
    expect((await printed(yes, [1.2, null, null], perPrompt))?.bound).toBe("1.00");
    expect((await printed(yes, [0.8, 0.8, null]))?.bound).toBe("0.50");
    expect((await printed(yes, [null, null, -0.2]))?.bound).toBe("0.00");
  });

  test("is left out where no number of digits would be true", async () => {
    const certificate = { direction: [1, 0, 0], bound: 4, asked: 4, gap: 0 };
    expect(
      await printableInequality(opposed.oracle, opposed.samples, certificate, [4, null, null]),
    ).toBeNull();
  });

  test("prints tiny coefficients without an exponent", async () => {
    const wide = problemOf([
      [0, 1e9, 2e9, 3e9],
      [3, 2, 1, 0],
    ]);
    const line = await printed(wide, [2.5e9, 2.5]);
    for (const { coefficient } of line?.terms ?? []) expect(coefficient).toMatch(/^-?[\d.]+$/);
    expect(Number(line?.terms[0].coefficient)).toBeCloseTo(1e-9, 11);
  });

  test("never loses a coefficient, however far scales lie apart", async () => {
    const wide = problemOf([
      [0, 1e120, 2e120, 3e120],
      [3, 2, 1, 0],
    ]);
    const line = await printed(wide, [2.5e120, 2.5]);
    const [tiny] = line?.terms ?? [];
    expect(tiny.coefficient).toMatch(/^[\d.]+e-1\d\d$/);
    expect(Number(tiny.coefficient)).toBeGreaterThan(0);
  });
});

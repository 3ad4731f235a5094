import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { invert, submatrix } from "./numerics/linear-algebra.ts";
import { reachMargin } from "./program/reachable-set.ts";
import { solveDual } from "./solve/dual.ts";
import { solveSettled } from "./solve/settle.ts";
import { SolveCache } from "./solve/solve-cache.ts";
import { certificateInUnits, solvePalette, targetsInSd, toReport } from "./solve/solve-palette.ts";
import { columnsOf, draws, REWARD_KINDS } from "./testing/draws.ts";
import { problemOf } from "./testing/problem.ts";
import { irreducibleConflict } from "./verdict/conflict.ts";
import { printableInequality } from "./verdict/printable-inequality.ts";

/** A small random problem and a palette somewhere about the edge of what it can reach. */
const problems = fc
  .record({
    seed: fc.integer({ min: 1, max: 1e9 }),
    kind: fc.constantFrom(...Object.keys(REWARD_KINDS)),
    rows: fc.integer({ min: 40, max: 120 }),
    size: fc.integer({ min: 1, max: 5 }),
    reach: fc.double({ min: 0.2, max: 3, noNaN: true }),
  })
  .map(({ seed, kind, rows, size, reach }) => {
    const d = draws(seed);
    const columns = columnsOf(REWARD_KINDS[kind], rows, size, d);
    const problem = problemOf(columns);
    const palette = problem.samples.values.map((v) => v.mean + reach * d.uniform() * v.sd);
    return { ...problem, columns, palette, d };
  });
const run = { numRuns: 150 };
const isClear = async (p: {
  samples: Parameters<typeof targetsInSd>[0];
  oracle: Parameters<typeof reachMargin>[0];
  palette: readonly number[];
}) => Math.abs((await reachMargin(p.oracle, targetsInSd(p.samples, p.palette))).margin) > 1e-4;

function expectClose(a: readonly number[], b: readonly number[], relative = 1e-6): void {
  a.forEach((x, i) => {
    expect(Math.abs(x - b[i])).toBeLessThanOrEqual(relative * (1e-2 + Math.abs(b[i])));
  });
}

describe("the solution does not depend on how the rows are written down", () => {
  test("order and repetition of rows change neither verdict nor λ", () =>
    fc.assert(
      fc.asyncProperty(problems, async (p) => {
        if (!(await isClear(p))) return;
        const order = [...p.columns[0].keys()].sort(
          (a, b) => ((a * 7919) % 101) - ((b * 7919) % 101),
        );
        const shuffled = problemOf(p.columns.map((c) => order.map((j) => c[j])));
        const doubled = problemOf(p.columns.map((c) => [...c, ...c]));
        const first = await solvePalette(p.oracle, p.samples, p.palette);
        for (const other of [shuffled, doubled]) {
          const again = await solvePalette(other.oracle, other.samples, p.palette);
          expect(again.status).toBe(first.status);
          if (first.status === "aligned") {
            expectClose(again.lambda, first.lambda);
            expect(again.kl).toBeCloseTo(first.kl, 7);
          }
        }
      }),
      run,
    ));

  test("shift and scale of a column divide its λ by the scale", () =>
    fc.assert(
      fc.asyncProperty(
        problems,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: -50, max: 50, noNaN: true }),
        async (p, scale, shift) => {
          if (!(await isClear(p))) return;
          const moved = problemOf(
            p.columns.map((c, i) => (i === 0 ? c.map((x) => x * scale + shift) : c)),
          );
          const first = await solvePalette(p.oracle, p.samples, p.palette);
          const palette = p.palette.map((c, i) => (i === 0 ? c * scale + shift : c));
          const again = await solvePalette(moved.oracle, moved.samples, palette);
          expect(again.status).toBe(first.status);
          if (first.status === "aligned")
            expectClose(
              again.lambda.map((l, i) => (i === 0 ? l * scale : l)),
              first.lambda,
            );
        },
      ),
      run,
    ));

  test("a constant column changes nothing", () =>
    fc.assert(
      fc.asyncProperty(problems, async (p) => {
        const wider = problemOf([...p.columns, new Float64Array(p.columns[0].length).fill(2)]);
        const first = await solvePalette(p.oracle, p.samples, p.palette);
        const again = await solvePalette(wider.oracle, wider.samples, [...p.palette, 2]);
        expect(again.status).toBe(first.status);
        if (first.status === "aligned") expectClose(again.lambda, [...first.lambda, 0]);
      }),
      run,
    ));
});

describe("what is out of reach is proved", () => {
  test("every certificate holds row by row, and in the user's units", () =>
    fc.assert(
      fc.asyncProperty(problems, async (p) => {
        const { certificate, status } = await solvePalette(p.oracle, p.samples, p.palette);
        expect(certificate !== null).toBe(status === "infeasible");
        if (!certificate) return;
        const { direction, bound, asked } = certificate;
        const norm = direction.reduce((s, u, i) => s + Math.abs(u * p.samples.values[i].sd), 0);
        expect(norm).toBeCloseTo(1, 9);
        expect(bound).toBeLessThan(asked);
        for (let j = 0; j < p.samples.rows; j++) {
          const along = direction.reduce((s, u, i) => s + u * p.raw[i][j], 0);
          expect(along).toBeLessThanOrEqual(bound + 1e-9 * (1 + Math.abs(bound)));
        }
        expect(direction.reduce((s, u, i) => s + u * p.palette[i], 0)).toBeCloseTo(asked, 9);
      }),
      run,
    ));

  test("no value can be left out of a reported conflict, and the printed inequality is true as printed", () =>
    fc.assert(
      fc.asyncProperty(problems, async (p) => {
        const targets = targetsInSd(p.samples, p.palette);
        const found = await solveSettled(p.oracle, targets);
        if (!found.certificate) return;
        const conflict = await irreducibleConflict(
          p.oracle,
          targets,
          found.certificate,
          new SolveCache(p.oracle),
        );
        const margin = async (keep: (i: number) => boolean) =>
          (
            await reachMargin(
              p.oracle,
              targets.map((c, i) => (keep(i) ? c : Number.NEGATIVE_INFINITY)),
            )
          ).margin;
        expect(await margin((i) => conflict.values.includes(i))).toBeLessThan(0);
        for (const left of conflict.values)
          expect(await margin((i) => conflict.values.includes(i) && i !== left)).toBeGreaterThan(
            -1e-9,
          );

        const printed = await printableInequality(
          p.oracle,
          p.samples,
          certificateInUnits(p.samples, conflict.certificate),
          p.palette,
        );
        if (!printed) return;
        expect(printed.terms.map((t) => t.index)).toEqual(conflict.values);
        const value = (at: (i: number) => number) =>
          printed.terms.reduce((s, t) => s + Number(t.coefficient) * at(t.index), 0);
        for (let j = 0; j < p.samples.rows; j++)
          expect(value((i) => p.raw[i][j])).toBeLessThanOrEqual(Number(printed.bound));
        expect(Number(printed.bound)).toBeLessThan(Number(printed.asked));
        expect(value((i) => p.palette[i])).toBeGreaterThanOrEqual(Number(printed.asked));
      }),
      run,
    ));
});

describe("what is reachable is optimal", () => {
  test("λ ≥ 0, binding values meet their targets, slack ones cost nothing, and the dual value is the KL", () =>
    fc.assert(
      fc.asyncProperty(problems, async (p) => {
        const targets = targetsInSd(p.samples, p.palette);
        const found = await solveDual(p.oracle, targets);
        if (found.status !== "aligned") return;
        let dual = -found.moments.logZ;
        found.lambda.forEach((l, i) => {
          expect(l).toBeGreaterThanOrEqual(0);
          if (l > 0) expect(Math.abs(found.moments.mean[i] - targets[i])).toBeLessThanOrEqual(1e-9);
          else expect(found.moments.mean[i]).toBeGreaterThanOrEqual(targets[i] - 1e-9);
          dual += l * targets[i];
        });
        expect(Math.abs(dual - found.kl)).toBeLessThanOrEqual(1e-7 * (1 + found.kl));
      }),
      run,
    ));

  test("dλ/dc is +V⁻¹ on the binding values, by finite differences", () =>
    fc.assert(
      fc.asyncProperty(problems, async (p) => {
        const targets = targetsInSd(p.samples, p.palette);
        if ((await reachMargin(p.oracle, targets)).margin < 0.05) return;
        const found = await solveDual(p.oracle, targets);
        const binding = [...found.lambda.keys()].filter((i) => found.lambda[i] > 1e-2);
        if (binding.length === 0 || binding.length !== found.lambda.filter((l) => l > 0).length)
          return;
        const v = invert(submatrix(found.moments.cov, targets.length, binding), binding.length);
        const h = 1e-5;
        for (const [k, i] of binding.entries()) {
          const at = (sign: number) =>
            solveDual(
              p.oracle,
              targets.map((c, j) => (j === i ? c + sign * h : c)),
              { start: found.lambda },
            );
          const [up, down] = [await at(1), await at(-1)];
          if (up.status !== "aligned" || down.status !== "aligned") return;
          binding.forEach((j, row) => {
            const slope = (up.lambda[j] - down.lambda[j]) / (2 * h);
            const exact = v?.[row * binding.length + k] ?? Number.NaN;
            expect(Math.abs(slope - exact)).toBeLessThanOrEqual(1e-3 * (1 + Math.abs(exact)));
          });
        }
      }),
      run,
    ));

  test("a warm start gives the answer of a cold one", () =>
    fc.assert(
      fc.asyncProperty(problems, async (p) => {
        const solveCache = new SolveCache(p.oracle);
        for (let step = 0; step < 6; step++) {
          const palette = p.palette.map(
            (c, i) => c + 0.05 * step * p.samples.values[i].sd * (i % 2 ? -1 : 1),
          );
          const targets = targetsInSd(p.samples, palette);
          if (Math.abs((await reachMargin(p.oracle, targets)).margin) < 1e-4) continue;
          const warm = toReport(p.samples, await solveCache.solve(targets));
          const cold = await solvePalette(p.oracle, p.samples, palette);
          expect(warm.status).toBe(cold.status);
          if (cold.status === "aligned") expectClose(warm.lambda, cold.lambda);
        }
      }),
      run,
    ));
});

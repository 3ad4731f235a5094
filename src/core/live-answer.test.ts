import { describe, expect, test } from "vitest";
import { answerPalette } from "./live-answer.ts";
import { reachMargin } from "./program/reachable-set.ts";
import { safeEss, THIN_ESS } from "./repair/safe-mix.ts";
import { toSd } from "./rows/samples.ts";
import { SolveCache } from "./solve/solve-cache.ts";
import { solvePalette, targetsInSd } from "./solve/solve-palette.ts";
import { columnsOf, draws, REWARD_KINDS } from "./testing/draws.ts";
import { problemOf } from "./testing/problem.ts";

const NOT_HELD = [false, false];

/** Two Gaussian values, the second a cost, and a palette beyond what they reach together. */
function beyondReach(rows: number) {
  const problem = problemOf(columnsOf(REWARD_KINDS.Gaussian, rows, 2, draws(rows)), { costs: [1] });
  return { ...problem, palette: { targets: [4, -4], held: NOT_HELD } };
}

describe("the mix that is recommended", () => {
  test("carries at least 200 effective answers, or half of a smaller sample", () => {
    expect([10, 100, 399, 400, 401, 1e6].map(safeEss)).toEqual([5, 50, 199.5, 200, 200, 200]);
    expect(THIN_ESS).toBe(200);
  });

  test.each([
    [120, 60],
    [360, 180],
    [1500, 200],
  ])("of %i answers: the safe repair spends all but %i effective ones", async (rows, ess) => {
    const { samples, oracle, palette } = beyondReach(rows);
    const { scaleBack } = await answerPalette(oracle, samples, palette, new SolveCache(oracle));
    expect(scaleBack?.safe?.ess).toBeCloseTo(ess, 2);
    expect(scaleBack?.edge.ess).toBeLessThan(10);
  });
});

describe("an answer to a palette out of reach", () => {
  const { samples, oracle, palette } = beyondReach(800);
  const answered = answerPalette(oracle, samples, palette, new SolveCache(oracle));

  test("shows the solution at 95 % of the way to the edge, and says so", async () => {
    const { report, shown, shownIs, scaleBack } = await answered;
    expect(report.status).toBe("infeasible");
    expect(shownIs).toBe("closest-safe-mix");
    const share = 0.95 * (scaleBack?.edge.rho ?? Number.NaN);
    palette.targets.forEach((asked, i) => {
      const { mean } = samples.values[i];
      expect(shown.levels[i]).toBeCloseTo(mean + share * (asked - mean), 6);
    });
    expect(shown.status).toBe("aligned");
  });

  test("its first repair lies on the edge, the safe one inside, each with its own cost", async () => {
    const { scaleBack } = await answered;
    const marginOf = async (targets: readonly (number | null)[]) =>
      (await reachMargin(oracle, targetsInSd(samples, targets))).margin;
    const edge = scaleBack?.edge ?? { targets: [], rho: 0, kl: 0, ess: 0 };
    const safe = scaleBack?.safe ?? edge;
    expect(Math.abs(await marginOf(edge.targets))).toBeLessThan(1e-8);
    expect(await marginOf(safe.targets)).toBeGreaterThan(0.01);
    expect(safe.rho).toBeLessThan(0.95 * edge.rho);
    expect(safe.kl).toBeLessThan(edge.kl);
    const report = await solvePalette(oracle, samples, safe.targets);
    expect(report.kl).toBeCloseTo(safe.kl, 6);
    expect(report.ess).toBeCloseTo(safe.ess, 3);
  });

  test("names the conflict with a certificate in the user's units", async () => {
    const { conflict, certificate, inequality } = await answered;
    expect(conflict).toEqual([1]);
    expect(certificate?.direction[0]).toBe(0);
    expect(certificate?.direction[1]).toBeLessThan(0);
    expect(certificate?.bound).toBeLessThan(certificate?.asked ?? 0);
    expect(inequality?.terms.map((t) => t.index)).toEqual([1]);
  });
});

describe("an answer to a palette within reach", () => {
  const { samples, oracle } = beyondReach(800);
  const palette = { targets: [0.5, null], held: NOT_HELD };

  test("shows the palette itself and repairs nothing", async () => {
    const answer = await answerPalette(oracle, samples, palette, new SolveCache(oracle));
    expect(answer.shownIs).toBe("palette");
    expect(answer.shown).toEqual(answer.report);
    expect([answer.scaleBack, answer.certificate, answer.inequality]).toEqual([null, null, null]);
    expect(answer.conflict).toEqual([]);
    expect(answer.isCoarse).toBe(false);
    expect(answer.report.lambda[1]).toBe(0);
    expect(answer.elapsed).toBeGreaterThanOrEqual(0);
  });

  test("while the hand moves it comes from a part of the rows, close to the exact one", async () => {
    const part = beyondReach(200).oracle;
    const exact = await answerPalette(oracle, samples, palette, new SolveCache(oracle));
    const coarse = await answerPalette(oracle, samples, palette, new SolveCache(oracle), part);
    expect(coarse.isCoarse).toBe(true);
    expect(coarse.report.levels[0]).toBeCloseTo(0.5, 5);
    expect(coarse.report.lambda[0]).toBeCloseTo(exact.report.lambda[0], 4);
    const beyond = { targets: [4, -4], held: NOT_HELD };
    const out = await answerPalette(oracle, samples, beyond, new SolveCache(oracle), part);
    expect(out.isCoarse).toBe(false);
  });

  test("on the edge it shows the limit and a way back", async () => {
    const most = samples.values[0].max;
    const onEdge = { targets: [most, null], held: NOT_HELD };
    const answer = await answerPalette(oracle, samples, onEdge, new SolveCache(oracle));
    expect(answer.report.status).toBe("boundary");
    expect(answer.shownIs).toBe("palette");
    expect(answer.scaleBack?.edge.rho).toBeCloseTo(1, 9);
    expect(answer.scaleBack?.edge.targets[1]).toBeNull();
    expect(answer.scaleBack?.safe?.rho).toBeLessThan(1);
    expect(answer.conflict).toEqual([]);
  });

  test("where nothing on the way is in reach there is neither another mix nor a repair", async () => {
    const flat = problemOf([
      [1, 1, 1],
      [0, 1, 2],
    ]);
    const palette = { targets: [2, null], held: NOT_HELD };
    const answer = await answerPalette(
      flat.oracle,
      flat.samples,
      palette,
      new SolveCache(flat.oracle),
    );
    expect(answer.report.status).toBe("infeasible");
    expect(answer.scaleBack?.edge.rho ?? 0).toBe(0);
    expect(toSd(flat.samples.values[0], answer.shown.levels[0])).toBe(0);
  });
});

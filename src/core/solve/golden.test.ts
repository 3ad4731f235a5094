import { describe, expect, test } from "vitest";
import { type GoldenPalette, golden, goldenProblem } from "../testing/golden.ts";
import { problemOf } from "../testing/problem.ts";
import { solvePalette } from "./solve-palette.ts";

const MOST_PASSES = 20;

describe("the exact answers on the paper's samples", () => {
  test.each([
    ["recorded-palettes.json.gz", 495],
    ["paper-palettes.json", 16],
  ])("%s: verdict, λ within 1e-5 and KL within 1e-6, all %i of them", async (name, count) => {
    const cases = golden<GoldenPalette[]>(name);
    let met = 0;
    for (const one of cases) {
      const { samples, oracle } = goldenProblem(one.values, one.model);
      const report = await solvePalette(oracle, samples, one.palette);
      const label = `${one.source} (${one.model ?? "llama2_chat"})`;
      if (one.verdict === "infeasible") expect(report.status, label).toBe("infeasible");
      else {
        expect(["aligned", "already-met"], label).toContain(report.status);
        one.lambda?.forEach((l, i) => {
          expect(Math.abs(report.lambda[i] - l), label).toBeLessThanOrEqual(
            1e-5 * (0.001 + Math.abs(l)),
          );
        });
        expect(Math.abs(report.kl - (one.kl_nats ?? Number.NaN)), label).toBeLessThanOrEqual(1e-6);
        expect(report.kkt, label).toBeLessThanOrEqual(1e-9);
      }
      expect(report.passes, label).toBeLessThanOrEqual(MOST_PASSES);
      met++;
    }
    expect(met).toBe(count);
  });

  test("OPT-1.3B HHH-80 % is feasible, whatever float32 says", async () => {
    const one = golden<GoldenPalette[]>("paper-palettes.json").find(
      (c) => c.model === "opt1.3b" && c.source.startsWith("HHH-80"),
    );
    const { samples, oracle } = goldenProblem(one?.values ?? [], "opt1.3b");
    const report = await solvePalette(oracle, samples, one?.palette ?? []);
    expect(report.status).toBe("aligned");
    expect(report.lambda[0]).toBeCloseTo(29.78287398, 4);
  });
});

describe("small problems with exact answers", () => {
  test("two rows: λ is the log odds over the gap", async () => {
    const { samples, oracle } = problemOf([[0, 2]]);
    const report = await solvePalette(oracle, samples, [1.5]);
    expect(report.status).toBe("aligned");
    expect(report.lambda[0]).toBeCloseTo(Math.log(3) / 2, 12);
    expect(report.levels[0]).toBeCloseTo(1.5, 12);
    expect(report.kl).toBeCloseTo(Math.log(2) + 0.25 * Math.log(0.25) + 0.75 * Math.log(0.75), 12);
    expect(report.ess).toBeCloseTo(1 / (0.75 ** 2 + 0.25 ** 2), 10);
    expect(report.maxWeight).toBeCloseTo(0.75, 12);
  });

  test("the four corners of a square: two independent log odds", async () => {
    const { samples, oracle } = problemOf([
      [0, 1, 0, 1],
      [0, 0, 10, 10],
    ]);
    const report = await solvePalette(oracle, samples, [0.9, 8]);
    expect(report.lambda[0]).toBeCloseTo(Math.log(9), 10);
    expect(report.lambda[1]).toBeCloseTo(Math.log(4) / 10, 10);
  });

  test("a slack value has a price of exactly 0", async () => {
    const { samples, oracle } = problemOf([
      [0, 1, 2, 3],
      [0, 1, 2, 3.5],
    ]);
    const report = await solvePalette(oracle, samples, [2.5, 1.7]);
    expect(report.status).toBe("aligned");
    expect(report.lambda[1]).toBe(0);
    expect(report.levels[1]).toBeGreaterThan(1.7);
  });

  test("base weights count as repeated rows", async () => {
    const weighted = problemOf([[0, 1, 4]], { weights: Float64Array.from([3, 2, 1]) });
    const repeated = problemOf([[0, 0, 0, 1, 1, 4]]);
    const a = await solvePalette(weighted.oracle, weighted.samples, [2]);
    const b = await solvePalette(repeated.oracle, repeated.samples, [2]);
    expect(a.lambda[0]).toBeCloseTo(b.lambda[0], 12);
    expect(a.kl).toBeCloseTo(b.kl, 12);
  });

  test("per-prompt: each prompt keeps its weight", async () => {
    const { samples, oracle } = problemOf([[0, 1, 10, 11]], {
      prompts: Int32Array.from([0, 0, 1, 1]),
    });
    const report = await solvePalette(oracle, samples, [5.75], { view: { mode: "per-prompt" } });
    expect(report.lambda[0]).toBeCloseTo(Math.log(3), 7);
    expect(report.kl).toBeCloseTo(Math.log(2) + 0.25 * Math.log(0.25) + 0.75 * Math.log(0.75), 8);
    const beyond = await solvePalette(oracle, samples, [6.1], { view: { mode: "per-prompt" } });
    expect(beyond.status).toBe("infeasible");
  });
});

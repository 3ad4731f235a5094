import { describe, expect, test } from "vitest";
import { rowsOracle } from "../core/rows/rows-oracle.ts";
import { solvePalette } from "../core/solve/solve-palette.ts";
import { columnsOf, draws, REWARD_KINDS } from "../core/testing/draws.ts";
import { type GoldenPalette, golden, goldenProblem } from "../core/testing/golden.ts";
import { problemOf } from "../core/testing/problem.ts";
import { kernelOracle, placeSamples } from "./rows/kernel-oracle.ts";

describe("the exact answers on the paper's samples, through the compiled kernel", () => {
  test.each([
    ["recorded-palettes.json.gz", 495],
    ["paper-palettes.json", 16],
  ])("%s: verdict, λ within 1e-5 and KL within 1e-6, all %i of them", async (name, count) => {
    const cases = golden<GoldenPalette[]>(name);
    expect(cases.length).toBe(count);
    for (const one of cases) {
      const { samples } = goldenProblem(one.values, one.model);
      const placed = placeSamples(samples);
      const report = await solvePalette(kernelOracle(placed), placed.samples, one.palette);
      const label = `${one.source} (${one.model ?? "llama2_chat"})`;
      if (one.verdict === "infeasible") {
        expect(report.status, label).toBe("infeasible");
        continue;
      }
      expect(["aligned", "already-met"], label).toContain(report.status);
      one.lambda?.forEach((l, i) => {
        expect(Math.abs(report.lambda[i] - l), label).toBeLessThanOrEqual(
          1e-5 * (0.001 + Math.abs(l)),
        );
      });
      expect(Math.abs(report.kl - (one.kl_nats ?? Number.NaN)), label).toBeLessThanOrEqual(1e-6);
      expect(report.kkt, label).toBeLessThanOrEqual(1e-9);
    }
  });
});

describe("verdicts, from deep inside to far beyond the edge", () => {
  test.each(Object.keys(REWARD_KINDS))("%s: as through the TypeScript kernel", async (kind) => {
    const d = draws(11);
    const seen = new Set<string>();
    for (let k = 0; k < 24; k++) {
      const columns = columnsOf(REWARD_KINDS[kind], 500, 3, d);
      const { samples } = problemOf(columns);
      const sd = [0.2, 0.8, 1.5, 2.5, 4, 8][k % 6];
      const targets = samples.values.map((v) => v.mean + sd * v.sd * d.uniform());
      const placed = placeSamples(samples);
      const ours = await solvePalette(kernelOracle(placed), placed.samples, targets);
      const theirs = await solvePalette(rowsOracle(samples), samples, targets);
      seen.add(ours.status);
      expect(ours.status).toBe(theirs.status);
      if (ours.status !== "aligned") continue;
      expect(Math.abs(ours.kl - theirs.kl)).toBeLessThanOrEqual(1e-9 * (1 + theirs.kl));
      ours.lambda.forEach((l, i) => {
        expect(Math.abs(l - theirs.lambda[i])).toBeLessThanOrEqual(1e-6 * (0.001 + Math.abs(l)));
      });
    }
    expect([...seen]).toEqual(expect.arrayContaining(["aligned", "infeasible"]));
  });
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { golden, goldenPath } from "../core/testing/golden.ts";
import { runSolve } from "./run-solve.ts";

const folder = mkdtempSync(join(tmpdir(), "value-palette-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function output<T>(...args: string[]): Promise<T> {
  const outcome = await runSolve(args);
  if (!outcome.ok) throw new Error(outcome.problem);
  return outcome.output as T;
}

interface Full {
  readonly values: string[];
  readonly status: string;
  readonly reachableMaximum: (number | null)[];
  readonly repairs: {
    readonly scaleBack: { rho: number; palette: number[] };
    readonly greedy: { order: string[]; palette: number[] };
    readonly nearest: { palette: number[]; distanceSd: number };
    readonly underBudget?: {
      scaleBack: { rho: number; kl: number };
      nearest: { kl: number };
      greedy: { kl: number };
    };
  };
  readonly sensitivity: { cov: number[][]; dLambdaDc: number[][] } | null;
  readonly winRate: number[] | null;
  readonly sequential: { round: number; lambda: number[]; levels: number[] }[];
  readonly intervals: object | null;
  readonly heldOut: { levels: number[] } | null;
  readonly forecast: { k: number; levels: number[] }[] | null;
}

function expectClose(found: readonly number[], exact: readonly number[], within = 1e-6): void {
  expect(found.length).toBe(exact.length);
  found.forEach((x, i) => {
    expect(Math.abs(x - exact[i])).toBeLessThanOrEqual(within * Math.max(1, Math.abs(exact[i])));
  });
}

interface Exact {
  readonly values: string[];
  readonly hhh70: {
    palette: number[];
    reachable_maximum_given_others: number[];
    dlambda_dc: number[][];
    win_rate_vs_baseline: number[];
    sequential: Full["sequential"];
  };
  readonly hhh90: {
    palette: number[];
    scale_back_rho: number;
    nearest_in_sd: number[];
    nearest_distance_sd: number;
    greedy_priority_humor_harmless_helpful: number[];
    rho_at_kl_2: number;
  };
  readonly pairs: {
    x: string;
    y: string;
    hull_upper_right_vertices: number[][];
    fronts: { budget_nats: number; points: number[][] }[];
  }[];
  readonly per_prompt: {
    rows: number[][];
    palette: number[];
    per_prompt: { lambda: number[]; kl_nats: number };
    pooled: { lambda: number[]; kl_nats: number };
  };
}

const square = join(folder, "square.csv");
writeFileSync(square, "x,y\n0,0\n4,0\n0,4\n4,4\n1,1\n2,2\n");

describe("a full report", () => {
  test("of a palette out of reach has repairs, also under a budget, and no prices", async () => {
    const full = await output<Full>(
      square,
      "--palette",
      "x=6,y=3",
      "--report",
      "full",
      "--order",
      "y,x",
      "--kl-budget",
      "0.5",
    );
    expect(full.status).toBe("infeasible");
    expect(full.reachableMaximum[0]).toBeCloseTo(4, 9);
    expect(full.reachableMaximum[1]).toBeNull();
    expectClose(full.repairs.nearest.palette, [4, 3]);
    expect(full.repairs.greedy.order).toEqual(["y", "x"]);
    expectClose(full.repairs.greedy.palette, [4, 3]);
    expect(full.repairs.underBudget?.scaleBack.kl).toBeCloseTo(0.5, 6);
    expect(full.repairs.underBudget?.nearest.kl).toBeCloseTo(0.5, 6);
    expect(full.sensitivity).toBeNull();
  });

  test("of a reachable one has every analysis", async () => {
    const full = await output<Full>(square, "--palette", "x=2.2,y=2.1", "--report", "full");
    expect(full.status).toBe("aligned");
    expect(full.sequential.map((r) => r.round)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(full.winRate?.every((w) => w > 0.5)).toBe(true);
    expect(full.forecast?.map((f) => f.k)).toEqual([2, 4, 8, 16, 32, 64, 128, 256]);
    expect(JSON.stringify(full)).not.toMatch(/NaN|Infinity/);
  });

  test("no repair of a reachable one goes beyond it, whatever the budget", async () => {
    const palette = ["--palette", "x=2.2,y=2.1", "--report", "full", "--kl-budget", "9"];
    const { repairs } = await output<Full>(square, ...palette);
    expect(repairs.scaleBack).toEqual({ rho: 1, palette: [2.2, 2.1] });
    expect(repairs.underBudget?.scaleBack.rho).toBe(1);
  });

  test("fronts run from the first axis to the second; options are checked", async () => {
    const found = await output<{
      hull: number[][];
      fronts: { budget: number; points: number[][] }[];
    }>(square, "--front", "x,y", "--budgets", "0.2,0.6", "--angles", "3");
    expect(found.hull).toEqual([[4, 4]]);
    expect(found.fronts.map((f) => f.budget)).toEqual([0.2, 0.6]);
    const [first, , last] = found.fronts[0].points;
    expect(first[0]).toBeGreaterThan(last[0]);
    for (const bad of [
      ["--front", "x"],
      ["--front", "x,z"],
      ["--budgets", "1,0.5"],
      ["--angles", "1"],
      ["--mode", "per-prompt"],
    ]) {
      const outcome = await runSolve([square, "--palette", "x=1", ...bad]);
      expect(outcome.ok).toBe(false);
    }
  });
});

describe("full reports on the paper's file", () => {
  const data = goldenPath("llama2_chat");
  const exact = golden<Exact>("analysis.json");
  const values = exact.values.join(",");
  const ask = (palette: number[]) => exact.values.map((id, i) => `${id}=${palette[i]}`).join(",");

  test("HHH-70 % and HHH-90 %", async () => {
    const a = await output<Full>(
      data,
      "--values",
      values,
      "--palette",
      ask(exact.hhh70.palette),
      "--report",
      "full",
    );
    expectClose(a.reachableMaximum as number[], exact.hhh70.reachable_maximum_given_others);
    a.sensitivity?.dLambdaDc.forEach((line, i) => {
      expectClose(line, exact.hhh70.dlambda_dc[i]);
    });
    expectClose(a.winRate ?? [], exact.hhh70.win_rate_vs_baseline);
    exact.hhh70.sequential.forEach((round, k) => {
      expectClose(a.sequential[k].lambda, round.lambda);
      expectClose(a.sequential[k].levels, round.levels);
    });
    const b = await output<Full>(
      data,
      "--values",
      values,
      "--palette",
      ask(exact.hhh90.palette),
      "--report",
      "full",
      "--order",
      "humor,gpt2-harmless,gpt2-helpful",
      "--kl-budget",
      "2",
    );
    expectClose([b.repairs.scaleBack.rho], [exact.hhh90.scale_back_rho]);
    expectClose(b.repairs.nearest.palette, exact.hhh90.nearest_in_sd);
    expectClose([b.repairs.nearest.distanceSd], [exact.hhh90.nearest_distance_sd]);
    expectClose(b.repairs.greedy.palette, exact.hhh90.greedy_priority_humor_harmless_helpful);
    expectClose([b.repairs.underBudget?.scaleBack.rho ?? 0], [exact.hhh90.rho_at_kl_2]);
  });

  test("fronts of all pairs, and the sixty prompts both ways", async () => {
    for (const pair of exact.pairs) {
      const budgets = pair.fronts.map((f) => f.budget_nats).join(",");
      const found = await output<{ hull: number[][]; fronts: { points: number[][] }[] }>(
        data,
        "--values",
        values,
        "--front",
        `${pair.x},${pair.y}`,
        "--budgets",
        budgets,
        "--angles",
        "9",
      );
      found.hull.forEach((vertex, k) => {
        expectClose(vertex, pair.hull_upper_right_vertices[k]);
      });
      found.fronts.forEach((front, b) => {
        front.points.forEach((point, k) => {
          expectClose(point, pair.fronts[b].points[k], 1e-5);
        });
      });
    }
    const { rows, palette, per_prompt, pooled } = exact.per_prompt;
    const file = join(folder, "prompts.csv");
    writeFileSync(file, `prompt,r1,r2,r3\n${rows.map((r) => r.join(",")).join("\n")}\n`);
    const wanted = `r1=${palette[0]},r2=${palette[1]},r3=${palette[2]}`;
    type Solved = { values: string[]; lambda: number[]; kl: number };
    const within = await output<Solved>(
      file,
      "--palette",
      wanted,
      "--mode",
      "per-prompt",
      "--prompt-column",
      "prompt",
    );
    expect(within.values).toEqual(["r1", "r2", "r3"]);
    expectClose(within.lambda, per_prompt.lambda);
    expectClose([within.kl], [per_prompt.kl_nats]);
    const all = await output<Solved>(file, "--palette", wanted, "--values", "r1,r2,r3");
    expectClose(all.lambda, pooled.lambda);
    expectClose([all.kl], [pooled.kl_nats]);
  });
});

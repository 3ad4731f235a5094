import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draws } from "../../core/testing/draws.ts";
import { resamplerPython, rewardPython } from "./python-files.ts";
import { weightsCsv } from "./row-weights.ts";
import { type Exported, exported, exportedHhh } from "./testing/exported.ts";

const folder = mkdtempSync(join(tmpdir(), "value-palette-"));
afterAll(() => rmSync(folder, { recursive: true }));

let python = "";
beforeAll(() => {
  const script = join(import.meta.dirname, "../../../.ci/find-python.mjs");
  const { stdout, stderr } = spawnSync(process.execPath, [script], { encoding: "utf8" });
  if (stdout === "") throw new Error(stderr);
  python = stdout;
});

/** Writes both modules and the weights of an export, and runs a script beside them that may import both; what it prints is JSON. */
function run({ facts, weights }: Exported, script: string) {
  writeFileSync(join(folder, "reward.py"), rewardPython(facts, "reward"));
  writeFileSync(join(folder, "resampler.py"), resamplerPython(facts, "resampler"));
  writeFileSync(
    join(folder, "weights.csv"),
    [...weightsCsv(weights)].map(({ piece }) => piece).join(""),
  );
  const text = `import json, sys\nsys.dont_write_bytecode = True\nimport reward, resampler\nimport numpy as np\n${script}`;
  const { status, stdout, stderr } = spawnSync(python, ["-c", text], {
    cwd: folder,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`invalid script: ${stderr}`);
  return JSON.parse(stdout);
}

const MEASURE = 'print(json.dumps(reward.measure("weights.csv")))';

function expectAgreement({ facts }: Exported, found: Record<string, number & number[]>) {
  const { shown } = facts.answer;
  shown.levels.forEach((level, i) => {
    const sd = facts.values[i].summary.sd;
    expect(Math.abs(found.levels[i] - level) / sd).toBeLessThan(1e-9);
  });
  expect(Math.abs(found.kl - shown.kl)).toBeLessThan(1e-9);
  expect(Math.abs(found.ess / shown.ess - 1)).toBeLessThan(1e-9);
  expect(found.weights).toBeLessThan(1e-9);
}

describe("the exported Python agrees with the report to 1e-9", () => {
  test.each([50, 70, 80])("on the calibrated sample at HHH %i", async (percent) => {
    const made = await exportedHhh(percent);
    expect(made.facts.answer.report.status).toBe("aligned");
    expectAgreement(made, run(made, MEASURE));
  });

  test("out of reach, where it is that of the closest safe mix", async () => {
    const made = await exportedHhh(90);
    expect(made.facts.answer.shownIs).toBe("closest-safe-mix");
    made.facts.values.forEach(({ asked, aimed, summary }) => {
      expect(aimed).toBeLessThanOrEqual(asked ?? 0);
      expect(aimed).toBeGreaterThanOrEqual(summary.mean);
    });
    expectAgreement(made, run(made, MEASURE));
  });

  test("with a cost, a value left out, weights, and every prompt by itself", async () => {
    const { uniform, normal } = draws(3);
    const rows = 600;
    const a = Float64Array.from({ length: rows }, normal);
    const columns = [
      { id: "helpful", rewards: a },
      {
        id: 'seconds "to" answer',
        lowerIsBetter: true,
        rewards: a.map((x) => Math.exp(x + normal())),
      },
      { id: "=unused", rewards: a.map(() => 100 * uniform()) },
    ];
    const made = await exported(columns, [65, 62, null], {
      weights: a.map((_, j) => (j % 7 === 0 ? 0 : 1 + uniform())),
      prompts: Int32Array.from(a, (_, j) => j % 50),
      mode: "per-prompt",
    });
    expect(made.facts.answer.report.status).toBe("aligned");
    expect(made.facts.values[1].price).toBeGreaterThan(0);
    expect(made.facts.values[1].level).toBeLessThan(made.facts.values[1].summary.mean);
    expectAgreement(made, run(made, MEASURE));
  });
});

describe("the exported reward", () => {
  test("is β·λ·r of the models that were named, for texts and for messages, and ignores the rest", async () => {
    const made = await exportedHhh(70);
    const priced = made.facts.values.filter(({ price }) => price > 0);
    const found = run(
      made,
      `
for k, value in enumerate([v for v in reward.VALUES if v.price > 0]):
    reward.REWARD_MODELS[value.name] = lambda prompts, completions, k=k: [len(c) + k for c in completions]
texts = reward.palette_reward(prompts=["q", "q"], completions=["four", "fives"], step=3)
talk = reward.palette_reward(prompts=[[{"role": "user", "content": "q"}]], completions=[[{"role": "assistant", "content": "four"}]])
print(json.dumps([texts, talk]))`,
    );
    const expected = [4, 5].map(
      (length) => 0.05 * priced.reduce((sum, { price }, k) => sum + price * (length + k), 0),
    );
    found[0].forEach((x: number, j: number) => {
      expect(x).toBeCloseTo(expected[j], 12);
    });
    expect(found[1]).toEqual([found[0][0]]);
  });

  test("names the models that are missing", async () => {
    const made = await exportedHhh(70);
    const found = run(
      made,
      `
try:
    reward.palette_reward(["q"], ["a"])
except LookupError as error:
    print(json.dumps(str(error)))`,
    );
    expect(found).toMatch(/^.?no reward model for humor, gpt2-helpful, gpt2-harmless/);
  });

  test("checks itself and says where it does not agree", async () => {
    const made = await exportedHhh(60);
    const good = run(
      made,
      'sys.stdout = sys.stderr; ok = reward.check("weights.csv"); sys.stdout = sys.__stdout__; print(json.dumps(ok))',
    );
    expect(good).toBe(true);
    const other = { ...made, facts: (await exportedHhh(70)).facts };
    const bad = run(
      other,
      'sys.stdout = sys.stderr; ok = reward.check("weights.csv"); sys.stdout = sys.__stdout__; print(json.dumps(ok))',
    );
    expect(bad).toBe(false);
  });

  test("of a palette that is met already is 0", async () => {
    const made = await exportedHhh(10);
    expect(made.facts.answer.report.status).toBe("already-met");
    expect(run(made, 'print(json.dumps(reward.palette_reward(["q"], ["a"])))')).toEqual([0]);
  });

  test("holds whatever names and notes hold, as text and never as code", async () => {
    const names = ['"""\nimport os', "a\\", "{{kl}}", "# coding: utf-7", "é λ \u2028 '"];
    const { normal } = draws(9);
    const columns = names.map((id) => ({
      id,
      rewards: Float64Array.from({ length: 300 }, normal),
    }));
    const made = await exported(columns, [60, 60, 60, 60, 60], {
      notes: ['"""\nraise SystemExit\r"""', "x".repeat(300)],
    });
    expect(run(made, "print(json.dumps([v.name for v in reward.VALUES]))")).toEqual(names);
    expectAgreement(made, run(made, MEASURE));
  });
});

describe("the exported resampler", () => {
  test("keeps one of all answers with the weights of the report", async () => {
    const made = await exportedHhh(70);
    const found = run(
      made,
      `
import csv
with open("weights.csv", newline="") as file:
    rows = list(csv.DictReader(file))
rewards = {v.name: [float(row["reward_" + v.name]) for row in rows] for v in resampler.VALUES}
chances = resampler.probabilities(resampler.combine(rewards, len(rows)))
print(json.dumps([float(chances @ np.array(rewards[v.name])) for v in resampler.VALUES]))`,
    );
    made.facts.answer.shown.levels.forEach((level, i) => {
      expect(Math.abs(found[i] - level)).toBeLessThan(1e-9);
    });
  });

  test("draws k answers and keeps one by its chance", async () => {
    const made = await exportedHhh(70);
    const [kept, most, necessary] = run(
      made,
      `
for value in resampler.VALUES:
    if value.price > 0:
        resampler.REWARD_MODELS[value.name] = lambda prompts, completions: [float(c) for c in completions]
rng = np.random.default_rng(1)
drawn = iter(range(10**9))
strength = sum(v.price for v in resampler.VALUES)
kept = [int(resampler.answer("q", lambda prompt: str(next(drawn) % 4 / strength), k=4, rng=rng).split()[0] != "0.0") for _ in range(4000)]
print(json.dumps([float(np.mean(kept)), float(resampler.probabilities([0, 1, 2, 3])[0]), resampler.K_NECESSARY]))`,
    );
    expect(Math.abs(kept - (1 - most))).toBeLessThan(0.02);
    expect(necessary).toBeGreaterThan(8);
  });
});

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { seededRandom } from "../../../src/core/numerics/random.ts";
import { resamplerPython, rewardPython } from "../../../src/share/exports/python-files.ts";
import { weightsCsv } from "../../../src/share/exports/row-weights.ts";
import {
  type Exported,
  exported,
  exportedHhh,
} from "../../../src/share/exports/testing/exported.ts";
import type { PythonCheck } from "./check.ts";
import { runPython } from "./interpreter.ts";

const MEASURE = 'print(json.dumps(reward.measure("weights.csv")))';
const CHECK =
  'sys.stdout = open("log", "w"); ok = reward.check("weights.csv"); sys.stdout = sys.__stdout__; print(json.dumps(ok))';
const REWARD = `
for k, value in enumerate([v for v in reward.VALUES if v.price > 0]):
    reward.REWARD_MODELS[value.name] = lambda prompts, completions, k=k: [len(c) + k for c in completions]
texts = reward.palette_reward(prompts=["q", "q"], completions=["four", "fives"], step=3)
talk = reward.palette_reward(prompts=[[{"role": "user", "content": "q"}]], completions=[[{"role": "assistant", "content": "four"}]])
print(json.dumps([texts, talk]))`;
const MISSING = `
try:
    reward.palette_reward(["q"], ["a"])
except LookupError as error:
    print(json.dumps(str(error)))`;
const RESAMPLED = `
import csv
with open("weights.csv", newline="") as file:
    rows = list(csv.DictReader(file))
rewards = {v.name: [float(row["reward_" + v.name]) for row in rows] for v in resampler.VALUES}
chances = resampler.probabilities(resampler.combine(rewards, len(rows)))
print(json.dumps([float(chances @ np.array(rewards[v.name])) for v in resampler.VALUES]))`;
const DRAWN = `
for value in resampler.VALUES:
    if value.price > 0:
        resampler.REWARD_MODELS[value.name] = lambda prompts, completions: [float(c) for c in completions]
rng = np.random.default_rng(1)
drawn = iter(range(10**9))
strength = sum(v.price for v in resampler.VALUES)
kept = [int(resampler.answer("q", lambda prompt: str(next(drawn) % 4 / strength), k=4, rng=rng).split()[0] != "0.0") for _ in range(4000)]
print(json.dumps([float(np.mean(kept)), float(resampler.probabilities([0, 1, 2, 3])[0]), resampler.K_NECESSARY]))`;

/** What the exported reward and resampler have to do. */
export const EXPORT_CHECKS: readonly PythonCheck[] = [
  ...[10, 50, 70, 80, 90].map((percent) => ({
    name: `both modules agree with the report and the exported weights to 1e-9, HHH ${percent} %`,
    run: async (python: string, folder: string) =>
      agrees(await exportedHhh(percent), python, folder),
  })),
  {
    name: "the same with a cost, a value left out, weights, and every prompt by itself",
    run: async (python, folder) => agrees(await withCost(), python, folder),
  },
  {
    name: "the same with rewards far from zero",
    run: async (python, folder) => agrees(await farFromZero(), python, folder),
  },
  {
    name: "names and notes are text, whatever they hold, and never code",
    run: async (python, folder) => {
      const made = await withOddNames();
      const found = run(made, python, folder, "print(json.dumps([v.name for v in reward.VALUES]))");
      assert.deepEqual(
        found,
        made.facts.values.map(({ summary }) => summary.id),
      );
      agrees(made, python, folder);
    },
  },
  {
    name: "the reward is β·λ·r of the models that were named, for texts and for messages",
    run: async (python, folder) => {
      const made = await exportedHhh(70);
      const priced = made.facts.values.filter(({ price }) => price > 0);
      const [texts, talk] = run(made, python, folder, REWARD);
      [4, 5].forEach((length, j) => {
        const risen = priced.map(({ price, summary }, k) => price * (length + k - summary.mean));
        near(texts[j], 0.05 * risen.reduce((sum, x) => sum + x, 0));
      });
      assert.deepEqual(talk, [texts[0]]);
    },
  },
  {
    name: "the reward names the models that are missing, and is 0 where none is needed",
    run: async (python, folder) => {
      const sentence = run(await exportedHhh(70), python, folder, MISSING);
      assert.match(sentence, /^.?no reward model for humor, gpt2-helpful, gpt2-harmless/);
      const none = 'print(json.dumps(reward.palette_reward(["q"], ["a"])))';
      assert.deepEqual(run(await exportedHhh(10), python, folder, none), [0]);
    },
  },
  {
    name: "the reward checks itself and says where it does not agree",
    run: async (python, folder) => {
      const made = await exportedHhh(60);
      assert.equal(run(made, python, folder, CHECK), true);
      const other = { ...made, facts: (await exportedHhh(70)).facts };
      assert.equal(run(other, python, folder, CHECK), false);
    },
  },
  {
    name: "the resampler keeps one of all answers with the weights of the report",
    run: async (python, folder) => {
      const made = await exportedHhh(70);
      const found = run(made, python, folder, RESAMPLED);
      made.facts.answer.shown.levels.forEach((level, i) => {
        near(found[i], level, 1e-9);
      });
    },
  },
  {
    name: "the resampler draws k answers and keeps one by its chance",
    run: async (python, folder) => {
      const [kept, most, necessary] = run(await exportedHhh(70), python, folder, DRAWN);
      near(kept, 1 - most, 0.02);
      assert.ok(necessary > 8);
    },
  },
];

function farFromZero(): Promise<Exported> {
  const { normal } = seededRandom(5);
  const columns = [1e9, 1e6, 0].map((offset, i) => ({
    id: `at ${offset}`,
    lowerIsBetter: i === 1,
    rewards: Float64Array.from({ length: 500 }, () => offset + normal()),
  }));
  return exported(columns, [70, 65, 60]);
}

function withCost(): Promise<Exported> {
  const { uniform, normal } = seededRandom(3);
  const a = Float64Array.from({ length: 600 }, normal);
  const columns = [
    { id: "helpful", rewards: a },
    {
      id: 'seconds "to" answer',
      lowerIsBetter: true,
      rewards: a.map((x) => Math.exp(x + normal())),
    },
    { id: "=unused", rewards: a.map(() => 100 * uniform()) },
  ];
  return exported(columns, [65, 62, null], {
    weights: a.map((_, j) => (j % 7 === 0 ? 0 : 1 + uniform())),
    prompts: Int32Array.from(a, (_, j) => j % 50),
    mode: "per-prompt",
  });
}

function withOddNames(): Promise<Exported> {
  const { normal } = seededRandom(9);
  const names = ['"""\nimport os', "a\\", "{{kl}}", "# coding: utf-7", "é λ \u2028 '"];
  const columns = names.map((id) => ({ id, rewards: Float64Array.from({ length: 300 }, normal) }));
  return exported(columns, [60, 60, 60, 60, 60], {
    notes: ['"""\nraise SystemExit\r"""', "x".repeat(300)],
  });
}

/** Writes both modules and the weights of an export, and runs a script that may import both; what it prints is JSON. */
function run({ facts, weights }: Exported, python: string, folder: string, script: string) {
  writeFileSync(join(folder, "reward.py"), rewardPython(facts, "reward"));
  writeFileSync(join(folder, "resampler.py"), resamplerPython(facts, "resampler"));
  const table = [...weightsCsv(weights)].map(({ piece }) => piece).join("");
  writeFileSync(join(folder, "weights.csv"), table);
  const start = "import json, sys\nsys.dont_write_bytecode = True\nimport reward, resampler";
  const text = `${start}\nimport numpy as np\n${script}`;
  return JSON.parse(runPython(python, ["-c", text], folder));
}

function agrees(made: Exported, python: string, folder: string): void {
  const found = run(made, python, folder, MEASURE);
  const { shown } = made.facts.answer;
  shown.levels.forEach((level, i) => {
    near(found.levels[i], level, 1e-9 * made.facts.values[i].summary.sd);
  });
  near(found.kl, shown.kl, 1e-9);
  near(found.ess / shown.ess, 1, 1e-9);
  near(found.weights, 0, 1e-9);
  for (const module of ["reward.py", "resampler.py"]) {
    const lines = runPython(python, ["-B", module, "weights.csv"], folder);
    assert.equal(lines.match(/^ok /gm)?.length, made.facts.values.length + 3);
  }
}

function near(found: number, exact: number, within = 1e-12): void {
  assert.ok(Math.abs(found - exact) <= within, `expected ${exact}, found ${found}`);
}

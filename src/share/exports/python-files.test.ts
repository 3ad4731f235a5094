import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { draws } from "../../core/testing/draws.ts";
import { pythonLines, pythonNames } from "../../core/testing/python-source.ts";
import { fewestDraws } from "../../core/trust/forecast.ts";
import { withoutNoise } from "./csv.ts";
import { resamplerPython, rewardPython } from "./python-files.ts";
import { weightsCsv } from "./row-weights.ts";
import { type Exported, exported, exportedHhh } from "./testing/exported.ts";

const HHH = ["humor", "gpt2-helpful", "gpt2-harmless"];
const VALUE =
  /^ {4}Value\(("(?:\\.|[^"\\])*"), ([+-]1), ([\d.e+-]+), ([\d.e+-]+), ([\d.e+-]+|None), ([\d.e+-]+)\),$/gm;

/** The numbers that a Python module holds, as they stand in it. */
function numbersOf(source: string) {
  const one = (name: string, value: RegExp) =>
    new RegExp(`^${name} = (${value.source})`, "m").exec(source)?.[1] ?? "missing";
  return {
    values: [...source.matchAll(VALUE)].map(([, name, ...numbers]) => {
      const [direction, price, before, target, after] = numbers.map(Number);
      return { name: JSON.parse(name) as string, direction, price, before, target, after };
    }),
    kl: Number(one("KL", /[\d.e+-]+/)),
    ess: Number(one("ESS", /[\d.e+-]+/)),
    perPrompt: one("PER_PROMPT", /True|False/),
  };
}

/** The exported table of weights by column. */
function tableOf({ weights }: Exported): (name: string) => number[] {
  const text = [...weightsCsv(weights)].map(({ piece }) => piece).join("");
  const [head, ...rows] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
  return (name) => rows.map((row) => Number(row[head.indexOf(name)]));
}

/** The mix before · exp(λ·r) of the exported table with the prices of a Python module, of all answers or within each prompt. */
function mixOf(
  { values, perPrompt }: ReturnType<typeof numbersOf>,
  column: (name: string) => number[],
) {
  const before = column("weight_before");
  const rewards = values.map(({ name }) => column(`reward_${name}`));
  const raw = before.map(
    (weight, j) =>
      weight *
      Math.exp(
        values.reduce((s, v, i) => s + v.direction * v.price * (rewards[i][j] - v.before), 0),
      ),
  );
  const prompts = perPrompt === "True" ? column("prompt") : before.map(() => 0);
  const sumsOf = (numbers: number[]) => {
    const sums = new Map<number, number>();
    numbers.forEach((x, j) => {
      sums.set(prompts[j], (sums.get(prompts[j]) ?? 0) + x);
    });
    return (j: number) => sums.get(prompts[j]) ?? Number.NaN;
  };
  const [mass, total] = [sumsOf(before), sumsOf(raw)];
  const after = raw.map((x, j) => (x > 0 ? (x * mass(j)) / total(j) : 0));
  return { before, after, rewards };
}

/** Both modules hold the same numbers, and these give the exported weights and the figures of the report. */
function expectAgreement(made: Exported): void {
  const { facts } = made;
  const numbers = numbersOf(rewardPython(facts, "reward"));
  expect(numbersOf(resamplerPython(facts, "resampler"))).toEqual(numbers);
  const column = tableOf(made);
  const { before, after, rewards } = mixOf(numbers, column);
  column("weight_after").forEach((weight, j) => {
    expect(Math.abs(after[j] - weight)).toBeLessThan(1e-9);
  });
  expect(numbers.values).toHaveLength(facts.values.length);
  numbers.values.forEach(({ name, direction, before: mean, target, after: level }, i) => {
    const { summary, aimed } = facts.values[i];
    expect(name).toBe(summary.id);
    expect(direction).toBe(summary.lowerIsBetter ? -1 : 1);
    expect(target).toEqual(withoutNoise(aimed ?? Number.NaN));
    expect(mean).toBe(summary.mean);
    expect(level).toBe(facts.answer.shown.levels[i]);
    const risen = after.reduce((sum, w, j) => sum + w * (rewards[i][j] - mean), 0);
    expect(Math.abs(mean + risen - level) / summary.sd).toBeLessThan(1e-9);
  });
  const kl = after.reduce((sum, w, j) => sum + (w > 0 ? w * Math.log(w / before[j]) : 0), 0);
  expect(Math.abs(kl - numbers.kl)).toBeLessThan(1e-9);
  expect(numbers.kl).toBe(facts.answer.shown.kl);
  const ess = 1 / after.reduce((sum, w) => sum + w ** 2, 0);
  expect(Math.abs(ess / numbers.ess - 1)).toBeLessThan(1e-9);
  expect(numbers.ess).toBe(facts.answer.shown.ess);
}

describe("the numbers of the exported Python agree with the exported weights and the report to 1e-9", () => {
  test.each([50, 70, 80])("on the calibrated sample at HHH %i", async (percent) => {
    const made = await exportedHhh(percent);
    expect(made.facts.answer.report.status).toBe("aligned");
    expectAgreement(made);
  });

  test("of rewards far from zero, which are counted from the original level before they are weighed", async () => {
    const { normal } = draws(8);
    const columns = [1e9, 0].map((offset) => ({
      id: `at ${offset}`,
      rewards: Float64Array.from({ length: 500 }, () => offset + normal()),
    }));
    const made = await exported(columns, [70, 65]);
    for (const python of [rewardPython, resamplerPython]) {
      const source = python(made.facts, "m");
      expect(source).toMatch(
        / {12}risen = np\.asarray\(rewards\[value\.name\].*\) - value\.before\n/,
      );
      expect(source).toContain("float(weights @ (rewards[value.name] - value.before))");
    }
    expectAgreement(made);
  });

  test("out of reach, where they are those of the closest safe mix", async () => {
    const made = await exportedHhh(90);
    expect(made.facts.answer.shownIs).toBe("closest-safe-mix");
    made.facts.values.forEach(({ asked, aimed, summary }) => {
      expect(aimed).toBeLessThanOrEqual(asked ?? 0);
      expect(aimed).toBeGreaterThanOrEqual(summary.mean);
    });
    expectAgreement(made);
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
    expect(rewardPython(made.facts, "reward")).toMatch(/^PER_PROMPT = True /m);
    expectAgreement(made);
  });

  test("of a palette that is met already, where every price is 0 and no model is needed", async () => {
    const made = await exportedHhh(10);
    expect(made.facts.answer.report.status).toBe("already-met");
    const source = rewardPython(made.facts, "reward");
    expect(numbersOf(source).values.map(({ price }) => price)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(source).toMatch(/^REWARD_MODELS: .* = \{\s*\}$/m);
    expectAgreement(made);
  });
});

describe.each([
  ["reward", rewardPython, ["BETA", "palette_reward"]],
  ["resampler", resamplerPython, ["K_NECESSARY", "probabilities", "choose", "answer"]],
] as const)("the exported %s", (module, python, names) => {
  test("is whole Python: texts, brackets and blocks end, and every blank is filled", async () => {
    const { facts } = await exportedHhh(70);
    const source = python(facts, module);
    expect(source).not.toMatch(/\{\{|\}\}|undefined|NaN|Infinity|\bnull\b/);
    const lines = pythonLines(source);
    expect(lines[0].code).toBe('""');
    expect(lines[1].code).toBe("from __future__ import annotations");
    expect(lines.at(-1)?.code).toMatch(/^sys\.exit\(0 if check\(sys\.argv\[1\]\) else 1\)$/);
    const shared = ["Value", "VALUES", "KL", "ESS", "PER_PROMPT", "REWARD_MODELS", "combine"];
    expect(pythonNames(source)).toEqual(
      expect.arrayContaining([...names, ...shared, "score", "text_of", "tilt", "measure", "check"]),
    );
  });

  test("names itself and what may be imported from it", async () => {
    const { facts } = await exportedHhh(70);
    const source = python(facts, `my_${module}`);
    expect(source).toContain(`\n    python my_${module}.py weights.csv\n`);
    const imported = new RegExp(`^    from my_${module} import (.+)$`, "m").exec(source)?.[1] ?? "";
    expect(pythonNames(source)).toEqual(expect.arrayContaining(imported.split(", ")));
  });

  test("has a place for the model of each value with a price, and of no other", async () => {
    const { facts } = await exportedHhh(70);
    const priced = facts.values.filter(({ price }) => price > 0).map(({ summary }) => summary.id);
    expect(priced).toEqual(expect.arrayContaining(HHH));
    const places = [...python(facts, module).matchAll(/^ {4}# (".*"): lambda prompts, /gm)];
    expect(places.map(([, name]) => JSON.parse(name))).toEqual(priced);
  });

  test("holds whatever names and notes hold, as text and never as code", async () => {
    const { normal } = draws(9);
    const rewards = Array.from({ length: 5 }, () => Float64Array.from({ length: 300 }, normal));
    const named = async (names: readonly string[], notes: string[]) => {
      const columns = names.map((id, i) => ({ id, rewards: rewards[i] }));
      return exported(columns, [60, 60, 60, 60, 60], { notes });
    };
    const odd = ['"""\nimport os', "a\\", "{{kl}}", "# coding: utf-7", "é λ \u2028 '"];
    const made = await named(odd, ['"""\nraise SystemExit\r"""', "x".repeat(300)]);
    const source = python(made.facts, module);
    expect(numbersOf(source).values.map(({ name }) => name)).toEqual(odd);
    const plain = await named(["a", "b", "c", "d", "e"], ["In-sample."]);
    expect(pythonLines(source)).toEqual(pythonLines(python(plain.facts, module)));
    expectAgreement(made);
  });
});

test("the resampler knows how many answers it needs at least", async () => {
  const { facts } = await exportedHhh(70);
  const fewest = fewestDraws(facts.answer.shown.kl);
  expect(fewest).toBeGreaterThan(8);
  expect(resamplerPython(facts, "resampler")).toContain(`\nK_NECESSARY = ${fewest}\n`);
});

test("the resampler of each prompt by itself calls no number necessary, and asks for one", async () => {
  const { facts } = await exportedHhh(70);
  const source = resamplerPython({ ...facts, mode: "per-prompt" }, "resampler");
  expect(source).not.toMatch(/necessary/i);
  expect(source).toContain("\ndef answer(prompt, generate: Callable, k: int, rng:");
  expect(pythonNames(source)).toContain("answer");
});

test("the reward is weighed by the β that its documentation names", async () => {
  const { facts } = await exportedHhh(70);
  const source = rewardPython(facts, "reward");
  expect(source).toMatch(/^BETA = 0\.05 /m);
  expect(source).toContain("args=GRPOConfig(beta=BETA, scale_rewards=False)");
});

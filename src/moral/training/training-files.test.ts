import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { pythonLines, pythonNames } from "../../core/testing/python-source.ts";
import { BUCKETS } from "../../rewards/classifier/feature-rows.ts";
import { encodeModel } from "../../rewards/classifier/model-file.ts";
import { trainRewards } from "../../rewards/classifier/train-rewards.ts";
import { demonstrationTexts } from "../../rewards/demonstration.ts";
import { trainingSet } from "../../rewards/labelled/labelled-texts.ts";
import { RECIPE, REWARD } from "./training-files.ts";

describe("the recipe", () => {
  test("holds the published settings", () => {
    expect(RECIPE).toContain("RANK = 128");
    expect(RECIPE).toContain("LEARNING_RATE = 5e-7");
    expect(RECIPE).toContain("BATCH = 256");
    expect(RECIPE).toContain("completion_only_loss=True");
  });

  test("and the reward function name the files that they come with", () => {
    expect(RECIPE).toMatch(/train\.jsonl.*validation\.jsonl/);
    expect(REWARD).toContain('path="reward-models.json"');
  });
});

describe("the Python files", () => {
  test("are whole: texts, brackets and blocks end", () => {
    expect(pythonNames(RECIPE)).toEqual(["RANK", "LEARNING_RATE", "BATCH", "split", "main"]);
    expect(pythonLines(RECIPE).at(-1)).toEqual({ indent: 4, code: "main()" });
    expect(pythonNames(REWARD)).toEqual(
      expect.arrayContaining(["load", "score", "agent_reward", "profile_reward"]),
    );
  });

  test("the reward function calls only what it defines", () => {
    const names = pythonNames(REWARD);
    const called = [...REWARD.matchAll(/(?<![\w.])(_[a-z]+)\(/g)].map(([, name]) => name);
    expect(new Set(called).size).toBeGreaterThan(7);
    expect(called.filter((name) => !names.includes(name))).toEqual([]);
  });

  test("the reward function hashes with the constants of the page", () => {
    const page = readFileSync(
      join(import.meta.dirname, "../../rewards/classifier/feature-rows.ts"),
      "utf8",
    );
    const constantsOf = (source: string) =>
      [...source.matchAll(/\b0x[\da-f]{8}\b/gi)].map(([digits]) => Number(digits));
    const mask = 0xffffffff;
    expect(constantsOf(REWARD).filter((x) => x !== mask)).toEqual(constantsOf(page));
    for (const name of ["LONGEST_TEXT", "LONGEST_WORD", "EDGE"]) {
      const line = new RegExp(`^(?:const )?${name} = ([\\d_]+);?$`, "m");
      expect(line.exec(REWARD)?.[1], name).toBe(line.exec(page)?.[1] ?? "missing");
    }
    const shift = /^BUCKETS = 1 << (\d+)$/m.exec(REWARD)?.[1];
    expect(2 ** Number(shift)).toBe(BUCKETS);
  });

  test("the reward function reads what a file of reward models holds", async () => {
    const outcome = trainRewards(trainingSet(await demonstrationTexts()), { repeats: 0 });
    if (!outcome.ok) throw new Error("invalid demonstration");
    const file = JSON.parse(encodeModel(outcome.model));
    const read = [...REWARD.matchAll(/\bone\["(\w+)"\]/g)].map(([, key]) => key);
    expect(new Set(read)).toEqual(new Set(["weights", "buckets", "value", "intercept", "step"]));
    expect(REWARD).toContain('in file["classifiers"]:');
    for (const classifier of file.classifiers)
      expect(Object.keys(classifier)).toEqual(expect.arrayContaining(read));
  });
});

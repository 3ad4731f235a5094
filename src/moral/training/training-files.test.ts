import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { encodeModel } from "../../rewards/classifier/model-file.ts";
import { trainRewards } from "../../rewards/classifier/train-rewards.ts";
import { demonstrationTexts } from "../../rewards/demonstration.ts";
import { trainingSet } from "../../rewards/labelled/labelled-texts.ts";
import { modelScorer } from "../../rewards/reward-model.ts";
import { demonstrationSet } from "../demonstration/demonstration.ts";
import { RECIPE, REWARD } from "./training-files.ts";

const hasPython = spawnSync("python3", ["--version"]).status === 0;
const ODD = [
  "",
  "?!",
  "İstanbul don’t naïve 日本語 x²",
  "a".repeat(90),
  "🙂 they're 3.5 „kind“",
  "It's\n\nfair",
];

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

if (hasPython)
  describe("the Python files", () => {
    test("the reward function scores as the page does", async () => {
      const folder = mkdtempSync(join(tmpdir(), "value-palette-"));
      const outcome = trainRewards(trainingSet(await demonstrationTexts()), { repeats: 0 });
      if (!outcome.ok) throw new Error("invalid demonstration");
      const texts = [
        ...ODD,
        ...demonstrationSet()
          .questions.slice(0, 12)
          .flatMap((q) => Object.values(q.answers)),
      ];
      writeFileSync(join(folder, "reward-models.json"), encodeModel(outcome.model));
      writeFileSync(join(folder, "reward.py"), REWARD);
      writeFileSync(join(folder, "train_aggregator.py"), RECIPE);
      const program = [
        "import ast, json, sys",
        "from reward import load, score, profile_reward, agent_reward",
        "ast.parse(open('train_aggregator.py').read())",
        "texts = json.load(sys.stdin)",
        "models = load()",
        "asked = profile_reward({'care': 1.0, 'loyalty': 0.5})",
        "alone = agent_reward('fairness')",
        "chat = [[{'role': 'assistant', 'content': t}] for t in texts]",
        "print(json.dumps({'scores': [score(models, t) for t in texts], 'profile': asked(chat), 'alone': alone(texts, prompts=texts)}))",
      ].join("\n");
      const { stdout, stderr } = spawnSync("python3", ["-c", program], {
        cwd: folder,
        input: JSON.stringify(texts),
        encoding: "utf8",
      });
      rmSync(folder, { recursive: true });
      expect(stderr).toBe("");
      const found = JSON.parse(stdout);
      const page = modelScorer(outcome.model);
      const ids = outcome.model.classifiers.map(({ value }) => value);
      texts.forEach((text, j) => {
        const chances = page(text);
        ids.forEach((id, v) => {
          expect(found.scores[j][id]).toBeCloseTo(chances[v], 12);
        });
        const [care, fairness, loyalty] = ["care", "fairness", "loyalty"].map(
          (id) => chances[ids.indexOf(id)],
        );
        expect(found.profile[j]).toBeCloseTo((care + 0.5 * loyalty) / 1.5, 12);
        expect(found.alone[j]).toBeCloseTo(fairness, 12);
      });
    });
  });

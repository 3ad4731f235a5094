import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { demonstrationSet } from "../../../src/moral/demonstration/demonstration.ts";
import { RECIPE, REWARD } from "../../../src/moral/training/training-files.ts";
import { encodeModel } from "../../../src/rewards/classifier/model-file.ts";
import { trainRewards } from "../../../src/rewards/classifier/train-rewards.ts";
import { demonstrationTexts } from "../../../src/rewards/demonstration.ts";
import { trainingSet } from "../../../src/rewards/labelled/labelled-texts.ts";
import { modelScorer } from "../../../src/rewards/reward-model.ts";
import type { PythonCheck } from "./check.ts";
import { runPython } from "./interpreter.ts";

const ODD = [
  "",
  "?!",
  "İstanbul don’t naïve 日本語 x²",
  "a".repeat(90),
  "🙂 they're 3.5 „kind“",
  "It's\n\nfair",
];
const PROGRAM = `import ast, json, sys
sys.dont_write_bytecode = True
from reward import load, score, profile_reward, agent_reward
ast.parse(open("train_aggregator.py", encoding="utf-8").read())
texts = json.load(sys.stdin)
models = load()
asked = profile_reward({"care": 1.0, "loyalty": 0.5})
alone = agent_reward("fairness")
chat = [[{"role": "assistant", "content": t}] for t in texts]
print(json.dumps({"scores": [score(models, t) for t in texts], "profile": asked(chat), "alone": alone(texts, prompts=texts)}))`;

/** What the Python files of moral profiles have to do. */
export const MORAL_CHECKS: readonly PythonCheck[] = [
  {
    name: "the reward function of a profile scores as the page does, and the recipe parses",
    run: async (python, folder) => {
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
      const found = JSON.parse(runPython(python, ["-c", PROGRAM], folder, JSON.stringify(texts)));
      const page = modelScorer(outcome.model);
      const ids = outcome.model.classifiers.map(({ value }) => value);
      texts.forEach((text, j) => {
        const chances = page(text);
        const of = (id: string) => chances[ids.indexOf(id)];
        for (const id of ids) near(found.scores[j][id], of(id));
        near(found.profile[j], (of("care") + 0.5 * of("loyalty")) / 1.5);
        near(found.alone[j], of("fairness"));
      });
    },
  },
];

function near(found: number, exact: number): void {
  assert.ok(Math.abs(found - exact) < 1e-12, `expected ${exact}, found ${found}`);
}

import { expect, test, vi } from "vitest";
import type { RewardsClient } from "../../engine/connections.ts";
import type { RewardModel } from "../../rewards/reward-model.ts";
import { createMoralStore } from "../../state/moral-store.ts";
import { labelledFiles } from "./labelled-files.ts";
import type { LabelledReader } from "./labelled-reader.ts";
import { moralJudge } from "./moral-judge.ts";

const model = (auc: number) =>
  ({
    source: "",
    seed: 1,
    classifiers: [{ value: "care", quality: { auc: { mean: auc } } }],
  }) as unknown as RewardModel;

/** A worker that answers everything with the same. */
function client(reply: unknown) {
  const cancel = vi.fn();
  const run = vi.fn(async () => reply);
  return { run, start: () => undefined, cancel } as unknown as RewardsClient & {
    run: typeof run;
    cancel: typeof cancel;
  };
}

function held(of: RewardsClient): LabelledReader {
  return { client: of, hold: () => undefined, holdMeaning: () => undefined };
}

function judged(auc: number) {
  const store = createMoralStore();
  const demonstration = client({ ok: true, model: model(0.9), problems: [] });
  const files = client({ ok: true, model: model(auc), problems: [] });
  const use = vi.fn();
  return {
    store,
    demonstration,
    files,
    use,
    judge: moralJudge({ demonstration, files: held(files) }, store, use),
  };
}

test("a judge that is no better than guessing waits to be taken", async () => {
  const { store, judge, use } = judged(0.144);
  await judge.train("files");
  expect(use).not.toHaveBeenCalled();
  expect(store.getState()).toMatchObject({ model: null, training: null, doubtful: model(0.144) });
  judge.takeDoubtful();
  expect(use).toHaveBeenCalledWith(model(0.144));
  expect(store.getState()).toMatchObject({ doubtful: null, isModelDemonstration: false });
});

test("a good one is in use at once", async () => {
  const { judge, use } = judged(0.85);
  await judge.train("files");
  expect(use).toHaveBeenCalledWith(model(0.85));
});

test("the demonstration is trained apart, and makes way for what somebody brings", async () => {
  const { store, judge, demonstration, files } = judged(0.85);
  const training = judge.train("demonstration");
  expect(store.getState().training?.source).toBe("demonstration");
  await training;
  expect(files.run).not.toHaveBeenCalled();
  await judge.train("files");
  expect(demonstration.cancel).toHaveBeenCalled();
  expect(files.run).toHaveBeenCalledTimes(1);
});

test("files that are no labelled texts are left to who can say more of them", async () => {
  const store = createMoralStore();
  const problems = [{ code: "no-labelled-columns", severity: "error" }];
  const reader = labelledFiles(held(client({ ok: false, about: "labels", problems })), store);
  const refused = await reader.read([new File(["a"], "a.csv")]);
  expect(refused).toEqual({ phase: "unusable", name: "a.csv", problems });
  expect(store.getState().reading).toEqual({ phase: "idle" });
});

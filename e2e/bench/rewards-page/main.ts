import { connectRewards } from "../../../src/engine/connections.ts";
import { serviceClient } from "../../../src/engine/service-client.ts";
import { madeLabelled } from "../made-texts.ts";

/** What one training took. */
export interface TrainingTimes {
  /** Seconds to read the file, and to train and cross-validate. */
  readonly reading: number;
  readonly training: number;
  /** Longest task of the page meanwhile in ms, 0 where none took 50; and from cancelling to its outcome. */
  readonly longestTask: number;
  readonly cancelled: number;
  readonly aucs: readonly number[];
}

declare global {
  interface Window {
    /** Trains on made texts in the worker; `repeats` of the cross-validation, 0 for none. */
    trainMade(texts: number, judged: "each" | "all", repeats: number): Promise<TrainingTimes>;
  }
}

const client = serviceClient(
  () =>
    new Worker(new URL("../../../workers/rewards.worker.ts", import.meta.url), { type: "module" }),
  connectRewards,
);
const silent = () => undefined;

window.trainMade = async (texts, judged, repeats) => {
  const file = new File([madeLabelled(texts, judged)], "made.csv");
  await new Promise((resolve) => setTimeout(resolve, 100));
  let longestTask = 0;
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
  });
  tasks.observe({ type: "longtask" });
  const began = performance.now();
  const preview = await client.run((service) => service.read([file], silent));
  const read = performance.now();
  if (!preview.ok) throw new Error(`invalid file: ${JSON.stringify(preview)}`);
  const outcome = await client.run((service) => service.train("files", { repeats }, silent));
  const trained = performance.now();
  if (!outcome.ok) throw new Error(`invalid training: ${JSON.stringify(outcome)}`);
  await new Promise((resolve) => setTimeout(resolve, 100));
  tasks.disconnect();
  const again = client.run((service) => service.train("files", { repeats }, silent));
  await new Promise((resolve) => setTimeout(resolve, 500));
  const asked = performance.now();
  client.cancel();
  await again;
  return {
    reading: (read - began) / 1000,
    training: (trained - read) / 1000,
    longestTask,
    cancelled: performance.now() - asked,
    aucs: outcome.model.classifiers.map((c) => c.quality?.auc.mean ?? Number.NaN),
  };
};

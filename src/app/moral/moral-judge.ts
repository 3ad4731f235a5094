import type { RewardsClient } from "../../engine/connections.ts";
import type { TrainingSource } from "../../engine/contract.ts";
import { isStopped } from "../../engine/service-client.ts";
import { decodeModel } from "../../rewards/classifier/model-file.ts";
import type { TrainOutcome, TrainProgress } from "../../rewards/classifier/train-rewards.ts";
import type { RewardModel } from "../../rewards/reward-model.ts";
import type { MoralStore } from "../../state/moral-store.ts";
import type { LabelledReader } from "./labelled-reader.ts";

/** Who trains the judge of all answers. */
export interface Judge {
  /** Trains on the demonstration, or on the labelled texts read last; without `repeats` 0 it is cross-validated too. */
  train(source: TrainingSource, options?: { repeats?: number }): Promise<void>;
  cancel(): void;
  /** Takes the judge that is hardly better than guessing all the same. */
  takeDoubtful(): void;
  /** Reads a file of classifiers. False where the text is none. */
  readModel(name: string, text: string): boolean;
}

/** Workers that train: one on the demonstration, one on what somebody brings, so that nobody waits for the demonstration. */
export interface JudgeClients {
  readonly demonstration: RewardsClient;
  readonly files: LabelledReader;
}

/** The chance of telling two texts apart rightly below which a classifier is hardly better than guessing. */
const DOUBTFUL_AUC = 0.6;

const IDLE = { training: null, untrained: null, doubtful: null } as const;

/** Joins the classifiers' workers to the store; `use` is told of every new judge. */
export function moralJudge(
  clients: JudgeClients,
  store: MoralStore,
  use: (model: RewardModel) => void,
): Judge {
  let turn = 0;

  function take(model: RewardModel, isModelDemonstration: boolean): void {
    store.setState({ model, isModelDemonstration, trainingProblems: [], ...IDLE });
    use(model);
  }

  function trained(source: TrainingSource, name: string, outcome: TrainOutcome): void {
    if (!outcome.ok) {
      const { problems } = outcome;
      store.setState({ training: null, reading: { phase: "unusable", name, problems } });
      return;
    }
    const { model, problems } = outcome;
    if (source === "files" && isDoubtful(model))
      store.setState({ training: null, doubtful: model });
    else take(model, source === "demonstration");
    store.setState({ trainingProblems: problems });
  }

  function stop(): void {
    turn++;
    clients.files.client.cancel();
    clients.demonstration.cancel();
  }

  return {
    async train(source, options = {}) {
      const ownTurn = ++turn;
      if (source === "files") clients.demonstration.cancel();
      store.setState({ ...IDLE, training: { source, value: "", share: 0 } });
      const onProgress = ({ value, share }: TrainProgress) => {
        if (ownTurn === turn) store.setState({ training: { source, value, share } });
      };
      const name = source === "files" ? (store.getState().labelled?.name ?? "") : "";
      const client = source === "files" ? clients.files.client : clients.demonstration;
      const outcome = await client.run((service) =>
        service.train(source, { ...options, source: name }, onProgress),
      );
      if (ownTurn !== turn) return;
      if (isStopped(outcome)) {
        const { stopped: why } = outcome;
        store.setState({ training: null, untrained: why === "cancelled" ? null : { why, source } });
      } else trained(source, name, outcome);
    },
    cancel() {
      clients.files.hold(null);
      stop();
      store.setState({ training: null, labelled: null, doubtful: null });
    },
    takeDoubtful() {
      const { doubtful } = store.getState();
      if (doubtful) take(doubtful, false);
    },
    readModel(name, text) {
      const read = decodeModel(text);
      if (!read.ok && read.problems.some(({ code }) => code === "not-a-classifier")) return false;
      stop();
      if (read.ok) {
        clients.files.hold(null);
        take(read.model, false);
        store.setState({ reading: { phase: "idle" }, labelled: null, tab: "rewards" });
      } else store.setState({ reading: { phase: "unusable", name, problems: read.problems } });
      return true;
    },
  };
}

function isDoubtful({ classifiers }: RewardModel): boolean {
  return classifiers.some(({ quality }) => quality !== null && quality.auc.mean < DOUBTFUL_AUC);
}

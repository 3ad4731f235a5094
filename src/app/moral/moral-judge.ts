import type { LabelledPreview, TrainingSource } from "../../engine/contract.ts";
import { isStopped, type Stopped } from "../../engine/service-client.ts";
import { decodeModel } from "../../rewards/classifier/model-file.ts";
import type { TrainProgress } from "../../rewards/classifier/train-rewards.ts";
import type { RewardModel } from "../../rewards/reward-model.ts";
import type { MoralStore } from "../../state/moral-store.ts";
import type { LabelledReader } from "./labelled-reader.ts";

/** Who trains the judge of all answers. */
export interface Judge {
  /** Trains on the demonstration, or on the labelled texts read last; without `repeats` 0 it is cross-validated too. */
  train(source: TrainingSource, options?: { repeats?: number }): Promise<void>;
  cancel(): void;
  /** Reads labelled texts, which then wait to be trained on. False where the files hold none. */
  readLabelled(files: readonly File[]): Promise<boolean>;
  /** Reads a file of classifiers. False where the text is none. */
  readModel(name: string, text: string): boolean;
}

/** Joins the classifiers' worker to the store; `use` is told of every new judge. */
export function moralJudge(
  { client, hold }: LabelledReader,
  store: MoralStore,
  use: (model: RewardModel) => void,
): Judge {
  let turn = 0;
  let readingTurn = 0;

  function take(model: RewardModel, isModelDemonstration: boolean): void {
    store.setState({
      model,
      isModelDemonstration,
      training: null,
      untrained: null,
      trainingProblems: [],
    });
    use(model);
  }

  return {
    async train(source, options = {}) {
      const ownTurn = ++turn;
      store.setState({ training: { value: "", share: 0 }, untrained: null });
      const onProgress = ({ value, share }: TrainProgress) => {
        if (ownTurn === turn) store.setState({ training: { value, share } });
      };
      const name = source === "files" ? (store.getState().labelled?.name ?? "") : "";
      const outcome = await client.run((service) =>
        service.train(source, { ...options, source: name }, onProgress),
      );
      if (ownTurn !== turn) return;
      if (isStopped(outcome)) {
        const { stopped: why } = outcome;
        store.setState({ training: null, untrained: why === "cancelled" ? null : { why, source } });
      } else if (outcome.ok) {
        take(outcome.model, source === "demonstration");
        store.setState({ trainingProblems: outcome.problems });
      } else
        store.setState({
          training: null,
          reading: { phase: "unusable", name, problems: outcome.problems },
        });
    },
    cancel() {
      turn++;
      hold([]);
      client.cancel();
      store.setState({ training: null, labelled: null });
    },
    async readLabelled(files) {
      const ownTurn = ++readingTurn;
      const name = files.map((file) => file.name).join(", ");
      const size = files.reduce((sum, file) => sum + file.size, 0);
      const onProgress = ({ bytes }: { readonly bytes: number }) => {
        const share = Math.min(1, bytes / Math.max(1, size));
        if (ownTurn === readingTurn) store.setState({ reading: { phase: "reading", name, share } });
      };
      const read = await client.run((service) => service.read(files, onProgress));
      if (ownTurn !== readingTurn) return true;
      if (!isStopped(read) && read.ok) hold(files);
      return showLabelled(store, name, read);
    },
    readModel(name, text) {
      const read = decodeModel(text);
      if (!read.ok && read.problems.some(({ code }) => code === "not-a-classifier")) return false;
      turn++;
      client.cancel();
      if (read.ok) {
        hold([]);
        take(read.model, false);
        store.setState({ reading: { phase: "idle" }, labelled: null, tab: "rewards" });
      } else store.setState({ reading: { phase: "unusable", name, problems: read.problems } });
      return true;
    },
  };
}

/** Shows what files of labelled texts hold. False where they hold none. */
function showLabelled(store: MoralStore, name: string, read: LabelledPreview | Stopped): boolean {
  if (isStopped(read)) store.setState({ reading: { phase: "crashed", name } });
  else if (read.ok) {
    const { layout, values, skipped } = read;
    const labelled = { name, layout, values, skipped };
    store.setState({ reading: { phase: "idle" }, labelled, tab: "rewards" });
  } else if (read.about === "file")
    store.setState({ reading: { phase: "unreadable", name, problems: read.problems } });
  else if (read.problems.some(({ code }) => code === "no-labelled-columns")) return false;
  else store.setState({ reading: { phase: "unusable", name, problems: read.problems } });
  return true;
}

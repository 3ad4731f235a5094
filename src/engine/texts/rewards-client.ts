import { proxy, transfer } from "comlink";
import type { PackedTexts } from "../../core/rows/packed-texts.ts";
import type {
  TrainOptions,
  TrainOutcome,
  TrainProgress,
} from "../../rewards/classifier/train-rewards.ts";
import type { RewardModel } from "../../rewards/reward-model.ts";
import { lazyWorker, type Stopped } from "../lazy-worker.ts";
import type {
  LabelledPreview,
  RewardsService,
  ScoringChoice,
  TrainingSource,
} from "./rewards-service.ts";
import type { ScoredTexts } from "./score-batches.ts";

/** The page's side of the worker that trains classifiers and scores texts. */
export interface RewardsClient {
  /** Reads files of labelled texts, which the worker keeps for training until it is ended. */
  read(
    files: readonly File[],
    onProgress: (done: { readonly bytes: number; readonly rows: number }) => void,
  ): Promise<LabelledPreview | Stopped>;
  /** Trains one classifier per value and cross-validates it. */
  train(
    source: TrainingSource,
    options: TrainOptions,
    onProgress: (progress: TrainProgress) => void,
  ): Promise<TrainOutcome | Stopped>;
  /** Scores texts: one column of chances in [0, 1] per classifier of the model. */
  score(
    model: RewardModel,
    texts: readonly string[],
    onProgress: (share: number) => void,
  ): Promise<readonly Float64Array[] | Stopped>;
  /** Scores packed texts, which are handed over, by measures and by the classifiers of a model. */
  scoreBy(
    choice: ScoringChoice,
    texts: PackedTexts,
    onProgress: (share: number) => void,
  ): Promise<readonly ScoredTexts[] | Stopped>;
  /** Ends the worker with whatever it does and keeps; each pending call comes back as stopped. */
  cancel(): void;
}

/** Makes a client that starts its worker at the first call; a crash comes back as a value. */
export function rewardsClient(makeWorker: () => Worker): RewardsClient {
  const { run, cancel } = lazyWorker<RewardsService>(makeWorker);
  return {
    read: (files, onProgress) =>
      run((s) => s.read([...files], proxy(onProgress)) as Promise<LabelledPreview>),
    train: (source, options, onProgress) =>
      run((s) => s.train(source, options, proxy(onProgress)) as Promise<TrainOutcome>),
    score: (model, texts, onProgress) =>
      run((s) => s.score(model, texts, proxy(onProgress)) as Promise<Float64Array[]>),
    scoreBy: (choice, texts, onProgress) => {
      const handed = transfer(texts, [texts.bytes.buffer, texts.ends.buffer]);
      return run((s) => s.scoreBy(choice, handed, proxy(onProgress)) as Promise<ScoredTexts[]>);
    },
    cancel,
  };
}

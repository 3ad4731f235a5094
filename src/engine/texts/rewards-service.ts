import { type PackedTexts, packTexts } from "../../core/rows/packed-texts.ts";
import { throttle } from "../../core/timing/throttle.ts";
import { type BlobLike, sourceOfBlob } from "../../ingest/bytes/source.ts";
import { readSource } from "../../ingest/read-source.ts";
import { rawOf } from "../../ingest/table/raw-table.ts";
import type { Problem } from "../../ingest/table/table.ts";
import {
  type TrainOptions,
  type TrainOutcome,
  type TrainProgress,
  trainRewards,
} from "../../rewards/classifier/train-rewards.ts";
import { classifierScorers } from "../../rewards/classifier-scorers.ts";
import { demonstrationTexts } from "../../rewards/demonstration.ts";
import { type TrainingSet, trainingSet } from "../../rewards/labelled/labelled-texts.ts";
import { type LabelledLayout, readLabelled } from "../../rewards/labelled/read-labelled.ts";
import { type MeasureName, measureScorer } from "../../rewards/measures/measures.ts";
import type { RewardModel } from "../../rewards/reward-model.ts";
import type { RewardProblem } from "../../rewards/reward-problem.ts";
import { type ScoredTexts, scoreBatches } from "./score-batches.ts";

/** Labelled texts as they were read and are kept for training, or why there are none. */
export type LabelledPreview =
  | {
      readonly ok: true;
      readonly layout: LabelledLayout;
      /** Texts per value by judgement; `torn` were judged both ways equally often and are left out. */
      readonly values: readonly {
        readonly value: string;
        readonly follows: number;
        readonly violates: number;
        readonly torn: number;
      }[];
      /** Rows without a usable text, value or judgement. */
      readonly skipped: number;
    }
  | { readonly ok: false; readonly about: "file"; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly about: "labels"; readonly problems: readonly RewardProblem[] };

/** What to train on: the demonstration written for this project, or the files read last. */
export type TrainingSource = "demonstration" | "files";

/** What to score texts by. */
export interface ScoringChoice {
  readonly measures: readonly MeasureName[];
  readonly model: RewardModel | null;
}

/** The page need not hear of progress more often. */
const TELL_EVERY_MS = 100;
const BATCH = 64;

/** Trains classifiers and scores texts; lives in a worker. */
export class RewardsService {
  private kept: TrainingSet = { texts: [], values: [] };

  /** Reads files of labelled texts and keeps them for training. Tells `onProgress` the bytes and rows read. */
  async read(
    files: readonly BlobLike[],
    onProgress: (done: { readonly bytes: number; readonly rows: number }) => void = () => undefined,
  ): Promise<LabelledPreview> {
    const tell = throttle(TELL_EVERY_MS, onProgress, { trailing: false });
    const read = await readSource(
      files.map((file) => sourceOfBlob(file)),
      { isPlain: true, progress: async (done) => tell(done) },
    );
    if (!read.ok) return { ok: false, about: "file", problems: read.problems };
    const labelled = readLabelled(rawOf(read.table));
    if (!labelled.ok) return { ok: false, about: "labels", problems: labelled.problems };
    this.kept = trainingSet(labelled.texts);
    const values = this.kept.values.map(({ value, follows, torn }) => {
      const positives = follows.reduce((sum, x) => sum + x, 0);
      return { value, follows: positives, violates: follows.length - positives, torn };
    });
    return { ok: true, layout: labelled.layout, values, skipped: labelled.skipped };
  }

  /** Trains one classifier per value and cross-validates it. */
  async train(
    source: TrainingSource,
    options: TrainOptions = {},
    onProgress: (progress: TrainProgress) => void = () => undefined,
  ): Promise<TrainOutcome> {
    const set = source === "files" ? this.kept : trainingSet(await demonstrationTexts());
    return trainRewards(set, options, throttle(TELL_EVERY_MS, onProgress, { trailing: false }));
  }

  /** Scores texts by the classifiers of a model: one column of chances in [0, 1] per classifier, in their order. */
  async score(
    model: RewardModel,
    texts: readonly string[],
    onProgress: (share: number) => void = () => undefined,
  ): Promise<Float64Array[]> {
    const columns = await this.scoreBy({ measures: [], model }, packTexts(texts), onProgress);
    return columns.map((column) => column.scores);
  }

  /** Scores packed texts by measures and by the classifiers of a model, in this order. */
  async scoreBy(
    { measures, model }: ScoringChoice,
    texts: PackedTexts,
    onProgress: (share: number) => void = () => undefined,
  ): Promise<ScoredTexts[]> {
    const scorers = [
      ...(await Promise.all(measures.map(measureScorer))),
      ...(model ? classifierScorers(model) : []),
    ];
    return scoreBatches(
      scorers,
      texts,
      BATCH,
      throttle(TELL_EVERY_MS, onProgress, { trailing: false }),
    );
  }
}

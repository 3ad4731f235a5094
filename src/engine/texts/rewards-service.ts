import type { PackedTexts } from "../../core/rows/packed-texts.ts";
import { throttle } from "../../core/timing/throttle.ts";
import { type BlobLike, sourceOfBlob } from "../../ingest/bytes/source.ts";
import { readSource } from "../../ingest/read-source.ts";
import { rawOf } from "../../ingest/table/raw-table.ts";
import {
  type TrainOptions,
  type TrainOutcome,
  type TrainProgress,
  trainRewards,
} from "../../rewards/classifier/train-rewards.ts";
import { classifierScorers } from "../../rewards/classifier-scorers.ts";
import { demonstrationTexts } from "../../rewards/demonstration.ts";
import type { Judged } from "../../rewards/judgement.ts";
import type { LabelledTable } from "../../rewards/labelled/cells.ts";
import { type TrainingSet, trainingSet } from "../../rewards/labelled/labelled-texts.ts";
import { readLabelled } from "../../rewards/labelled/read-labelled.ts";
import { measureScorer } from "../../rewards/measures/measures.ts";
import type {
  LabelledPreview,
  OnRead,
  RewardsApi,
  ScoredTexts,
  ScoringChoice,
  TrainingSource,
} from "../contract.ts";
import { handedOver } from "../handed-over.ts";
import { scoreBatches } from "./score-batches.ts";

/** The page need not hear of progress more often. */
const TELL_EVERY_MS = 100;
const BATCH = 64;

/** Trains classifiers and scores texts; lives in a worker. */
export class RewardsService implements RewardsApi {
  private kept: TrainingSet = { texts: [], values: [] };
  /** The table that was read last. */
  private table: LabelledTable = { rows: 0, columns: [] };

  /** Reads files of labelled texts and keeps them for training. Tells `onProgress` the bytes and rows read. */
  async read(
    files: readonly BlobLike[],
    onProgress: OnRead = () => undefined,
  ): Promise<LabelledPreview> {
    const tell = throttle(TELL_EVERY_MS, onProgress, { trailing: false });
    const readBy = (joinBy: string | null) =>
      readSource(
        files.map((file) => sourceOfBlob(file)),
        { isPlain: true, joinBy, progress: async (done) => tell(done) },
      );
    const appended = await readBy(null);
    // Texts in one file and their labels in another belong together by what both have.
    const [key] = (appended.ok && appended.keys) || [];
    const read = key === undefined ? appended : await readBy(key);
    if (!read.ok) return { ok: false, about: "file", problems: read.problems };
    this.table = rawOf(read.table);
    return this.relabel(new Map());
  }

  /** Takes the labels of the texts read last for something else. */
  async relabel(meant: ReadonlyMap<string, Judged>): Promise<LabelledPreview> {
    const labelled = readLabelled(this.table, meant);
    if (!labelled.ok) return { ok: false, about: "labels", problems: labelled.problems };
    this.kept = trainingSet(labelled.texts);
    const values = this.kept.values.map(({ value, follows, torn }) => {
      const positives = follows.reduce((sum, x) => sum + x, 0);
      return { value, follows: positives, violates: follows.length - positives, torn };
    });
    const { layout, skipped, labels } = labelled;
    return { ok: true, layout, values, skipped, labels };
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

  /** Scores packed texts by measures and by the classifiers of a model, in this order. */
  async score(
    { measures, model }: ScoringChoice,
    texts: PackedTexts,
    onProgress: (share: number) => void = () => undefined,
  ): Promise<ScoredTexts[]> {
    const scorers = [
      ...(await Promise.all(measures.map(measureScorer))),
      ...(model ? classifierScorers(model) : []),
    ];
    const columns = await scoreBatches(
      scorers,
      texts,
      BATCH,
      throttle(TELL_EVERY_MS, onProgress, { trailing: false }),
    );
    return handedOver(
      columns,
      columns.map((column) => column.scores),
    );
  }
}

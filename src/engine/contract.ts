import type { LiveAnswer } from "../core/answer.ts";
import type { PictureRequest } from "../core/region/picture-request.ts";
import type { RegionPicture } from "../core/region/region-picture.ts";
import type { PackedTexts } from "../core/rows/packed-texts.ts";
import type { Palette, RowShare } from "../core/rows/palette.ts";
import type { RewardColumn, ValueSummary } from "../core/rows/samples.ts";
import type { BlobLike } from "../ingest/bytes/source.ts";
import type { CalibratedName } from "../ingest/calibrated/calibrated-sample.ts";
import type { ColumnMapping, MappingResult, RowTexts } from "../ingest/mapping/mapping.ts";
import type { FilePreview } from "../ingest/mapping/preview.ts";
import type { ScorePreview } from "../ingest/mapping/scored-table.ts";
import type { ReadChoices } from "../ingest/read-source.ts";
import type { ScoreColumn } from "../ingest/table/scores.ts";
import type { Problem } from "../ingest/table/table.ts";
import type { AgentGoal, AgentTable } from "../moral/agents/agents.ts";
import type { ProfileLevels } from "../moral/agents/profile-levels.ts";
import type { RatedSummary } from "../moral/agents/rated-answers.ts";
import type { ChatMessage, PromptRequest } from "../moral/aggregate/prompt.ts";
import type { ComparedAnswer, EvaluationRequest, EvaluationSummary } from "../moral/evaluation.ts";
import type { AnalysisName, AnalysisRequest, AnalysisResult } from "../moral/moral-analyses.ts";
import type {
  AnsweredQuestion,
  AnswerRequest,
  SetOutcome,
} from "../moral/questions/question-desk.ts";
import type { Case } from "../moral/questions/questions.ts";
import type { RougeType } from "../moral/rouge/rouge.ts";
import type { SplitOptions } from "../moral/training/training-export.ts";
import type {
  TrainOptions,
  TrainOutcome,
  TrainProgress,
} from "../rewards/classifier/train-rewards.ts";
import type { Judged } from "../rewards/judgement.ts";
import type { LabelledLayout, LabelMeaning } from "../rewards/labelled/read-labelled.ts";
import type { MeasureName } from "../rewards/measures/measures.ts";
import type { RewardModel } from "../rewards/reward-model.ts";
import type { RewardProblem } from "../rewards/reward-problem.ts";
import type { TextScorer } from "../rewards/text-scorer.ts";
import type { RowQuestions } from "./rows/row-sums.ts";

/** The worker that sums a part of the rows. */
export interface ShardApi extends RowQuestions {
  /** Takes its rows: columns of equal length and their base weights, null for equal ones. */
  load(columns: readonly (Float64Array | Float32Array)[], weights: Float64Array | null): void;
}

/** A worker's contract as the page has it: every call gives a promise. */
export type Service<S> = {
  readonly [K in keyof S]: S[K] extends (...asked: infer A) => infer R
    ? (...asked: A) => Promise<Awaited<R>>
    : never;
};

/** Rows to load: a calibrated sample to draw, or columns that were read from a file. */
export type Rows =
  | {
      readonly kind: "sample";
      readonly name: CalibratedName;
      readonly rows: number;
      readonly seed: number;
    }
  | {
      readonly kind: "columns";
      readonly columns: readonly RewardColumn[];
      readonly weights: Float64Array | null;
      readonly prompts: Int32Array | null;
    };

/** How many prompts the answers belong to, how many of them have one answer alone, and how many answers half have at most. */
export interface PromptGrouping {
  readonly prompts: number;
  readonly single: number;
  readonly median: number;
}

/** Outcome of a load; problems are data. */
export type LoadOutcome =
  | {
      readonly ok: true;
      readonly rows: number;
      readonly values: readonly ValueSummary[];
      /** Null without prompts, or where every prompt has one answer. */
      readonly groups: PromptGrouping | null;
      /** Which kernel sums the rows; "plain" where the browser lacks WebAssembly with SIMD. */
      readonly kernel: "simd" | "plain";
      /** The part of the rows that pictures, pairs, clouds, mixes and sequential rounds are drawn from; null for all rows. */
      readonly sketch: RowShare | null;
    }
  | { readonly ok: false; readonly reason: "unusable"; readonly detail: string };

/** Outcome of a request that may fail or be overtaken; a value comes with the fingerprint of the rows that it was made from. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly fingerprint: string }
  | {
      readonly ok: false;
      readonly reason: "superseded" | "no-data" | "failed";
      readonly detail: string;
    };

/** The worker that holds the rows and answers for them. */
export interface SolverApi {
  /** Replaces the rows, whose answers will carry this fingerprint. */
  load(rows: Rows, fingerprint: string): Promise<LoadOutcome>;
  /** Verdict, distributions, maxima and the first repair of a palette; of very many rows it may be coarse. */
  answer(palette: Palette): Promise<Outcome<LiveAnswer>>;
  /** The exact answer to a palette whose answer was coarse; the next answer supersedes it. */
  refine(palette: Palette): Promise<Outcome<LiveAnswer>>;
  /** The region of a pair; a newer request supersedes it. */
  picture(request: PictureRequest): Promise<Outcome<RegionPicture>>;
  /** Calls an analysis off. */
  cancel(name: AnalysisName): void;
}

/**
 * An analysis in the background: between passes the drag goes first, and a newer request of the same name (or a cancel)
 * supersedes an older one. `onProgress` is told the share done.
 */
export type RunAnalysis<N extends AnalysisName> = (
  request: AnalysisRequest<N>,
  onProgress: (share: number) => void,
) => Promise<Outcome<AnalysisResult<N>>>;

/** The analyses of the same worker, by name. */
export type AnalysesApi = { readonly [N in AnalysisName]: RunAnalysis<N> };

/** What the preview of a file shows, or why there is none. */
export type Preview =
  | ({ readonly ok: true } & FilePreview)
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Told the bytes and rows read so far. */
export type OnRead = (done: { readonly bytes: number; readonly rows: number }) => void;

/** The worker that reads files and keeps the table read last. */
export interface IngestApi {
  /** Reads files as `choices` say; replaces the table kept. */
  read(files: readonly BlobLike[], choices: ReadChoices, onProgress: OnRead): Promise<Preview>;
  /** Makes samples of the table kept, scores included. */
  map(mapping: readonly ColumnMapping[]): MappingResult;
  /** The texts of a column of the table kept; empty where there is none of that name. */
  texts(column: string): PackedTexts;
  /** Puts scores behind the columns of the table kept, in place of earlier ones of the same name; shows all there are. */
  addScores(scores: readonly ScoreColumn[]): ScorePreview;
}

/** A set of questions that is open now, or why the files cannot be used; the set before is then kept. */
export type SetReply =
  | SetOutcome
  | { readonly ok: false; readonly about: "file"; readonly problems: readonly Problem[] };

/** Rated answers as rows that the rest of the application can open. */
export interface RatedRows {
  readonly columns: readonly RewardColumn[];
  readonly prompts: Int32Array;
  readonly texts: RowTexts;
  readonly fingerprint: string;
}

/** A case with its place among all. */
export type PlacedCase = Case & { readonly place: number };

/** A part of a training set as JSON Lines, and how many examples it has. */
export interface TrainingFile {
  readonly lines: string;
  readonly count: number;
}
/** Its three parts. */
export type TrainingFiles = Readonly<Record<"train" | "validation" | "test", TrainingFile>>;
/** A reply, and the fingerprint of the questions and the judge that it was made from. */
export interface Made<T> {
  readonly value: T;
  readonly fingerprint: string;
}

/** The worker that holds a set of questions and a judge of their answers; every reply is null before there is what it needs. */
export interface MoralApi {
  /** Opens the demonstration. */
  openDemonstration(): SetReply;
  /** Reads questions and answers from files and opens them. Tells `onProgress` the bytes read. */
  read(files: readonly BlobLike[], onProgress: (bytes: number) => void): Promise<SetReply>;
  /** Sets the judge of all answers; the fingerprint that replies will carry. */
  setModel(model: RewardModel): string;
  /** One question answered by every aggregator. */
  answer(request: AnswerRequest): Made<AnsweredQuestion | null>;
  /** What a language model is told of a question: with the statements for each value that are closest to it. */
  prompt(request: PromptRequest): Promise<Made<ChatMessage[] | null>>;
  /** All answers rated, as samples and per system. */
  ratings(): Promise<Made<RatedSummary | null>>;
  /** The levels that weights and strength reach on the rated answers. */
  levels(weights: readonly number[], strength: number): Promise<Made<ProfileLevels | null>>;
  /** Single-value tilts of the rated answers. */
  agents(goal: AgentGoal): Promise<Made<AgentTable | null>>;
  /** The rated answers as rows. */
  rows(): Promise<Made<RatedRows | null>>;
  /** The cases of a person, or all for null. */
  cases(person: string | null): Made<PlacedCase[] | null>;
  /** Scores every system over all cases; null where a newer evaluation or a cancel overtook it. */
  evaluate(
    request: EvaluationRequest,
    onProgress: (share: number) => void,
  ): Promise<Made<EvaluationSummary | null>>;
  /** Calls the evaluation off. */
  cancelEvaluation(): void;
  /** One answer of the evaluation made last beside the reference it is closest to; null where there is none. */
  compare(
    place: number,
    system: string,
    type: RougeType,
    stem: boolean,
  ): Made<ComparedAnswer | null>;
  /** The aggregator's training set in three parts; `names` are those of the values. */
  training(
    names: readonly (readonly [string, string])[],
    options: SplitOptions,
  ): Made<TrainingFiles | null>;
}

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
      /** What each label is taken for; empty where that is not for anybody to say. */
      readonly labels: readonly LabelMeaning[];
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

/** A column of scores as it leaves a worker. */
export interface ScoredTexts extends Pick<TextScorer, "kind" | "name" | "lowerIsBetter"> {
  /** One per text; NaN where a text cannot be scored. */
  readonly scores: Float64Array<ArrayBuffer>;
}

/** The worker that trains classifiers and scores texts. */
export interface RewardsApi {
  /** Reads files of labelled texts and keeps them for training. */
  read(files: readonly BlobLike[], onProgress: OnRead): Promise<LabelledPreview>;
  /** Takes the labels of the texts read last for something else. */
  relabel(meant: ReadonlyMap<string, Judged>): Promise<LabelledPreview>;
  /** Trains one classifier per value and cross-validates it. */
  train(
    source: TrainingSource,
    options: TrainOptions,
    onProgress: (progress: TrainProgress) => void,
  ): Promise<TrainOutcome>;
  /** Scores packed texts by measures and by the classifiers of a model, in this order. Tells the share done. */
  score(
    choice: ScoringChoice,
    texts: PackedTexts,
    onProgress: (share: number) => void,
  ): Promise<ScoredTexts[]>;
}

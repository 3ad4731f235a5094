import { createStore, type StoreApi } from "zustand/vanilla";
import type { Death } from "../core/timing/worker-death.ts";
import type { Problem } from "../ingest/table/table.ts";
import type { SetOutcome, SetSummary } from "../moral/questions/question-desk.ts";
import type { ChatFailure } from "../net/chat-outcome.ts";
import type { LabelledLayout, LabelMeaning } from "../rewards/labelled/read-labelled.ts";
import type { RewardModel } from "../rewards/reward-model.ts";
import type { RewardProblem } from "../rewards/reward-problem.ts";
import type { ProfileSetting } from "../share/document/document.ts";

/** How the agents' answers become one. */
export const METHODS = ["compose", "select", "draw", "generate"] as const;
/** One way in which they do. */
export type Method = (typeof METHODS)[number];

/** The parts of the page below the answer, in the order of their tabs. */
export const MORAL_TABS = [
  "agents",
  "palette",
  "evaluation",
  "rewards",
  "data",
  "training",
] as const;
/** One of them. */
export type MoralTab = (typeof MORAL_TABS)[number];

/** Where a file of answers, labelled texts or classifiers stands. */
export type Reading =
  | { readonly phase: "idle" }
  | { readonly phase: "reading"; readonly name: string; readonly share: number }
  | { readonly phase: "crashed"; readonly name: string }
  | { readonly phase: "unreadable"; readonly name: string; readonly problems: readonly Problem[] }
  | {
      readonly phase: "lacking";
      readonly name: string;
      readonly missing: Extract<SetOutcome, { ok: false }>["missing"];
    }
  | {
      readonly phase: "unusable";
      readonly name: string;
      readonly problems: readonly RewardProblem[];
    };

/** Labelled texts that were read and wait to be trained on. */
interface LabelledTexts {
  readonly name: string;
  readonly layout: LabelledLayout;
  readonly values: readonly {
    readonly value: string;
    readonly follows: number;
    readonly violates: number;
    readonly torn: number;
  }[];
  readonly skipped: number;
  readonly labels: readonly LabelMeaning[];
}

/** What to train on. */
type TrainingSource = "demonstration" | "files";

/** How far training is; null while none goes on. */
interface Training {
  /** The texts it learns from. */
  readonly source: "demonstration" | "files";
  readonly value: string;
  readonly share: number;
}

/** What a language model wrote. */
interface Written {
  readonly text: string;
  /** True where it ended before it was finished. */
  readonly isCut: boolean;
}

/** An answer to a single question; it stays until somebody throws it away. */
export interface WrittenAnswer extends Written {
  readonly id: number;
}

/** An answer of a round, and what it was asked by: the same is not asked again. */
export interface GeneratedAnswer extends Written {
  readonly asked: string;
}

/** A language model's answer as it arrives. */
export interface Writing {
  readonly phase: "idle" | "writing" | "failed";
  readonly text: string;
  /** Seconds until the server is asked again; null while it is not waited for. */
  readonly wait: number | null;
  readonly failure: WritingFailure | null;
}

/** Why the worker of questions is given up: it died, or what it is given back is not what it held. */
type MoralTrouble = Death | "changed";

/** Why a language model did not answer, and what its server says of it. */
interface WritingFailure {
  readonly reason: ChatFailure;
  readonly detail: string | null;
}

/** What a language model is told, once somebody has changed it; kept in memory only. */
interface PromptDraft {
  readonly system: string;
  readonly user: string;
}

/** The Moral profile page while it is open; nothing of it is kept or shared. */
export interface MoralState {
  /** Grows with every change of questions or judge; what was asked of others is stale. */
  readonly stamp: number;
  readonly set: SetSummary | null;
  /** Null while questions are answered. */
  readonly trouble: MoralTrouble | null;
  /** Rows of the file that were left out. */
  readonly dropped: number;
  readonly reading: Reading;
  /** Index of the question that is shown. */
  readonly question: number;
  readonly method: Method;
  /** Sentences of a composed answer at most. */
  readonly sentences: number;
  /** Of the drawn answer. */
  readonly seed: number;
  readonly tab: MoralTab;
  readonly model: RewardModel | null;
  /** A judge that was trained and is hardly better than guessing; it waits to be taken all the same. */
  readonly doubtful: RewardModel | null;
  /** True where the judge is trained on the demonstration. */
  readonly isModelDemonstration: boolean;
  readonly training: Training | null;
  /** Why the last training has no end, and what it was to train on; null where it has one. */
  readonly untrained: { readonly why: Death; readonly source: TrainingSource } | null;
  /** What was left out of the last training. */
  readonly trainingProblems: readonly RewardProblem[];
  readonly labelled: LabelledTexts | null;
  /** Where the language model is; the key is in this memory and nowhere else. */
  readonly endpoint: { readonly address: string; readonly model: string; readonly key: string };
  readonly draft: PromptDraft | null;
  readonly writing: Writing;
  /** What it wrote to single questions, newest first, by `writtenKey`. */
  readonly written: ReadonlyMap<string, readonly WrittenAnswer[]>;
  /** What the language model answered, by case. */
  readonly generated: ReadonlyMap<number, GeneratedAnswer>;
  /** How many cases have an answer of those it is asked, and the seconds until it is asked again; null while no round goes on. */
  readonly series: {
    readonly done: number;
    readonly of: number;
    readonly wait: number | null;
  } | null;
  readonly seriesFailure: WritingFailure | null;
  /** The profile over the values of the loaded answers, as somebody stated it; null for the one that the palette implies. */
  readonly stated: ProfileSetting | null;
}

/** The store of the Moral profile page. */
export type MoralStore = StoreApi<MoralState>;

const SENTENCES = 4;

/** Nothing written yet. */
export const NOTHING_WRITTEN: Writing = { phase: "idle", text: "", wait: null, failure: null };

/** The question on the screen, among those of all sets that were open: what was written to it is kept under this. */
export function writtenKey({ set, question }: Pick<MoralState, "set" | "question">): string {
  return `${set?.fingerprint ?? ""} ${question}`;
}

/** Makes the store: no questions yet, no judge. */
export function createMoralStore(): MoralStore {
  return createStore<MoralState>()(() => ({
    stamp: 0,
    set: null,
    trouble: null,
    dropped: 0,
    reading: { phase: "idle" },
    question: 0,
    method: "compose",
    sentences: SENTENCES,
    seed: 1,
    tab: "agents",
    model: null,
    doubtful: null,
    isModelDemonstration: true,
    training: null,
    untrained: null,
    trainingProblems: [],
    labelled: null,
    endpoint: { address: "", model: "", key: "" },
    draft: null,
    writing: NOTHING_WRITTEN,
    written: new Map(),
    generated: new Map(),
    series: null,
    seriesFailure: null,
    stated: null,
  }));
}

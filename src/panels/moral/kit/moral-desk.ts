import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { StoreApi } from "zustand/vanilla";
import type { AgentGoal, AgentTable } from "../../../moral/agents/agents.ts";
import type { ProfileLevels } from "../../../moral/agents/profile-levels.ts";
import type { RatedSummary } from "../../../moral/agents/rated-answers.ts";
import type { ChatMessage, PromptRequest } from "../../../moral/aggregate/prompt.ts";
import type {
  ComparedAnswer,
  EvaluationRequest,
  EvaluationSummary,
} from "../../../moral/evaluation.ts";
import type { AnsweredQuestion, AnswerRequest } from "../../../moral/questions/question-desk.ts";
import type { RougeType } from "../../../moral/rouge/rouge.ts";
import type { SplitOptions } from "../../../moral/training/training-export.ts";
import type { MoralState, MoralStore } from "../../../state/moral-store.ts";
import type { PeopleState } from "../../../state/people-store.ts";

/** A part of a training set as JSON Lines, and how many examples it has. */
interface TrainingFile {
  readonly lines: string;
  readonly count: number;
}

/** The parts of a training set. */
type TrainingParts = Readonly<Record<"train" | "validation" | "test", TrainingFile>>;

/** What the Moral profile page can ask for; the application joins it to the engine. Null stands for overtaken or not there yet. */
export interface MoralDesk {
  readonly store: MoralStore;
  readonly people: StoreApi<PeopleState>;
  openDemonstration(): void;
  /** Reads whatever is dropped: answers, labelled texts, or a file of classifiers. */
  readFiles(files: readonly File[]): void;
  answer(request: AnswerRequest): Promise<AnsweredQuestion | null>;
  /** What a language model is told of a question. */
  prompt(request: PromptRequest): Promise<readonly ChatMessage[] | null>;
  ratings(): Promise<RatedSummary | null>;
  levels(weights: readonly number[], strength: number): Promise<ProfileLevels | null>;
  agents(goal: AgentGoal): Promise<AgentTable | null>;
  /** Opens the rated answers as the data of the application, with the levels of the profile as its palette. */
  openAsPalette(): Promise<void>;
  /** Goes to the Palette page. */
  showPalette(): void;
  evaluate(
    request: EvaluationRequest,
    onProgress: (share: number) => void,
  ): Promise<EvaluationSummary | null>;
  cancelEvaluation(): void;
  compare(
    place: number,
    system: string,
    type: RougeType,
    stem: boolean,
  ): Promise<ComparedAnswer | null>;
  training(
    names: readonly (readonly [string, string])[],
    options: SplitOptions,
  ): Promise<TrainingParts | null>;
  /** Trains the judge on the demonstration, or on the labelled texts read last. */
  train(source: "demonstration" | "files"): void;
  cancelTraining(): void;
  /** Saves the judge as a file. */
  saveModel(): void;
  /** Saves a training set with recipe and reward function, packed into one file. */
  saveTraining(parts: TrainingParts): void;
  /** Asks the language model at the endpoint for an answer; what arrives goes to the store. */
  write(messages: readonly ChatMessage[]): void;
  stopWriting(): void;
  /** Lets the language model answer the cases of a person (null for all), one after the other; `brief` says what a value is. */
  writeAll(person: string | null, brief: (id: string) => PromptRequest["values"][number]): void;
  stopWritingAll(): void;
}

/** Filled once by the application. */
export const MoralDeskContext = createContext<MoralDesk | null>(null);

/** The desk. Errors: throws `invalid moral desk: none` outside the page. */
export function useDesk(): MoralDesk {
  const desk = useContext(MoralDeskContext);
  if (!desk) throw new Error("invalid moral desk: none");
  return desk;
}

/** A part of the page's state; renders only when that part changes. */
export function useMoral<T>(select: (state: MoralState) => T): T {
  return useStore(useDesk().store, select);
}

/** The language of questions and answers, for those who listen: the demonstration's is English, of a file it is not known. */
export function useAnswerLanguage(): "en" | undefined {
  return useMoral((s) => (s.set?.name === null ? "en" : undefined));
}

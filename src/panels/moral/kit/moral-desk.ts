import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { StoreApi } from "zustand/vanilla";
import type {
  Made,
  MoralApi,
  Service,
  TrainingFiles,
  TrainingSource,
} from "../../../engine/contract.ts";
import type { ChatMessage, PromptRequest } from "../../../moral/aggregate/prompt.ts";
import type { MoralState, MoralStore } from "../../../state/moral-store.ts";
import type { PeopleState } from "../../../state/people-store.ts";

/** What the Moral profile page can ask for; the application joins it to the engine. */
export interface MoralDesk {
  readonly store: MoralStore;
  readonly people: StoreApi<PeopleState>;
  /**
   * Asks the worker of questions and answers; null where it is gone, and is started anew, and for a reply that was made from other
   * questions or another judge than those of the page.
   */
  ask<T>(question: (service: Service<MoralApi>) => Promise<Made<T>>): Promise<T | null>;
  /** Calls the evaluation off. */
  cancelEvaluation(): void;
  /** Starts the worker again where it was given up. */
  startAgain(): void;
  openDemonstration(): void;
  /** Reads whatever is dropped: answers, labelled texts, or a file of classifiers. */
  readFiles(files: readonly File[]): void;
  /** Opens the rated answers as the data of the application, with the levels of the profile as its palette. */
  openAsPalette(): Promise<void>;
  /** Goes to the Palette page. */
  showPalette(): void;
  /** Trains the judge on the demonstration, or on the labelled texts read last. */
  train(source: TrainingSource): void;
  cancelTraining(): void;
  /** Takes the labels of the texts read last for something else: 1 follows, 0 violates, null is left out. */
  relabel(meant: ReadonlyMap<string, 0 | 1 | null>): void;
  /** Takes the judge that is hardly better than guessing all the same. */
  takeDoubtful(): void;
  /** Saves the judge as a file. */
  saveModel(): void;
  /** Saves a training set with recipe and reward function, packed into one file. */
  saveTraining(parts: TrainingFiles): void;
  /** Asks the language model at the endpoint for an answer; what arrives goes to the store. */
  write(messages: readonly ChatMessage[]): void;
  stopWriting(): void;
  /** Lets the language model answer the cases of a person (null for all), one after the other; `brief` says what a value is. */
  writeAll(person: string | null, brief: (id: string) => PromptRequest["values"][number]): void;
  stopWritingAll(): void;
  /** Throws away an answer that was written to the question on the screen. */
  throwWrittenAway(id: number): void;
  /** Throws away what was written in rounds over these questions. */
  throwAllWrittenAway(): void;
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

/** The language of questions and answers, for screen readers: English for the demonstration, unknown for a file. */
export function useAnswerLanguage(): "en" | undefined {
  return useMoral((s) => (s.set?.name === null ? "en" : undefined));
}

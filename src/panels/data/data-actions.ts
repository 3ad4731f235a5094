import { createContext, useContext } from "react";
import type { StoreApi } from "zustand/vanilla";
import type { ModelPlace } from "../../engine/text-model-contract.ts";
import type { ColumnMapping } from "../../ingest/mapping/mapping.ts";
import type { ReadChoices } from "../../ingest/read-source.ts";
import type { ModelReading } from "../../rewards/classifier/model-file.ts";
import type { SampleName } from "../../share/document/sample-names.ts";
import type { KeptFile } from "../../state/session-store.ts";
import type { ImportStore } from "./import-store.ts";
import type { ModelLook, ScoringRequest } from "./scoring.ts";

/** What a user can do about the data; the application joins it to the engine. */
export interface DataActions {
  readonly imports: ImportStore;
  /** Loads a calibrated sample; `rows` defaults to the size of the public one. */
  loadSample(name: SampleName, rows?: number): void;
  /** Reads a file, or several as parts of one table, up to the preview. */
  readFiles(files: readonly File[]): void;
  /** Fetches a file from an address that the user typed or chose, and reads it. */
  fetchFile(address: string): void;
  /** Reads the same files in another way. */
  readAgain(choices: ReadChoices): void;
  /** Changes what the columns of the file read last are. */
  mapFile(mapping: readonly ColumnMapping[]): void;
  /** Scores texts of the file read last; the scores become columns of the preview. */
  scoreTexts(request: ScoringRequest): void;
  cancelScoring(): void;
  /** Reads a file of classifiers, or says why it is none; null where the page could not, which is told. */
  readClassifiers(file: File): Promise<ModelReading | null>;
  /** Reads which labels a model of the user's gives. */
  lookAtModel(place: ModelPlace): Promise<ModelLook>;
  /** Loads the rows of the preview. */
  useFile(): void;
  /** Opens a file that is kept in this browser. */
  openKept(file: KeptFile): void;
  /** Removes it from this browser. */
  forgetKept(file: KeptFile): void;
  /** Fingerprint of the file whose columns can be gone through again; null for none. */
  readonly used: StoreApi<{ readonly fingerprint: string | null }>;
  /** Shows the preview of that file again, as it was used. */
  editColumns(): void;
  /** Stops fetching or reading, or puts the preview away. */
  discardFile(): void;
}

/** Filled once by the application. */
export const DataActionsContext = createContext<DataActions | null>(null);

/** The actions. Errors: throws `invalid data actions: none` outside the application. */
export function useDataActions(): DataActions {
  const actions = useContext(DataActionsContext);
  if (!actions) throw new Error("invalid data actions: none");
  return actions;
}

import { createContext, useContext } from "react";
import type { SampleName } from "./sample-list.ts";

/** What a user can do about the data; the application joins it to the engine. */
export interface DataActions {
  /** Loads a calibrated sample; `rows` defaults to the size of the public one. */
  loadSample(name: SampleName, rows?: number): void;
}

/** Filled once by the application. */
export const DataActionsContext = createContext<DataActions | null>(null);

/** The actions. Errors: throws `invalid data actions: none` outside the application. */
export function useDataActions(): DataActions {
  const actions = useContext(DataActionsContext);
  if (!actions) throw new Error("invalid data actions: none");
  return actions;
}

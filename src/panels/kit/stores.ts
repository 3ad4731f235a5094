import { createContext, useContext, useMemo } from "react";
import { useStore } from "zustand";
import type { StoreApi } from "zustand/vanilla";
import type { AnalysesStore } from "../../state/analyses-store.ts";
import type { DocumentState, DocumentStore } from "../../state/document-store.ts";
import type { PreferencesState } from "../../state/preferences-store.ts";
import type { SessionState, SessionStore } from "../../state/session-store.ts";
import { useText } from "../../ui/text/use-text.ts";

/** The stores that the panels read and write. */
export interface Stores {
  readonly document: DocumentStore;
  readonly session: SessionStore;
  readonly preferences: StoreApi<PreferencesState>;
  /** What panels want to see worked out, and what came of it. */
  readonly analyses: AnalysesStore;
}

/** Filled once by the application. */
export const StoresContext = createContext<Stores | null>(null);

/** The stores. Errors: throws `invalid stores: none` outside the application. */
export function useStores(): Stores {
  const stores = useContext(StoresContext);
  if (!stores) throw new Error("invalid stores: none");
  return stores;
}

/** A part of the document store; renders only when that part changes. */
export function useDocument<T>(select: (state: DocumentState) => T): T {
  return useStore(useStores().document, select);
}

/** A part of the session store; renders only when that part changes. */
export function useSession<T>(select: (state: SessionState) => T): T {
  return useStore(useStores().session, select);
}

/** Names of the loaded values as people read them, in the order of the samples. */
export function useLabels(): readonly string[] {
  const values = useSession((s) => s.data?.values);
  const names = useText().values;
  return useMemo(() => values?.map(({ id }) => labelOf(id, names)) ?? [], [values, names]);
}

/** A value's name: the catalogue's where it has one, else the column's own. */
export function labelOf(id: string, names: Readonly<Record<string, string>>): string {
  return Object.hasOwn(names, id) ? names[id] : id;
}

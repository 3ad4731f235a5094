import { type TemporalState, temporal } from "zundo";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { TargetUnit } from "../core/rows/units.ts";
import type { PaletteDocument, Participation, ValueSetting } from "../share/document/document.ts";

/** The document and every change a user can make to it; each is one step of undo, a whole drag is one. */
export interface DocumentState {
  readonly document: PaletteDocument;
  /** True while a slider or the target in the plot is being dragged. */
  readonly isGesturing: boolean;
  /** Sets a target in the user's raw units; a value that was held or out becomes a target. */
  setTarget(id: string, target: number): void;
  /** Sets the targets of two values at once, as the draggable target of the region plot does. */
  setTargets(targets: Readonly<Record<string, number>>): void;
  setParticipation(id: string, participation: Participation): void;
  setUnit(id: string, unit: TargetUnit): void;
  setPair(pair: readonly [string, string]): void;
  /** Replaces participation and target of the named values, keeping their units. */
  applySettings(
    settings: Readonly<Record<string, Pick<ValueSetting, "participation" | "target">>>,
  ): void;
  /** Moves a value to another place in the order of priority. */
  moveValue(id: string, to: number): void;
  replaceDocument(document: PaletteDocument): void;
  /** Applies a change of the whole document; one that returns the same document is no step. */
  edit(change: (document: PaletteDocument) => PaletteDocument): void;
  /** The same as part of the step before: it is no step of its own, and undo takes both back. */
  amend(change: (document: PaletteDocument) => PaletteDocument): void;
  beginGesture(): void;
  endGesture(): void;
}

/** The document store with its history under `temporal`. */
export type DocumentStore = StoreApi<DocumentState> & {
  temporal: StoreApi<TemporalState<Pick<DocumentState, "document">>>;
};

const MOST_STEPS = 200;

/** Makes the store that holds the shareable document, with undo and redo of up to 200 steps. */
export function createDocumentStore(initial: PaletteDocument): DocumentStore {
  let beforeGesture: PaletteDocument | null = null;
  const store = createStore<DocumentState>()(
    temporal(
      (set, get) => {
        const change = (part: Partial<PaletteDocument>) =>
          set({ document: { ...get().document, ...part } });
        const changeValue = (id: string, part: Partial<ValueSetting>) => {
          const { values } = get().document;
          const current = values[id];
          if (current) change({ values: { ...values, [id]: { ...current, ...part } } });
        };
        return {
          document: initial,
          isGesturing: false,
          setTarget: (id, target) => changeValue(id, { target, participation: "target" }),
          setTargets: (targets) => {
            const values = { ...get().document.values };
            for (const id of Object.keys(targets))
              if (values[id])
                values[id] = { ...values[id], target: targets[id], participation: "target" };
            change({ values });
          },
          setParticipation: (id, participation) => changeValue(id, { participation }),
          setUnit: (id, unit) => changeValue(id, { unit }),
          setPair: (pair) => change({ pair }),
          applySettings: (settings) => {
            const values = { ...get().document.values };
            for (const id of Object.keys(settings))
              if (values[id]) values[id] = { ...values[id], ...settings[id] };
            change({ values });
          },
          moveValue: (id, to) => {
            const order = get().document.order.filter((other) => other !== id);
            order.splice(Math.max(0, Math.min(order.length, to)), 0, id);
            change({ order });
          },
          replaceDocument: (document) => set({ document }),
          edit: (alter) => {
            const document = alter(get().document);
            if (document !== get().document) set({ document });
          },
          amend: (alter) => {
            const document = alter(get().document);
            if (document === get().document) return;
            const { pause, resume } = (store as DocumentStore).temporal.getState();
            pause();
            set({ document });
            if (!beforeGesture) resume();
          },
          beginGesture: () => {
            if (beforeGesture) return;
            beforeGesture = get().document;
            (store as DocumentStore).temporal.getState().pause();
            set({ isGesturing: true });
          },
          endGesture: () => {
            const before = beforeGesture;
            if (!before) return;
            const { document } = get();
            beforeGesture = null;
            set({ document: before });
            (store as DocumentStore).temporal.getState().resume();
            set({ document, isGesturing: false });
          },
        };
      },
      {
        limit: MOST_STEPS,
        partialize: ({ document }) => ({ document }),
        equality: (past, current) => past.document === current.document,
      },
    ),
  );
  return store as DocumentStore;
}

import { type TemporalState, temporal } from "zundo";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { TargetUnit } from "../core/rows/units.ts";
import type { PaletteDocument, Participation, ValueSetting } from "../share/document/document.ts";

/** One movement of a hand, which is one step of undo. Once another has begun, or it is over, both do nothing. */
export interface Gesture {
  readonly end: () => void;
  /** Puts the document back to where it was when the movement began: no step at all. */
  readonly cancel: () => void;
}

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
  /** Shows every target in the same unit. */
  setUnits(unit: TargetUnit): void;
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
  /** Begins a movement, and ends the one before if it still goes on. */
  beginGesture(): Gesture;
}

/** The document store with its history under `temporal`. */
export type DocumentStore = StoreApi<DocumentState> & {
  temporal: StoreApi<History>;
};

const MOST_STEPS = 200;

type History = TemporalState<Pick<DocumentState, "document">>;
type Changes = Omit<DocumentState, "document" | "isGesturing">;

/** Makes the store that holds the shareable document, with undo and redo of up to 200 steps. */
export function createDocumentStore(initial: PaletteDocument): DocumentStore {
  const store: DocumentStore = createStore<DocumentState>()(
    temporal(
      (set, get) => ({
        document: initial,
        isGesturing: false,
        ...documentChanges(set, get),
        ...historyChanges(set, get, () => store.temporal.getState()),
      }),
      {
        limit: MOST_STEPS,
        partialize: ({ document }) => ({ document }),
        equality: (past, current) => past.document === current.document,
      },
    ),
  );
  return store;
}

type HistoryChanges = Pick<Changes, "amend" | "beginGesture">;

/** Changes of the document that are each a step of their own. */
function documentChanges(
  set: (part: Partial<DocumentState>) => void,
  get: () => DocumentState,
): Omit<Changes, keyof HistoryChanges> {
  const change = (part: Partial<PaletteDocument>) =>
    set({ document: { ...get().document, ...part } });
  const changeValues = (parts: Readonly<Record<string, Partial<ValueSetting>>>) => {
    const values = { ...get().document.values };
    for (const [id, part] of Object.entries(parts))
      if (values[id]) values[id] = { ...values[id], ...part };
    change({ values });
  };
  const changeValue = (id: string, part: Partial<ValueSetting>) => {
    if (get().document.values[id]) changeValues({ [id]: part });
  };
  return {
    setTarget: (id, target) => changeValue(id, { target, participation: "target" }),
    setTargets: (targets) =>
      changeValues(
        Object.fromEntries(
          Object.entries(targets).map(([id, target]) => [id, { target, participation: "target" }]),
        ),
      ),
    setParticipation: (id, participation) => changeValue(id, { participation }),
    setUnit: (id, unit) => changeValue(id, { unit }),
    setUnits: (unit) =>
      changeValues(
        Object.fromEntries(Object.keys(get().document.values).map((id) => [id, { unit }])),
      ),
    setPair: (pair) => change({ pair }),
    applySettings: changeValues,
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
  };
}

/** Changes that pause the history: parts of the step before, and gestures, which are one step however many changes they hold. */
function historyChanges(
  set: (part: Partial<DocumentState>) => void,
  get: () => DocumentState,
  history: () => History,
): HistoryChanges {
  let open: { readonly before: PaletteDocument } | null = null;
  const close = (after: PaletteDocument) => {
    if (!open) return;
    const { before } = open;
    open = null;
    set({ document: before });
    history().resume();
    set({ document: after, isGesturing: false });
  };
  return {
    amend: (alter) => {
      const document = alter(get().document);
      if (document === get().document) return;
      history().pause();
      set({ document });
      if (!open) history().resume();
    },
    beginGesture: () => {
      close(get().document);
      const gesture = { before: get().document };
      open = gesture;
      history().pause();
      set({ isGesturing: true });
      return {
        end: () => open === gesture && close(get().document),
        cancel: () => open === gesture && close(gesture.before),
      };
    },
  };
}

import { createStore, type StoreApi } from "zustand/vanilla";
import type { ColumnMapping } from "../../ingest/mapping/mapping.ts";
import type { ReadChoices } from "../../ingest/read-source.ts";
import type { ImportState, ImportStore } from "../../panels/data/import-store.ts";

type PreviewState = Extract<ImportState, { phase: "preview" }>;

/** Fingerprint of the file that was used last; null for none. */
export interface UsedFile {
  readonly fingerprint: string | null;
}

/** What has to be read again before the preview can be shown, and how its columns were used. */
interface ReadAgain {
  readonly files: readonly File[];
  readonly choices: ReadChoices;
  mappingOf(proposed: readonly ColumnMapping[]): readonly ColumnMapping[];
}

/** What stays of a file once it is used, so that its columns can be gone through again. */
export interface ColumnEditing {
  readonly used: StoreApi<UsedFile>;
  keep(state: PreviewState, files: readonly File[], fingerprint: string): void;
  /** True while the worker may go on holding the file. */
  isHeld(): boolean;
  /** The worker has let go of it: from now on it has to be read again. */
  release(): void;
  /** Shows the preview where the file is still held; else what to read again, or null where nothing was used. */
  showAgain(): ReadAgain | null;
}

/** Bytes up to which a file stays read once it is used; larger ones are read again. */
const MOST_HELD = 64e6;

/** Keeps the last file that was used, over the store of the import. */
export function columnEditing(store: ImportStore): ColumnEditing {
  const used = createStore<UsedFile>()(() => ({ fingerprint: null }));
  let last: { readonly state: PreviewState; readonly files: readonly File[] } | null = null;
  let isHeld = false;
  return {
    used,
    keep(state, files, fingerprint) {
      last = { state, files };
      const size = files.reduce((sum, file) => sum + file.size, 0);
      // What was scored here is nowhere else.
      const isScored = state.preview.columns.some(({ scoredBy }) => scoredBy);
      isHeld = isScored || size <= MOST_HELD;
      used.setState({ fingerprint });
    },
    isHeld: () => isHeld,
    release() {
      isHeld = false;
    },
    showAgain() {
      if (!last) return null;
      const { state, files } = last;
      if (isHeld) {
        store.setState({ ...state, scoring: { phase: "idle" } }, true);
        return null;
      }
      const { choices, mapping } = state;
      const mappingOf = (proposed: readonly ColumnMapping[]) =>
        proposed.map((one) => mapping.find(({ column }) => column === one.column) ?? one);
      return { files, choices, mappingOf };
    },
  };
}

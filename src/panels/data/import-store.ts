import { createStore, type StoreApi } from "zustand/vanilla";
import type { ColumnMapping, ColumnSummary, MappingResult } from "../../ingest/mapping.ts";
import type { Problem } from "../../ingest/table.ts";

/** What is shown of one column of a file. */
export interface ColumnPreview {
  readonly name: string;
  readonly kind: "number" | "text";
  /** Null for text. */
  readonly summary: ColumnSummary | null;
  /** Masses of equal bins from min to max; empty for text. */
  readonly sparkline: readonly number[];
  /** First cells of a text column. */
  readonly examples: readonly string[];
}

/** A file that was read and waits for its columns to be settled. */
export interface FilePreview {
  readonly rows: number;
  readonly columns: readonly ColumnPreview[];
  readonly problems: readonly Problem[];
}

/** Where the import of a file stands. */
export type ImportState =
  | { readonly phase: "idle" }
  /** `share` of the bytes in [0, 1], rows read so far, and bytes of all files. */
  | {
      readonly phase: "reading";
      readonly name: string;
      readonly share: number;
      readonly rows: number;
      readonly size: number;
    }
  | { readonly phase: "crashed"; readonly name: string }
  | { readonly phase: "refused"; readonly name: string; readonly problems: readonly Problem[] }
  | {
      readonly phase: "preview";
      readonly name: string;
      readonly preview: FilePreview;
      readonly mapping: readonly ColumnMapping[];
      /** What the mapping yields; null while it is being counted. */
      readonly result: MappingResult | null;
    };

/** Holds the import while the user goes from page to page. */
export type ImportStore = StoreApi<ImportState>;

/** Makes the store, idle. */
export function createImportStore(): ImportStore {
  return createStore<ImportState>()(() => ({ phase: "idle" }));
}

import { createStore, type StoreApi } from "zustand/vanilla";
import type { Death } from "../../core/timing/worker-death.ts";
import type { ColumnMapping, MappingResult } from "../../ingest/mapping/mapping.ts";
import type { FilePreview } from "../../ingest/mapping/preview.ts";
import type { ReadChoices } from "../../ingest/read-source.ts";
import type { Problem } from "../../ingest/table/table.ts";
import type { FetchFailure } from "../../net/fetch-file.ts";
import type { ScoringState } from "./scoring.ts";

/** Why an address gave no file, and who was asked. */
export type FetchProblem = Omit<FetchFailure, "ok"> & { readonly host: string };

/** Where the import of a file stands. */
export type ImportState =
  | { readonly phase: "idle" }
  /** Bytes that came; `total` is null where the site does not say how many there are. */
  | {
      readonly phase: "fetching";
      readonly name: string;
      readonly host: string;
      readonly bytes: number;
      readonly total: number | null;
    }
  | { readonly phase: "unfetched"; readonly address: string; readonly problem: FetchProblem }
  /** So large that it is asked first whether a random sample will do; `size` in bytes. */
  | { readonly phase: "asking"; readonly name: string; readonly size: number }
  /** `share` of the bytes in [0, 1], rows read so far, and bytes of all files. */
  | {
      readonly phase: "reading";
      readonly name: string;
      readonly share: number;
      readonly rows: number;
      readonly size: number;
    }
  /** Reading has come to no end; `choices` read it again. */
  | {
      readonly phase: "crashed";
      readonly name: string;
      readonly why: Death;
      readonly choices: ReadChoices;
    }
  | { readonly phase: "refused"; readonly name: string; readonly problems: readonly Problem[] }
  | {
      readonly phase: "preview";
      readonly name: string;
      readonly preview: FilePreview;
      /** How it was read; other choices read it anew. */
      readonly choices: ReadChoices;
      readonly mapping: readonly ColumnMapping[];
      /** What the mapping yields; null while it is being counted. */
      readonly result: MappingResult | null;
      /** Why counting has come to no end; null while it goes on or has. */
      readonly halted: Death | null;
      /** How far its texts are scored. */
      readonly scoring: ScoringState;
    };

/** Holds the import while the user goes from page to page. */
export type ImportStore = StoreApi<ImportState>;

/** The random sample that is offered in place of very many rows. */
export const OFFERED_SAMPLE = { rows: 200_000, seed: 1 };
/** Bytes above which a sample is offered before reading. */
export const ASK_BYTES = 400_000_000;

/** Makes the store, idle. */
export function createImportStore(): ImportStore {
  return createStore<ImportState>()(() => ({ phase: "idle" }));
}

import type { IngestClient } from "../engine/ingest-client.ts";
import type { ColumnMapping } from "../ingest/mapping.ts";
import { createImportStore, type ImportStore } from "../panels/data/import-store.ts";
import type { NewData } from "./start.ts";

/** The way of a file from the drop to the engine. */
export interface FileImport {
  readonly store: ImportStore;
  /** Reads a file, or several as parts of one table. */
  read(files: readonly File[]): Promise<void>;
  map(mapping: readonly ColumnMapping[]): Promise<void>;
  /** Opens the rows of the preview; false where there are none. */
  use(): Promise<boolean>;
  discard(): void;
}

/** Joins the Data page to the worker that reads files. Every outcome ends in the store; a newer file replaces an older. */
export function fileImport(
  client: IngestClient,
  open: (data: NewData) => Promise<boolean>,
): FileImport {
  const store = createImportStore();
  let turn = 0;

  async function read(chosen: readonly File[]): Promise<void> {
    const mine = ++turn;
    const name = chosen.map((file) => file.name).join(", ");
    const size = chosen.reduce((sum, file) => sum + file.size, 0);
    const phase = "reading";
    store.setState({ phase, name, share: 0, rows: 0, size }, true);
    const preview = await client.read(chosen, ({ bytes, rows }) => {
      const share = Math.min(1, bytes / Math.max(1, size));
      if (turn === mine) store.setState({ phase, name, share, rows, size }, true);
    });
    if (turn !== mine) return;
    if ("stopped" in preview) store.setState({ phase: "crashed", name }, true);
    else if (!preview.ok)
      store.setState({ phase: "refused", name, problems: preview.problems }, true);
    else {
      const { mapping } = preview;
      store.setState({ phase: "preview", name, preview, mapping, result: null }, true);
      await map(mapping);
    }
  }

  async function map(mapping: readonly ColumnMapping[]): Promise<void> {
    const state = store.getState();
    if (state.phase !== "preview") return;
    store.setState({ ...state, mapping, result: null }, true);
    const result = await client.map(mapping);
    const now = store.getState();
    if (now.phase !== "preview" || now.mapping !== mapping) return;
    if ("stopped" in result) store.setState({ phase: "crashed", name: now.name }, true);
    else store.setState({ ...now, result }, true);
  }

  async function use(): Promise<boolean> {
    const state = store.getState();
    if (state.phase !== "preview" || !state.result?.ok) return false;
    const { columns, weights, prompts, dropped, fingerprint, texts } = state.result.data;
    const isOpen = await open({
      rows: { kind: "columns", columns, weights, prompts },
      source: { kind: "file", name: state.name, fingerprint },
      dropped,
      texts,
    });
    if (isOpen) discard();
    return isOpen;
  }

  function discard(): void {
    turn++;
    client.cancel();
    store.setState({ phase: "idle" }, true);
  }

  return { store, read, map, use, discard };
}

import type { IngestClient } from "../../engine/files/ingest-client.ts";
import type { ColumnMapping } from "../../ingest/mapping/mapping.ts";
import type { ReadChoices } from "../../ingest/read-source.ts";
import { fetchFile, fileNameOf } from "../../net/fetch-file.ts";
import type { Gate } from "../../net/gate.ts";
import { ASK_BYTES, createImportStore, type ImportStore } from "../../panels/data/import-store.ts";
import type { NewData } from "./new-data.ts";
import type { FileSource } from "./waiting-link.ts";

/** The way of a file from the drop to the engine. */
export interface FileImport {
  readonly store: ImportStore;
  /** Reads a file, or several as parts of one table. */
  read(files: readonly File[]): Promise<void>;
  /** Fetches a file from an address that the user typed or chose, then reads it like any other. */
  fetchFrom(address: string): Promise<void>;
  map(mapping: readonly ColumnMapping[]): Promise<void>;
  /** Opens the rows of the preview; false where there are none. */
  use(): Promise<boolean>;
  /** Reads the same files in another way. */
  readAgain(choices: ReadChoices): Promise<void>;
  discard(): void;
}

/**
 * Joins the Data page to the worker that reads files. Every outcome ends in the store; a newer file replaces an older. While a
 * link waits for its file (`wanted`), values are taken to be better upwards or downwards as the link has them.
 */
export function fileImport(
  client: IngestClient,
  open: (data: NewData) => Promise<boolean>,
  gate: Gate,
  wanted: () => FileSource | null = () => null,
): FileImport {
  const store = createImportStore();
  let turn = 0;
  let fetching: AbortController | null = null;

  let chosen: readonly File[] = [];

  /** Ends whatever is under way; what follows is newer than all before. */
  function begin(): number {
    client.cancel();
    fetching?.abort();
    fetching = null;
    return ++turn;
  }

  async function read(files: readonly File[]): Promise<void> {
    chosen = files;
    const { name, size } = together(files);
    if (size <= ASK_BYTES) return readAgain({});
    begin();
    store.setState({ phase: "asking", name, size }, true);
  }

  async function fetchFrom(address: string): Promise<void> {
    const mine = begin();
    const phase = "fetching";
    const asked = gate.admit(address);
    if (!asked.ok) {
      const problem = { reason: asked.reason, host: "" };
      store.setState({ phase: "unfetched", address, problem }, true);
      return;
    }
    const { url } = asked;
    const { host } = url;
    const name = fileNameOf(url);
    fetching = new AbortController();
    store.setState({ phase, name, host, bytes: 0, total: null }, true);
    const fetched = await fetchFile(gate, url, {
      signal: fetching.signal,
      onProgress: (done) => {
        if (turn === mine) store.setState({ phase, name, host, ...done }, true);
      },
    });
    if (turn !== mine) return;
    if (fetched.ok) return read([fetched.file]);
    const { ok, ...failure } = fetched;
    const problem = { ...failure, host };
    store.setState({ phase: "unfetched", address: url.href, problem }, true);
  }

  async function readAgain(choices: ReadChoices): Promise<void> {
    const mine = begin();
    const { name, size } = together(chosen);
    const phase = "reading";
    store.setState({ phase, name, share: 0, rows: 0, size }, true);
    const preview = await client.read(chosen, choices, ({ bytes, rows }) => {
      const share = Math.min(1, bytes / Math.max(1, size));
      if (turn === mine) store.setState({ phase, name, share, rows, size }, true);
    });
    if (turn !== mine) return;
    if ("stopped" in preview) store.setState({ phase: "crashed", name }, true);
    else if (!preview.ok)
      store.setState({ phase: "refused", name, problems: preview.problems }, true);
    else {
      const mapping = directed(preview.mapping, wanted());
      const scoring = { phase: "idle" } as const;
      const result = null;
      store.setState({ phase: "preview", name, preview, choices, mapping, result, scoring }, true);
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
    const { sampledFrom } = state.preview;
    const lowerIsBetter = columns.flatMap((column) => (column.lowerIsBetter ? [column.id] : []));
    const isOpen = await open({
      rows: { kind: "columns", columns, weights, prompts },
      source: {
        kind: "file",
        name: state.name,
        fingerprint,
        ...(sampledFrom === null ? {} : { sampledFrom }),
        ...(lowerIsBetter.length > 0 ? { lowerIsBetter } : {}),
      },
      dropped,
      texts,
    });
    if (isOpen) discard();
    return isOpen;
  }

  function discard(): void {
    begin();
    store.setState({ phase: "idle" }, true);
  }

  return { store, read, fetchFrom, readAgain, map, use, discard };
}

function directed(
  mapping: readonly ColumnMapping[],
  wanted: FileSource | null,
): readonly ColumnMapping[] {
  if (!wanted) return mapping;
  const { lowerIsBetter = [] } = wanted;
  return mapping.map((m) => ({ ...m, lowerIsBetter: lowerIsBetter.includes(m.id) }));
}

function together(files: readonly File[]): { name: string; size: number } {
  return {
    name: files.map((file) => file.name).join(", "),
    size: files.reduce((sum, file) => sum + file.size, 0),
  };
}

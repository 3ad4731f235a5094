import type { StoreApi } from "zustand/vanilla";
import type { Death } from "../../core/timing/worker-death.ts";
import { isStopped, type Stopped } from "../../engine/service-client.ts";
import type { ColumnMapping } from "../../ingest/mapping/mapping.ts";
import { nameTogether } from "../../ingest/name-together.ts";
import type { ReadChoices } from "../../ingest/read-source.ts";
import { fetchFile, fileNameOf } from "../../net/fetch-file.ts";
import type { Gate } from "../../net/gate.ts";
import {
  ASK_BYTES,
  createImportStore,
  type ImportState,
  type ImportStore,
} from "../../panels/data/import-store.ts";
import { columnEditing, type UsedFile } from "./edit-columns.ts";
import type { TableReader } from "./held-table.ts";
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
  /** The file whose columns can be gone through again: the one used last. */
  readonly used: StoreApi<UsedFile>;
  /** Shows its preview again, as it was used. */
  edit(): Promise<void>;
}

/** What an import works with. */
interface ImportParts {
  readonly reader: TableReader;
  readonly store: ImportStore;
  readonly gate: Gate;
  /** Ends whatever is under way; the signal that is returned is aborted by the next beginning. */
  begin(): AbortSignal;
}

/**
 * Joins the Data page to the worker that reads files. Every outcome ends in the store; a newer file replaces an older. While a
 * link waits for its file (`wanted`), values are taken to be better upwards or downwards as the link has them.
 */
export function fileImport(
  reader: TableReader,
  open: (data: NewData) => Promise<boolean>,
  gate: Gate,
  wanted: () => FileSource | null = () => null,
): FileImport {
  const store = createImportStore();
  const editing = columnEditing(store);
  let underWay = new AbortController();
  let chosen: readonly File[] = [];
  const parts: ImportParts = {
    reader,
    store,
    gate,
    begin() {
      reader.hold(null);
      reader.client.cancel();
      editing.release();
      underWay.abort();
      underWay = new AbortController();
      return underWay.signal;
    },
  };

  async function read(files: readonly File[]): Promise<void> {
    chosen = files;
    const { name, size } = together(files);
    if (size <= ASK_BYTES) return readAgain({});
    parts.begin();
    store.setState({ phase: "asking", name, size }, true);
  }

  async function fetchFrom(address: string): Promise<void> {
    const file = await fetchedFile(parts, address);
    if (file) await read([file]);
  }

  async function readAgain(choices: ReadChoices): Promise<void> {
    const mapping = await previewOfFiles(parts, chosen, choices, wanted());
    if (mapping) await map(mapping);
  }

  async function use(): Promise<boolean> {
    const state = store.getState();
    const data = state.phase === "preview" ? dataOf(state) : null;
    const isOpen = data !== null && (await open(data));
    if (!isOpen || state.phase !== "preview" || data.source.kind !== "file") return false;
    editing.keep(state, chosen, data.source.fingerprint);
    // The worker goes on holding a file of usual size, with whatever was scored.
    if (editing.isHeld()) store.setState({ phase: "idle" }, true);
    else discard();
    return true;
  }

  async function edit(): Promise<void> {
    const again = editing.showAgain();
    if (!again) return;
    chosen = again.files;
    const mapping = await previewOfFiles(parts, chosen, again.choices, null);
    if (mapping) await map(again.mappingOf(mapping));
  }

  function discard(): void {
    parts.begin();
    store.setState({ phase: "idle" }, true);
  }

  const map = (mapping: readonly ColumnMapping[]) => mapPreview(parts, mapping);
  return { store, read, fetchFrom, readAgain, map, use, discard, used: editing.used, edit };
}

/** The file at an address; null where there is none, or where another file is wanted by now. */
async function fetchedFile(
  { store, gate, begin }: ImportParts,
  address: string,
): Promise<File | null> {
  const signal = begin();
  const phase = "fetching";
  const admitted = gate.admit(address);
  if (!admitted.ok) {
    const problem = { reason: admitted.reason, host: "" };
    store.setState({ phase: "unfetched", address, problem }, true);
    return null;
  }
  const { url } = admitted;
  const { host } = url;
  const name = fileNameOf(url);
  store.setState({ phase, name, host, bytes: 0, total: null }, true);
  const fetched = await fetchFile(gate, url, {
    signal,
    onProgress: (done) => {
      if (!signal.aborted) store.setState({ phase, name, host, ...done }, true);
    },
  });
  if (signal.aborted) return null;
  if (fetched.ok) return fetched.file;
  const { ok, ...failure } = fetched;
  const problem = { ...failure, host };
  store.setState({ phase: "unfetched", address: url.href, problem }, true);
  return null;
}

/** Reads files up to the preview, and gives the mapping that is proposed; null where there is no preview. */
async function previewOfFiles(
  { reader, store, begin }: ImportParts,
  files: readonly File[],
  choices: ReadChoices,
  wanted: FileSource | null,
): Promise<readonly ColumnMapping[] | null> {
  const signal = begin();
  const { name, size } = together(files);
  const phase = "reading";
  store.setState({ phase, name, share: 0, rows: 0, size }, true);
  const onProgress = ({ bytes, rows }: { readonly bytes: number; readonly rows: number }) => {
    const share = Math.min(1, bytes / Math.max(1, size));
    if (!signal.aborted) store.setState({ phase, name, share, rows, size }, true);
  };
  const preview = await reader.client.run((service) => service.read(files, choices, onProgress));
  if (signal.aborted) return null;
  if (isStopped(preview))
    store.setState({ phase: "crashed", name, why: deathOf(preview), choices }, true);
  else if (!preview.ok)
    store.setState({ phase: "refused", name, problems: preview.problems }, true);
  else {
    const mapping = directed(preview.mapping, wanted);
    reader.hold({ files, choices, scores: [] });
    const start = { result: null, halted: null, scoring: { phase: "idle" } } as const;
    store.setState({ phase: "preview", name, preview, choices, mapping, ...start }, true);
    return mapping;
  }
  return null;
}

/** Counts what a mapping of the preview yields, unless it has been changed again. */
async function mapPreview(
  { reader, store }: ImportParts,
  mapping: readonly ColumnMapping[],
): Promise<void> {
  const state = store.getState();
  if (state.phase !== "preview") return;
  store.setState({ ...state, mapping, result: null, halted: null }, true);
  const result = await reader.client.run((service) => service.map(mapping));
  const now = store.getState();
  if (now.phase !== "preview" || now.mapping !== mapping) return;
  if (isStopped(result)) store.setState({ ...now, halted: deathOf(result) }, true);
  else store.setState({ ...now, result }, true);
}

/** Work that was not called off ended with its worker. */
function deathOf({ stopped }: Stopped): Death {
  return stopped === "cancelled" ? "crashed" : stopped;
}

/** The rows of a preview; null where its mapping yields none. */
function dataOf({
  name,
  preview,
  result,
}: Extract<ImportState, { phase: "preview" }>): NewData | null {
  if (!result?.ok) return null;
  const { columns, weights, prompts, dropped, fingerprint, texts } = result.data;
  const { sampledFrom } = preview;
  const lowerIsBetter = columns.flatMap((column) => (column.lowerIsBetter ? [column.id] : []));
  return {
    rows: { kind: "columns", columns, weights, prompts },
    source: {
      kind: "file",
      name,
      fingerprint,
      ...(sampledFrom === null ? {} : { sampledFrom }),
      ...(lowerIsBetter.length > 0 ? { lowerIsBetter } : {}),
    },
    dropped,
    texts,
  };
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
    name: nameTogether(files.map((file) => file.name)),
    size: files.reduce((sum, file) => sum + file.size, 0),
  };
}

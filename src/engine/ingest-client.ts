import { proxy } from "comlink";
import type { ColumnMapping } from "../ingest/mapping.ts";
import type { ReadChoices } from "../ingest/read-source.ts";
import type { IngestService, MappedReply, OnProgress, Preview } from "./ingest-service.ts";
import { lazyWorker, type Stopped } from "./lazy-worker.ts";

/** The page's side of the worker that reads files. */
export interface IngestClient {
  /** Reads files in the worker, which opens them itself. A newer read cancels an older one. */
  read(
    files: readonly File[],
    choices: ReadChoices,
    onProgress: OnProgress,
  ): Promise<Preview | Stopped>;
  /** Applies a mapping to the file read last. */
  map(mapping: readonly ColumnMapping[]): Promise<MappedReply | Stopped>;
  /** Ends the worker and whatever it is doing; the next read starts a new one. */
  cancel(): void;
}

/** Makes a client that starts its worker at the first file; cancelling ends the worker, a crash comes back as a value. */
export function ingestClient(makeWorker: () => Worker): IngestClient {
  const { run, cancel } = lazyWorker<IngestService>(makeWorker);
  return {
    read(files, choices, onProgress) {
      cancel();
      return run((s) => s.read([...files], choices, proxy(onProgress)) as Promise<Preview>);
    },
    map: (mapping) => run((s) => s.map([...mapping]) as Promise<MappedReply>),
    cancel,
  };
}

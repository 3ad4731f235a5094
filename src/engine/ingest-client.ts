import { proxy, type Remote, wrap } from "comlink";
import type { ColumnMapping } from "../ingest/mapping.ts";
import type { ReadChoices } from "../ingest/read-source.ts";
import type { IngestService, MappedReply, OnProgress, Preview } from "./ingest-service.ts";

/** Why reading stopped without an outcome. */
export type Stopped = { readonly ok: false; readonly stopped: "cancelled" | "crashed" };

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
  let worker: Worker | null = null;
  let service: Remote<IngestService> | null = null;
  let stop: ((why: Stopped) => void) | null = null;

  function end(why: Stopped["stopped"]): void {
    worker?.terminate();
    worker = null;
    service = null;
    stop?.({ ok: false, stopped: why });
    stop = null;
  }

  function start(): Remote<IngestService> {
    if (service) return service;
    worker = makeWorker();
    worker.onerror = (event) => {
      event.preventDefault();
      end("crashed");
    };
    service = wrap<IngestService>(worker);
    return service;
  }

  function orStopped<T>(work: Promise<T>): Promise<T | Stopped> {
    return Promise.race([work, new Promise<Stopped>((resolve) => (stop = resolve))]);
  }

  return {
    read(files, choices, onProgress) {
      end("cancelled");
      return orStopped<Preview>(
        start().read([...files], choices, proxy(onProgress)) as Promise<Preview>,
      );
    },
    map: (mapping) => orStopped<MappedReply>(start().map([...mapping]) as Promise<MappedReply>),
    cancel: () => end("cancelled"),
  };
}

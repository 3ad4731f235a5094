import { proxy, transfer } from "comlink";
import type { PackedTexts } from "../../core/rows/packed-texts.ts";
import type { ColumnMapping } from "../../ingest/mapping/mapping.ts";
import type { ScorePreview } from "../../ingest/mapping/scored-table.ts";
import type { ReadChoices } from "../../ingest/read-source.ts";
import type { ScoreColumn } from "../../ingest/table/scores.ts";
import { lazyWorker, type Stopped } from "../lazy-worker.ts";
import type { IngestService, MappedReply, OnProgress, Preview } from "./ingest-service.ts";

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
  /** The texts of a column of the file read last. */
  texts(column: string): Promise<PackedTexts | Stopped>;
  /** Puts scores behind the columns of that file; they are handed over. */
  addScores(scores: readonly ScoreColumn[]): Promise<ScorePreview | Stopped>;
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
    texts: (column) => run((s) => s.texts(column) as Promise<PackedTexts>),
    addScores: (scores) => {
      const buffers = scores.map((s) => s.scores.buffer as ArrayBuffer);
      return run((s) => s.addScores(transfer([...scores], buffers)) as Promise<ScorePreview>);
    },
    cancel,
  };
}

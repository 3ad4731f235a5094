import { createStore, type StoreApi } from "zustand/vanilla";
import { applyPreset, presetsFor } from "../core/presets.ts";
import type { ValueSummary } from "../core/samples.ts";
import { ingestClient } from "../engine/ingest-client.ts";
import type { Rows } from "../engine/solver-service.ts";
import { CALIBRATED_ROWS, CALIBRATED_SEED } from "../ingest/calibrated/calibrated-sample.ts";
import type { RowTexts } from "../ingest/mapping.ts";
import type { AnalysisResult } from "../moral/moral-analyses.ts";
import { currentPreset } from "../panels/palette/preset-model.ts";
import type { Stores } from "../panels/stores.ts";
import type { Analyst } from "../panels/use-analysis.ts";
import type { DataSource, PaletteDocument } from "../share/document.ts";
import { decodeLink, type LinkReading } from "../share/link.ts";
import { createDocumentStore } from "../state/document-store.ts";
import { type AddressBar, syncLink } from "../state/link-sync.ts";
import { defaultDocument, reconcile } from "../state/palette.ts";
import { createPreferencesStore, type KeptText } from "../state/preferences-store.ts";
import { createSessionStore, type ReadableRows } from "../state/session-store.ts";
import { connectEngine } from "./connect-engine.ts";
import { type FileImport, fileImport } from "./import-file.ts";

/** Rows that somebody chose, where they come from, and how many were left out at import. */
export interface NewData {
  readonly rows: Rows;
  readonly source: DataSource;
  readonly dropped: number;
  /** Texts of the rows, where they have any. */
  readonly texts?: RowTexts;
}

/** The running application without its screen. */
export interface Application {
  readonly stores: Stores;
  /** Loads other rows; a palette that stood at a preset stands at the same one of the new data. False where it failed. */
  open(data: NewData): Promise<boolean>;
  readonly files: FileImport;
  /** Analyses in the background, for the panels that are open. */
  readonly analyst: Analyst;
  /** What is being loaded, or null. */
  readonly loading: StoreApi<{ readonly source: DataSource | null }>;
}

/** What the application needs of its surroundings. */
export interface Surroundings {
  readonly address: AddressBar;
  readonly storage: KeptText | null;
  readonly makeWorker: () => Worker;
  readonly makeIngestWorker: () => Worker;
}

type SampleSource = Extract<DataSource, { kind: "sample" }>;

const FIRST_SAMPLE: SampleSource = {
  kind: "sample",
  name: "llama-2-7b-chat",
  rows: CALIBRATED_ROWS,
  seed: CALIBRATED_SEED,
};

/** Makes the stores, joins them to the engine and the address, and loads what the link names or the first sample. */
export function startApplication({
  address,
  storage,
  makeWorker,
  makeIngestWorker,
}: Surroundings): Application {
  const documents = createDocumentStore(emptyDocument(FIRST_SAMPLE));
  const session = createSessionStore();
  const stores: Stores = {
    document: documents,
    session,
    preferences: createPreferencesStore(storage),
  };
  const engine = connectEngine(documents, session, makeWorker);
  const loading = createStore<{ readonly source: DataSource | null }>(() => ({ source: null }));
  /** A link made with a file that is not open here; used as soon as that file is. */
  let waiting: PaletteDocument | null = null;

  async function load(
    { rows, source, dropped, texts }: NewData,
    settle: (values: readonly ValueSummary[]) => PaletteDocument,
  ): Promise<boolean> {
    loading.setState({ source });
    const outcome = await engine.load(
      rows,
      dropped,
      ({ values }) => ({ ...settle(values), source }),
      readableRows(rows, texts),
    );
    if (loading.getState().source === source) loading.setState({ source: null });
    if (outcome.ok) documents.temporal.getState().clear();
    else session.getState().notify({ kind: "load-failed", detail: outcome.reason });
    return outcome.ok;
  }

  function fitted(document: PaletteDocument, values: readonly ValueSummary[]): PaletteDocument {
    const { document: fit, dropped } = reconcile(document, values);
    if (dropped.length > 0)
      session.getState().notify({ kind: "values-dropped", detail: dropped.join(", ") });
    return fit;
  }

  function open(data: NewData): Promise<boolean> {
    const { document } = documents.getState();
    const old = session.getState().data?.values;
    const preset = old ? currentPreset(document, old) : null;
    const linked = waiting && sameSource(waiting.source, data.source) ? waiting : null;
    waiting = null;
    return load(data, (values) => {
      if (linked) return fitted(linked, values);
      const fresh = defaultDocument(data.source, values);
      const same = presetsFor(values).find(({ id }) => id === preset?.id);
      if (!same) return fresh;
      const settings = applyPreset(same, values);
      const entries = Object.entries(fresh.values).map(([id, setting]) => [
        id,
        { ...setting, ...settings[id] },
      ]);
      return { ...fresh, values: Object.fromEntries(entries) };
    });
  }

  function follow(reading: LinkReading): void {
    if (!reading.ok) {
      if (reading.reason === "unreadable") session.getState().notify({ kind: "link-unreadable" });
      if (!session.getState().data) void open(sampleData(FIRST_SAMPLE));
      return;
    }
    const { document } = reading;
    const { source } = document;
    const { data } = session.getState();
    if (data && sameSource(source, documents.getState().document.source)) {
      documents.getState().replaceDocument(fitted(document, data.values));
    } else if (source.kind === "sample") {
      void load(sampleData(source), (values) => fitted(document, values));
    } else {
      waiting = document;
      session.getState().notify({ kind: "link-other-data", detail: source.name });
      if (!data) void load(sampleData(FIRST_SAMPLE), (values) => defaultDocument(source, values));
    }
  }

  follow(decodeLink(address.readHash()));
  syncLink(documents, address, follow);
  const analyst: Analyst = {
    async analyse(name, request, onProgress) {
      const outcome = await engine.analyse(name, request, onProgress);
      return outcome.ok ? (outcome.value as AnalysisResult<typeof name>) : null;
    },
    cancel: engine.cancel,
  };
  const files = fileImport(ingestClient(makeIngestWorker), open);
  return { stores, open, loading, files, analyst };
}

/** A calibrated sample as data to open. */
export function sampleData(source: SampleSource): NewData {
  return { rows: source, source, dropped: 0 };
}

/** The default seed and size of a calibrated sample. */
export function sampleSource(name: SampleSource["name"], rows = CALIBRATED_ROWS): SampleSource {
  return { kind: "sample", name, rows, seed: CALIBRATED_SEED };
}

function readableRows(rows: Rows, texts: RowTexts | undefined): ReadableRows | undefined {
  if (rows.kind !== "columns" || !texts?.responses) return undefined;
  const { prompts, responses } = texts;
  return { prompts, responses, rewards: rows.columns.map((c) => c.rewards) };
}

function sameSource(a: DataSource, b: DataSource): boolean {
  if (a.kind === "sample")
    return b.kind === "sample" && a.name === b.name && a.rows === b.rows && a.seed === b.seed;
  return b.kind === "file" && a.fingerprint === b.fingerprint;
}

function emptyDocument(source: DataSource): PaletteDocument {
  return { version: 1, source, values: {}, order: [], pair: null };
}

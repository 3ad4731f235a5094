import { createStore, type StoreApi } from "zustand/vanilla";
import { presetsFor } from "../../core/rows/presets.ts";
import type { ValueSummary } from "../../core/rows/samples.ts";
import { SOLVER_VERSION } from "../../core/solve/solver-version.ts";
import type { Clock } from "../../core/timing/clock.ts";
import { ingestClient } from "../../engine/files/ingest-client.ts";
import type { Rows } from "../../engine/solver/solver-service.ts";
import { type RewardsClient, rewardsClient } from "../../engine/texts/rewards-client.ts";
import type { TextModelClient } from "../../engine/texts/text-model-client.ts";
import type { PartStore } from "../../keep/part-store.ts";
import type { Gate } from "../../net/gate.ts";
import type { Stores } from "../../panels/kit/stores.ts";
import type { Analyst } from "../../panels/kit/use-analysis.ts";
import { currentPreset } from "../../panels/palette/preset-model.ts";
import { openPanel, panelProblems } from "../../panels/panels.ts";
import {
  type DataSource,
  FIRST_SOURCE,
  type PaletteDocument,
  type SharedDocument,
} from "../../share/document/document.ts";
import type { DocumentReading } from "../../share/document/read-document.ts";
import { decodeLink, type LinkReading } from "../../share/link/link.ts";
import { createDocumentStore } from "../../state/document-store.ts";
import { type AddressBar, syncLink } from "../../state/link-sync.ts";
import { defaultDocument, emptyDocument, presetSettings, reconcile } from "../../state/palette.ts";
import { createPreferencesStore, type Theme } from "../../state/preferences-store.ts";
import { createSessionStore, type KeptFile } from "../../state/session-store.ts";
import { LOCALES } from "../../ui/text/locale.ts";
import { type FileImport, fileImport } from "../data/import-file.ts";
import { dataKeeper, type KeptNote } from "../data/kept-data.ts";
import type { NewData } from "../data/new-data.ts";
import { readableRows } from "../data/readable-rows.ts";
import { sampleData } from "../data/sample-data.ts";
import { type TextScoring, textScoring } from "../data/score-texts.ts";
import { type FileSource, sameSource, waitingLink } from "../data/waiting-link.ts";
import { connectEngine } from "./connect-engine.ts";

/** The running application without its screen. */
export interface Application {
  readonly stores: Stores;
  /**
   * Loads other rows; a palette that stood at a preset stands at the same one of the new data. Those of a file are kept for the
   * next visit. False where it failed.
   */
  open(data: NewData): Promise<boolean>;
  /** Shows the palette of a link or file of settings; one that was made with a file waits until that is opened. */
  adopt(reading: DocumentReading): void;
  /** Opens the file that is kept in this browser. */
  openKept(): Promise<void>;
  /** Removes that file from this browser; where it is open, a sample takes its place. */
  forgetKept(): Promise<void>;
  readonly files: FileImport;
  readonly scoring: TextScoring;
  /** Analyses in the background, for the panels that are open. */
  readonly analyst: Analyst;
  /** Trains classifiers and scores texts, in a worker of its own. */
  readonly rewards: RewardsClient;
  /** The rows that are loaded as they arrived, or null. */
  loadedRows(): Rows | null;
  /** What is being loaded, or null. */
  readonly loading: StoreApi<{ readonly source: DataSource | null }>;
  /** What the Moral profile page needs once it is opened. */
  readonly surroundings: Pick<Surroundings, "gate" | "storage" | "makeMoralWorker">;
}

/** What the application needs of its surroundings. */
export interface Surroundings {
  readonly address: AddressBar;
  readonly storage: KeptNote | null;
  /** Where the last file is kept; null to keep none, as in somebody else's page. */
  readonly parts: PartStore | null;
  /** The way out to other machines. */
  readonly gate: Gate;
  readonly makeWorker: () => Worker;
  readonly makeIngestWorker: () => Worker;
  readonly makeMoralWorker: () => Worker;
  readonly makeRewardsWorker: () => Worker;
  readonly models: TextModelClient;
  /** A theme that overrides the stored one. Default none. */
  readonly theme?: Theme | null;
  /** Rows to begin with where no link names any; null where others are on their way. Default the first sample. */
  readonly first?: SampleSource | null;
  /** Times the solver's silence. Default the machine's. */
  readonly clock?: Clock;
}

type SampleSource = Extract<DataSource, { kind: "sample" }>;

/** Makes the stores, joins them to the engine and the address, and loads what the link names, the file kept, or the first sample. */
export function startApplication({
  address,
  storage,
  parts,
  gate,
  makeWorker,
  makeIngestWorker,
  makeMoralWorker,
  makeRewardsWorker,
  models,
  theme = null,
  first = FIRST_SOURCE,
  clock,
}: Surroundings): Application {
  const reading = decodeLink(address.readHash());
  const keeper = dataKeeper(parts, storage);
  const documents = createDocumentStore(emptyDocument(firstSource(reading, keeper.known())));
  const session = createSessionStore();
  const stores: Stores = {
    document: documents,
    session,
    preferences: createPreferencesStore(storage, LOCALES, theme),
  };
  const engine = connectEngine(documents, session, makeWorker, clock);
  const loading = createStore<{ readonly source: DataSource | null }>(() => ({ source: null }));
  const waiting = waitingLink(session);
  /** Grows with every wish for other data: what was kept may arrive too late. */
  let wishes = 0;
  session.setState({ kept: keeper.known() });

  async function load(
    { rows, source, dropped, texts }: NewData,
    settle: (values: readonly ValueSummary[]) => PaletteDocument,
  ): Promise<boolean> {
    wishes++;
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

  function fitted(shared: SharedDocument, values: readonly ValueSummary[]): PaletteDocument {
    const { document, dropped, inRaw } = reconcile(shared, values);
    const { notify } = session.getState();
    if (dropped.length > 0) notify({ kind: "values-dropped", detail: dropped.join(", ") });
    if (inRaw.length > 0) notify({ kind: "unit-raw", detail: inRaw.join(", ") });
    if ((shared.solver ?? 1) !== SOLVER_VERSION) notify({ kind: "link-other-solver" });
    session.setState({ panel: openPanel(shared.panel), others: shared.others ?? "targets" });
    return document;
  }

  async function open(data: NewData): Promise<boolean> {
    const isOpen = await show(data);
    if (isOpen) void keep(data);
    return isOpen;
  }

  async function keep(data: NewData): Promise<void> {
    const failure = await keeper.keep(data);
    session.setState({ kept: keeper.known() });
    if (failure && data.source.kind === "file")
      session.getState().notify({ kind: `keep-${failure}`, detail: data.source.name });
  }

  /** What is kept under a fingerprint; null where it is not there. Undefined where other data was wished for meanwhile. */
  async function restored(source: FileSource): Promise<NewData | null | undefined> {
    const mine = ++wishes;
    loading.setState({ source });
    const found = await keeper.find(source.fingerprint);
    if (!found && keeper.known()?.fingerprint === source.fingerprint) await forgetNow();
    return mine === wishes ? found : undefined;
  }

  async function forgetNow(): Promise<boolean> {
    const isGone = await keeper.forget();
    session.setState({ kept: keeper.known() });
    return isGone;
  }

  function isShown(kept: KeptFile): boolean {
    return sameSource(documents.getState().document.source, sourceOf(kept));
  }

  async function openKept(): Promise<void> {
    const kept = keeper.known();
    if (!kept || (session.getState().data && isShown(kept))) return;
    const found = await restored(sourceOf(kept));
    if (found === undefined) return;
    if (found) await show(found);
    else {
      session.getState().notify({ kind: "keep-gone", detail: kept.name });
      if (session.getState().data) loading.setState({ source: null });
      else await show(sampleData(FIRST_SOURCE));
    }
  }

  async function forgetKept(): Promise<void> {
    const kept = keeper.known();
    if (!kept) return;
    const isGone = await forgetNow();
    if (isShown(kept)) await show(sampleData(FIRST_SOURCE));
    session.getState().notify({ kind: isGone ? "forgotten" : "forget-failed", detail: kept.name });
  }

  function show(data: NewData): Promise<boolean> {
    const { document } = documents.getState();
    const old = session.getState().data?.values;
    const preset = old ? currentPreset(document, old) : null;
    const linked = waiting.take(data.source);
    if (linked) session.getState().settle(["link-other-data", "link-other-version"]);
    return load(data, (values) => {
      if (linked) return fitted(linked, values);
      const { profile } = document;
      const fresh = { ...defaultDocument(data.source, values), ...(profile ? { profile } : {}) };
      const same = presetsFor(values).find(({ id }) => id === preset?.id);
      return same ? { ...fresh, values: presetSettings(same, values) } : fresh;
    });
  }

  function follow(reading: LinkReading): void {
    if (reading.ok) {
      adopt(reading);
      return;
    }
    if (reading.reason !== "none") session.getState().notify({ kind: `link-${reading.reason}` });
    if (session.getState().data) return;
    if (reading.reason === "none" && keeper.known()) void openKept();
    else if (first) void show(sampleData(first));
  }

  /** Shows a document from a link or file, or keeps it until its data is opened. */
  function adopt(reading: DocumentReading): void {
    const { document } = reading;
    const problems = [...reading.problems, ...panelProblems(document)];
    const { source } = document;
    const { data, notify } = session.getState();
    const { document: shown, replaceDocument } = documents.getState();
    if (problems.length > 0) notify({ kind: "link-fields", problems });
    if (data && sameSource(source, shown.source)) {
      replaceDocument({ ...fitted(document, data.values), source: shown.source });
    } else if (source.kind === "sample") {
      void load(sampleData(source), (values) => fitted(document, values));
    } else void followToFile(document, source);
  }

  /** A link made with a file: the one kept here if its fingerprint is the same, else it waits for that file to be opened. */
  async function followToFile(document: SharedDocument, source: FileSource): Promise<void> {
    const found = await restored(source);
    if (found === undefined) return;
    const isOpen = found && (await load(found, (values) => fitted(document, values)));
    if (isOpen) return;
    const kept = keeper.known();
    waiting.wait(document, source, kept?.name === source.name ? kept.fingerprint : undefined);
    if (session.getState().data || !first) loading.setState({ source: null });
    else void load(sampleData(first), (values) => defaultDocument(first, values));
  }

  follow(reading);
  syncLink(documents, session, address, follow);
  const ingest = ingestClient(makeIngestWorker);
  const files = fileImport(ingest, open, gate, waiting.source);
  const scoring = textScoring(files, { ingest, models, rewards: rewardsClient(makeRewardsWorker) });
  const rewards = rewardsClient(makeRewardsWorker);
  const surroundings = { gate, storage, makeMoralWorker };
  return {
    stores,
    open,
    adopt,
    openKept,
    forgetKept,
    files,
    scoring,
    analyst: engine.analyst,
    rewards,
    loadedRows: engine.rows,
    loading,
    surroundings,
  };
}

/** What the page shows the name of until anything is loaded. */
function firstSource(reading: LinkReading, kept: KeptFile | null): DataSource {
  const own = kept && sourceOf(kept);
  if (!reading.ok) return own && reading.reason === "none" ? own : FIRST_SOURCE;
  const { source } = reading.document;
  return source.kind === "sample" || (own && sameSource(source, own)) ? source : FIRST_SOURCE;
}

function sourceOf({ name, fingerprint }: KeptFile): FileSource {
  return { kind: "file", name, fingerprint };
}

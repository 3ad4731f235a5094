import { createStore } from "zustand/vanilla";
import type { Clock } from "../../core/timing/clock.ts";
import {
  connectRewards,
  connectTextModel,
  type RewardsClient,
  type WorkerKind,
} from "../../engine/connections.ts";
import type { Rows } from "../../engine/contract.ts";
import type { Locks } from "../../engine/life/serve.ts";
import { serviceClient } from "../../engine/service-client.ts";
import type { PartStore } from "../../keep/part-store.ts";
import type { Gate } from "../../net/gate.ts";
import type { Stores } from "../../panels/kit/stores.ts";
import { type DataSource, FIRST_SOURCE } from "../../share/document/document.ts";
import type { DocumentReading } from "../../share/document/read-document.ts";
import { decodeLink, type LinkReading } from "../../share/link/link.ts";
import { createAnalysesStore } from "../../state/analyses-store.ts";
import { createDocumentStore, type DocumentStore } from "../../state/document-store.ts";
import { type AddressBar, syncLink } from "../../state/link-sync.ts";
import { emptyDocument } from "../../state/palette.ts";
import { createPreferencesStore, type Theme } from "../../state/preferences-store.ts";
import { createSessionStore, type KeptFile } from "../../state/session-store.ts";
import { LOCALES } from "../../ui/text/locale.ts";
import { tableReader } from "../data/held-table.ts";
import { type FileImport, fileImport } from "../data/import-file.ts";
import { dataKeeper } from "../data/kept-data.ts";
import type { KeptNote } from "../data/kept-notes.ts";
import type { NewData } from "../data/new-data.ts";
import { type TextScoring, textScoring } from "../data/score-texts.ts";
import { sameSource, type WaitingLink, waitingLink } from "../data/waiting-link.ts";
import { type LabelledReader, labelledReader } from "../moral/labelled-reader.ts";
import { linkFollower, type SampleSource } from "./adopt-link.ts";
import type { Analyst } from "./connect-analyses.ts";
import { connectEngine } from "./connect-engine.ts";
import { dataKeeping, keptSource } from "./keep-data.ts";
import { dataOpener, type LoadingStore } from "./open-data.ts";

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
  /** Opens a file that is kept in this browser. */
  openKept(file: KeptFile): Promise<void>;
  /** Starts the calculation again where it was given up. */
  startAgain(): void;
  /** Removes that file from this browser; where it is open, a sample takes its place. */
  forgetKept(file: KeptFile): Promise<void>;
  readonly files: FileImport;
  readonly scoring: TextScoring;
  /** Analyses for the application itself; those of panels go through their store. */
  readonly analyst: Analyst;
  /** Trains classifiers and scores texts, in a worker of its own. */
  readonly rewards: RewardsClient;
  /** Another worker of that kind, for labelled texts that somebody brings. */
  readonly labelled: LabelledReader;
  /** The rows that are loaded as they arrived, or null; the page keeps them for a new worker, the next visit and exports. */
  loadedRows(): Rows | null;
  readonly loading: LoadingStore;
  /** What the Moral profile page needs once it is opened. */
  readonly surroundings: Pick<Surroundings, "gate" | "storage" | "workers" | "clock" | "locks">;
}

/** What the application needs of its surroundings. */
export interface Surroundings {
  readonly address: AddressBar;
  /** Address of the page, from which the paths of models count. */
  readonly page: string;
  readonly storage: KeptNote | null;
  /** Where the last files are kept, one in each; none in somebody else's page. */
  readonly parts: readonly PartStore[];
  /** The network gate. */
  readonly gate: Gate;
  /** Makes a worker of each kind. */
  readonly workers: Readonly<Record<WorkerKind, () => Worker>>;
  /** A theme that overrides the visitor's own. Default none. */
  readonly theme?: Theme | null;
  /** Rows to begin with where no link names any; null where others are on their way. Default the first sample. */
  readonly first?: SampleSource | null;
  /** Times debounces and silence. Default the machine's. */
  readonly clock?: Clock;
  /** By which the page hears of workers that end. Default the browser's. */
  readonly locks?: Locks | null;
}

/** Makes the stores, joins them to the engine and the address, and loads what the link names, the file kept, or the first sample. */
export function startApplication(surroundings: Surroundings): Application {
  const { address, storage, parts, gate, workers, page, theme = null, clock, locks } = surroundings;
  const { first = FIRST_SOURCE } = surroundings;
  const reading = decodeLink(address.readHash());
  const keeper = dataKeeper(parts, storage);
  const { known } = keeper;
  const documents = createDocumentStore(emptyDocument(firstSource(reading, known())));
  const session = createSessionStore();
  session.setState({ kept: known() });
  const preferences = createPreferencesStore(storage, LOCALES, theme);
  const analyses = createAnalysesStore(session);
  const stores: Stores = { document: documents, session, preferences, analyses };
  const tools = { clock, locks };
  const engine = connectEngine(stores, workers.solver, tools);
  const loading: LoadingStore = createStore(() => ({ source: null }));
  const waiting = waitingLink(session);
  const opener = dataOpener({ stores, engine, loading, waiting });
  const keeping = dataKeeping(stores, keeper, loading, opener);
  const links = linkFollower({ stores, loading, waiting, opener, keeping, known, first });
  links.follow(reading);
  syncLink(documents, session, ownAddress(address, waiting, documents, loading), links.follow);
  const { open, openKept, forgetKept } = keeping;
  const reader = tableReader(workers.ingest, tools);
  const files = fileImport(reader, open, gate, waiting.source);
  const scoring = textScoring(files, {
    reader,
    models: serviceClient(workers.textModel, connectTextModel, { tools }),
    rewards: serviceClient(workers.rewards, connectRewards, { tools }),
    page,
  });
  return {
    stores,
    open,
    startAgain: opener.again,
    adopt: links.adopt,
    openKept,
    forgetKept,
    files,
    scoring,
    analyst: engine.analyst,
    rewards: serviceClient(workers.rewards, connectRewards, { tools }),
    labelled: labelledReader(workers.rewards, tools),
    loadedRows: engine.rows,
    loading,
    surroundings: { gate, storage, workers, clock, locks },
  };
}

/** The address, which stays the link's until that is shown, or somebody changes what stands in for it. */
function ownAddress(
  address: AddressBar,
  waiting: WaitingLink,
  documents: DocumentStore,
  loading: LoadingStore,
): AddressBar {
  const isUntouched = () =>
    loading.getState().source !== null || documents.temporal.getState().pastStates.length === 0;
  return {
    ...address,
    replaceHash(hash) {
      if (!waiting.hasStandIn() || !isUntouched()) address.replaceHash(hash);
    },
  };
}

/** What the page shows the name of until anything is loaded. */
function firstSource(reading: LinkReading, kept: readonly KeptFile[]): DataSource {
  const own = kept.map(keptSource);
  if (!reading.ok) return reading.reason === "none" ? (own[0] ?? FIRST_SOURCE) : FIRST_SOURCE;
  const { source } = reading.document;
  const isHere = source.kind === "sample" || own.some((one) => sameSource(source, one));
  return isHere ? source : FIRST_SOURCE;
}

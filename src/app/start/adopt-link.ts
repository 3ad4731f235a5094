import type { Stores } from "../../panels/kit/stores.ts";
import { panelProblems } from "../../panels/panels.ts";
import type { DataSource, SharedDocument } from "../../share/document/document.ts";
import type { DocumentReading } from "../../share/document/read-document.ts";
import type { LinkReading } from "../../share/link/link.ts";
import { defaultDocument } from "../../state/palette.ts";
import type { KeptFile } from "../../state/session-store.ts";
import { sharedPlace } from "../../state/shared-document.ts";
import { sampleData } from "../data/sample-data.ts";
import { type FileSource, sameSource, type WaitingLink } from "../data/waiting-link.ts";
import type { DataKeeping } from "./keep-data.ts";
import type { DataOpener, LoadingStore } from "./open-data.ts";

/** A calibrated sample as a source. */
export type SampleSource = Extract<DataSource, { kind: "sample" }>;

/** What following a link works with. */
export interface LinkParts {
  readonly stores: Stores;
  readonly loading: LoadingStore;
  readonly waiting: WaitingLink;
  readonly opener: DataOpener;
  readonly keeping: DataKeeping;
  /** The files that are kept in this browser, the newest first. */
  known(): readonly KeptFile[];
  /** Rows to begin with where no link names any; null where others are on their way. */
  readonly first: SampleSource | null;
}

/** Who shows what a link or a file of settings asks for. */
export interface LinkFollower {
  /** Shows a document, or keeps it until its data is opened. */
  adopt(reading: DocumentReading): void;
  /** Shows what the address says; where it says nothing, what was kept or the first sample. */
  follow(reading: LinkReading): void;
}

/** Joins links to data. */
export function linkFollower(parts: LinkParts): LinkFollower {
  const { stores, loading, waiting, opener, keeping, known, first } = parts;
  const { document: documents, session } = stores;

  function adopt(reading: DocumentReading): void {
    const { document } = reading;
    const problems = [...reading.problems, ...panelProblems(document)];
    const { source } = document;
    const { data, notify } = session.getState();
    const { document: shown, replaceDocument } = documents.getState();
    if (problems.length > 0) notify({ kind: "link-fields", problems });
    session.setState(sharedPlace(document));
    if (data && sameSource(source, shown.source)) {
      replaceDocument({ ...opener.fitted(document, data.values), source: shown.source });
    } else if (source.kind === "sample") {
      void opener.load(sampleData(source), (values) => opener.fitted(document, values));
    } else void followToFile(document, source);
  }

  /** A link made with a file: the one kept here if its fingerprint is the same, else it waits for that file to be opened. */
  async function followToFile(document: SharedDocument, source: FileSource): Promise<void> {
    const data = await keeping.restored(source);
    if (data === undefined) return;
    const isOpen = data && (await opener.load(data, (values) => opener.fitted(document, values)));
    if (isOpen) return;
    const here = known().filter(({ name }) => name === source.name);
    waiting.wait(
      document,
      source,
      here.find(({ fingerprint }) => fingerprint !== source.fingerprint)?.fingerprint,
    );
    waiting.standIn(true);
    if (session.getState().data || !first) loading.setState({ source: null });
    else {
      // The profile needs no rows: its page shows what was shared.
      const { profile } = document.page === "moral" ? document : {};
      void opener.load(sampleData(first), (values) => ({
        ...defaultDocument(first, values),
        ...(profile ? { profile } : {}),
      }));
    }
  }

  function follow(reading: LinkReading): void {
    waiting.standIn(!reading.ok && reading.reason !== "none");
    if (reading.ok) {
      adopt(reading);
      return;
    }
    if (reading.reason !== "none") session.getState().notify({ kind: `link-${reading.reason}` });
    if (session.getState().data) return;
    const [newest] = known();
    if (reading.reason === "none" && newest) void keeping.openKept(newest);
    else if (first) void opener.load(sampleData(first), (values) => defaultDocument(first, values));
  }

  return { adopt, follow };
}

import type { DataSource, SharedDocument } from "../../share/document/document.ts";
import type { SessionStore } from "../../state/session-store.ts";

/** Data that only those have who have the file. */
export type FileSource = Extract<DataSource, { kind: "file" }>;

/** A link made with a file that is not open here; nothing of it is used until that very file is. */
export interface WaitingLink {
  /** Sets a link aside and says so; `here` is a file of the same name, if there is one, that holds other numbers. */
  wait(document: SharedDocument, source: FileSource, here?: FileSource["fingerprint"]): void;
  /** The file that a link waits for, or null. */
  source(): FileSource | null;
  /** Says whether what is shown only stands in for what a link asks for: the address is still the link's. */
  standIn(isOne: boolean): void;
  hasStandIn(): boolean;
  /** The link that waits for this data, once; else null, and another version of its file is told. */
  take(source: DataSource): SharedDocument | null;
}

/** Digits of a fingerprint that are shown. */
const SHOWN_DIGITS = 8;

/** Makes the place where at most one link waits, the newest. */
export function waitingLink(session: SessionStore): WaitingLink {
  let waiting: { readonly document: SharedDocument; readonly source: FileSource } | null = null;

  let isStandIn = false;

  function tell({ name, fingerprint }: FileSource, here: string | undefined): void {
    const fingerprints = [fingerprint, here ?? ""].map((print) => print.slice(0, SHOWN_DIGITS));
    const kind = here === undefined ? "link-other-data" : "link-other-version";
    session.getState().notify({ kind, detail: name, fingerprints });
  }

  return {
    wait(document, source, here) {
      waiting = { document, source };
      tell(source, here);
    },
    source: () => waiting?.source ?? null,
    standIn(isOne) {
      isStandIn = isOne;
    },
    hasStandIn: () => isStandIn,
    take(source) {
      if (!waiting || source.kind !== "file") return null;
      const link = waiting;
      if (sameSource(link.source, source)) {
        waiting = null;
        return link.document;
      }
      if (source.name === link.source.name) tell(link.source, source.fingerprint);
      return null;
    },
  };
}

/** True for the same rows: a sample drawn alike, or a file of the same fingerprint, whatever it is called. */
export function sameSource(a: DataSource, b: DataSource): boolean {
  if (a.kind === "sample")
    return b.kind === "sample" && a.name === b.name && a.rows === b.rows && a.seed === b.seed;
  return b.kind === "file" && a.fingerprint === b.fingerprint;
}

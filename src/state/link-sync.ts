import { throttle } from "../core/timing/throttle.ts";
import { decodeLink, encodeLink, type LinkReading } from "../share/link/link.ts";
import type { DocumentStore } from "./document-store.ts";
import type { SessionStore } from "./session-store.ts";
import { linkedDocument } from "./shared-document.ts";

/** The part of a browser window that a link lives in. */
export interface AddressBar {
  readHash(): string;
  replaceHash(hash: string): void;
  onHashChange(listener: () => void): () => void;
}

/** What of the session stands in the address. */
const LOOKED_AT = ["panel", "others", "page", "moral", "data"] as const;
const WRITE_EVERY_MS = 250;

/**
 * Keeps the address in step with the document and with what is looked at, at once, then at most every 250 ms and never in a
 * drag, and reports links that arrive from outside. Returns a function that stops it.
 */
export function syncLink(
  documents: DocumentStore,
  session: SessionStore,
  address: AddressBar,
  onLink: (reading: LinkReading) => void,
): () => void {
  let written = address.readHash().replace(/^#/, "");
  const write = throttle(WRITE_EVERY_MS, () => {
    const document = linkedDocument(documents, session);
    if (!document || documents.getState().isGesturing) return;
    const hash = encodeLink(document);
    if (hash === written) return;
    written = hash;
    address.replaceHash(hash);
  });
  const changed = () => {
    if (!documents.getState().isGesturing && session.getState().data) write();
  };
  const stops = [
    documents.subscribe(changed),
    session.subscribe((now, before) => {
      const isSame = LOOKED_AT.every((part) => now[part] === before[part]);
      if (!isSame) changed();
    }),
    address.onHashChange(() => {
      const hash = address.readHash().replace(/^#/, "");
      if (hash === written) return;
      written = hash;
      onLink(decodeLink(hash));
    }),
  ];
  return () => {
    write.cancel();
    for (const stop of stops) stop();
  };
}

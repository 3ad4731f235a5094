import { decodeLink, encodeLink, type LinkReading } from "../share/link.ts";
import type { DocumentStore } from "./document-store.ts";

/** The part of a browser window that a link lives in. */
export interface AddressBar {
  readHash(): string;
  replaceHash(hash: string): void;
  onHashChange(listener: () => void): () => void;
}

const QUIET_MS = 250;

/**
 * Keeps the address in step with the document, at once, then at most every 250 ms and never in a drag, and reports links
 * that arrive from outside. Returns a function that stops it.
 */
export function syncLink(
  store: DocumentStore,
  address: AddressBar,
  onLink: (reading: LinkReading) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written = address.readHash().replace(/^#/, "");
  const write = () => {
    timer = undefined;
    const { document, isGesturing } = store.getState();
    if (isGesturing) return;
    const hash = encodeLink(document);
    if (hash === written) return;
    written = hash;
    address.replaceHash(hash);
  };
  const unsubscribe = store.subscribe(() => {
    if (timer !== undefined || store.getState().isGesturing) return;
    write();
    timer = setTimeout(write, QUIET_MS);
  });
  const stopListening = address.onHashChange(() => {
    const hash = address.readHash().replace(/^#/, "");
    if (hash === written) return;
    written = hash;
    onLink(decodeLink(hash));
  });
  return () => {
    clearTimeout(timer);
    unsubscribe();
    stopListening();
  };
}

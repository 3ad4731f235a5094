import type { SharedDocument } from "../../share/document/document.ts";
import { encodeLink } from "../../share/link/link.ts";

/** What an address asks of the page itself: the reader's own choice, and no part of a link that is handed on. */
const OF_THE_PAGE = ["locale", "theme", "embed", "show"];

/** The address that opens a palette on this page; without one (null) the page's own. */
export function paletteAddress(document: SharedDocument | null): string {
  const address = new URL(window.location.href);
  for (const option of OF_THE_PAGE) address.searchParams.delete(option);
  if (document) address.hash = encodeLink(document);
  return address.href;
}

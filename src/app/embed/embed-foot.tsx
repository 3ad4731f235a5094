import type { MouseEvent, ReactNode } from "react";
import { useStores } from "../../panels/kit/stores.ts";
import { encodeLink } from "../../share/link/link.ts";
import { linkedDocument } from "../../state/shared-document.ts";
import { useText } from "../../ui/text/use-text.ts";

/** The last line of an embed: where its answers come from (`children`), and a link that opens this palette in the whole application. */
export function EmbedFoot({ children }: { children: ReactNode }) {
  const text = useText().app.embed;
  const { document: documents, session } = useStores();
  // The link is made when it is followed, so that a drag does not pack a link per step.
  const aim = ({ currentTarget }: MouseEvent<HTMLAnchorElement>) => {
    const document = linkedDocument(documents, session);
    if (!document) return;
    const address = new URL(window.location.href);
    address.search = "";
    address.hash = encodeLink(document);
    currentTarget.href = address.href;
  };
  return (
    <footer className="embed-foot">
      {children}
      <a
        href="../"
        target="_blank"
        rel="noopener"
        onClick={aim}
        onAuxClick={aim}
        onContextMenu={aim}
      >
        {text.open}
      </a>
    </footer>
  );
}

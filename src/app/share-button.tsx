import { useEffect, useState } from "react";
import { useStores } from "../panels/stores.ts";
import { encodeLink } from "../share/link.ts";
import { Dialog } from "../ui/dialog.tsx";
import { useText } from "../ui/text/use-text.ts";

const SAID_FOR_MS = 2500;

/** Copies the link to this palette and says so; where copying is not allowed it shows the link. */
export function ShareButton() {
  const text = useText().app;
  const { document: documents } = useStores();
  const [copied, setCopied] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const share = async () => {
    const address = new URL(window.location.href);
    address.hash = encodeLink(documents.getState().document);
    try {
      await navigator.clipboard.writeText(address.href);
      setCopied(true);
    } catch {
      setLink(address.href);
    }
  };
  return (
    <>
      <button type="button" className="header-action" onClick={share}>
        {copied ? text.share.done : text.share.action}
      </button>
      <span role="status" className="visually-hidden">
        {copied && text.share.done}
      </span>
      {link && (
        <Dialog
          title={text.share.failed}
          closeLabel={text.help.close}
          onClose={() => setLink(null)}
        >
          <input
            className="share-link"
            readOnly
            aria-label={text.share.link}
            value={link}
            onFocus={(event) => event.currentTarget.select()}
          />
        </Dialog>
      )}
    </>
  );
}

import { Suspense, useId } from "react";
import { lazyPart } from "../../ui/part/lazy-part.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { useDisclosure } from "../../ui/use-disclosure.ts";
import "../../ui/menu.css";

const SharePanel = lazyPart(async () => (await import("./share-panel.tsx")).SharePanel);

/** The menu of ways to share a palette: a link, a code to scan, a file. */
export function ShareMenu() {
  const text = useText().app.share;
  const { open, setOpen, root, button } = useDisclosure();
  const id = useId();
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div className="menu" ref={root}>
      <button
        ref={button}
        type="button"
        className="header-action"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {text.action}
      </button>
      {open && (
        <section id={id} className="menu-panel menu-end share-panel" aria-label={text.title}>
          <Suspense fallback={<p className="share-opening" aria-busy="true" />}>
            <SharePanel onDone={close} />
          </Suspense>
        </section>
      )}
    </div>
  );
}

import { Suspense, useState } from "react";
import type { Page } from "../../state/session-store.ts";
import { lazyPart } from "../../ui/part/lazy-part.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { ExportMenu } from "../exports/export-menu.tsx";
import { ShareMenu } from "../share/share-menu.tsx";
import { DataChip } from "./data-chip.tsx";
import { LookMenu } from "./look-menu.tsx";
import "./header.css";

const PAGES: readonly Page[] = ["palette", "moral", "data"];

const HelpDialog = lazyPart(
  async () => (await import("./help-dialog.tsx")).HelpDialog,
  ({ onClose }) => onClose(),
);

/** Name, data, pages, and what can be done with the whole. */
export function Header({ page, onPage }: { page: Page; onPage: (page: Page) => void }) {
  const text = useText().app;
  const [help, setHelp] = useState(false);
  return (
    <header className="header">
      <h1 className="wordmark">{text.name}</h1>
      <DataChip onOwnFile={() => onPage("data")} />
      <nav className="pages" aria-label={text.pages.label}>
        {PAGES.map((name) => (
          <button
            key={name}
            type="button"
            className="page-link"
            aria-current={page === name ? "page" : undefined}
            onClick={() => onPage(name)}
          >
            {text.pages[name]}
          </button>
        ))}
      </nav>
      <div className="header-end">
        <ShareMenu />
        <ExportMenu isOfPalette={page === "palette"} />
        <LookMenu />
        <button type="button" className="header-action" onClick={() => setHelp(true)}>
          {text.help.action}
        </button>
      </div>
      {help && (
        <Suspense fallback={null}>
          <HelpDialog onClose={() => setHelp(false)} />
        </Suspense>
      )}
    </header>
  );
}

import { useEffect, useId, useState } from "react";
import { useDataActions } from "../../panels/data/data-actions.ts";
import { useDocument, useSession, useStores } from "../../panels/kit/stores.ts";
import { LONG_LINK } from "../../share/link/link.ts";
import { SETTINGS_SUFFIX, writeSettingsFile } from "../../share/link/settings-file.ts";
import { linkedDocument, sharedDocument } from "../../state/shared-document.ts";
import { formatCount } from "../../ui/format.ts";
import { useText } from "../../ui/text/use-text.ts";
import { paletteAddress } from "../exports/palette-address.ts";
import { saveText } from "../exports/save-file.ts";
import { QrCode } from "./qr-code.tsx";
import "./share-panel.css";

const SAID_FOR_MS = 2500;
/** More is too fine for the camera of a phone at arm's length. */
const MOST_SCANNED = 1000;

/** The link to copy or scan, and settings as a file to save or open. */
export function SharePanel({ onDone }: { onDone: () => void }) {
  const text = useText().app.share;
  const link = useLink();
  return (
    <>
      <CopyLink link={link} />
      <p className="share-note">
        {text.holds(formatCount(link.length))}
        {link.length > LONG_LINK && <strong> {text.long}</strong>}
      </p>
      {link.length > MOST_SCANNED ? (
        <p className="share-note">{text.codeTooLong}</p>
      ) : (
        <QrCode text={link} label={text.code} />
      )}
      <hr className="menu-rule" />
      <SettingsFile onDone={onDone} />
    </>
  );
}

/** The address of this palette. */
function useLink(): string {
  const { document: documents, session } = useStores();
  useDocument((s) => s.document);
  useSession((s) => s.data);
  useSession((s) => s.panel);
  useSession((s) => s.others);
  useSession((s) => s.page);
  useSession((s) => s.moral);
  return paletteAddress(linkedDocument(documents, session));
}

function CopyLink({ link }: { link: string }) {
  const text = useText().app.share;
  const [outcome, setOutcome] = useState<"none" | "done" | "failed">("none");
  useEffect(() => {
    if (outcome !== "done") return;
    const timer = setTimeout(() => setOutcome("none"), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setOutcome("done");
    } catch {
      setOutcome("failed");
    }
  };
  return (
    <>
      <div className="share-line">
        <input
          className="share-link"
          readOnly
          aria-label={text.link}
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" className="button button-main" onClick={copy}>
          {outcome === "done" ? text.done : text.copy}
        </button>
      </div>
      <SystemShare link={link} />
      <p role="status" className={outcome === "failed" ? "share-note" : "visually-hidden"}>
        {outcome === "none" ? "" : text[outcome]}
      </p>
    </>
  );
}

/** Hands the link to the device's own way of sending, as phones have it; nothing where there is none. */
function SystemShare({ link }: { link: string }) {
  const text = useText().app;
  // Not every browser has it, whatever the types say.
  if (!("share" in navigator)) return null;
  return (
    <button
      type="button"
      className="menu-item"
      onClick={() => void navigator.share({ title: text.name, url: link }).catch(() => undefined)}
    >
      {text.share.send}
    </button>
  );
}

function SettingsFile({ onDone }: { onDone: () => void }) {
  const text = useText().app.share;
  const { document: documents, session } = useStores();
  const { readFiles } = useDataActions();
  const id = useId();
  const save = () => {
    const shared = sharedDocument(documents, session);
    const name = shared.source.name.replace(/\.[a-z0-9]{1,8}$/i, "") || shared.source.kind;
    saveText(`${name}${SETTINGS_SUFFIX}`, writeSettingsFile(shared), "application/json");
  };
  return (
    <>
      <button type="button" className="menu-item" onClick={save}>
        {text.save}
      </button>
      <input
        id={id}
        className="visually-hidden share-file"
        type="file"
        accept=".json,application/json"
        onChange={(event) => {
          readFiles([...(event.currentTarget.files ?? [])]);
          onDone();
        }}
      />
      <label className="menu-item" htmlFor={id}>
        <span>{text.open}</span>
        <span className="menu-detail">{text.fileHint}</span>
      </label>
    </>
  );
}

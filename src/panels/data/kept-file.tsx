import { useStore } from "zustand";
import { formatCount } from "../../ui/format.ts";
import { useText } from "../../ui/text/use-text.ts";
import { useDocument, useSession } from "../kit/stores.ts";
import { useDataActions } from "./data-actions.ts";

/** The file that is kept in this browser for the next visit, to be opened or forgotten; nothing where none is. */
export function KeptFile() {
  const words = useText();
  const text = words.data.kept;
  const { openKept, forgetKept, editColumns, used } = useDataActions();
  const editable = useStore(used, (s) => s.fingerprint);
  const file = useSession((s) => s.kept);
  const source = useDocument((s) => s.document.source);
  if (!file) return null;
  const isOpen = source.kind === "file" && source.fingerprint === file.fingerprint;
  return (
    <section className="data-section" aria-labelledby="kept-file">
      <h3 id="kept-file">{text.title}</h3>
      <div className="kept-file">
        <span className="sample-name kept-name">
          {file.name}{" "}
          <span className="muted">
            · {words.app.data.chip(formatCount(file.rows), file.values)}
            {isOpen && ` · ${words.data.samples.current}`}
          </span>
        </span>
        {!isOpen && (
          <button
            type="button"
            className="button"
            aria-label={text.openNamed(file.name)}
            onClick={openKept}
          >
            {text.open}
          </button>
        )}
        {isOpen && editable === file.fingerprint && (
          <button type="button" className="button" onClick={editColumns}>
            {text.edit}
          </button>
        )}
        <button
          type="button"
          className="button"
          aria-label={text.forgetNamed(file.name)}
          onClick={forgetKept}
        >
          {text.forget}
        </button>
      </div>
      <p className="muted">
        {isOpen ? text.noteOpen : text.note}
        {isOpen && editable !== file.fingerprint && ` ${text.editAgain}`}
      </p>
    </section>
  );
}

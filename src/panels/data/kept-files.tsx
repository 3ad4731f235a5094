import { useStore } from "zustand";
import type { KeptFile } from "../../state/session-store.ts";
import { formatCount } from "../../ui/format.ts";
import { useText } from "../../ui/text/use-text.ts";
import { useDocument, useSession } from "../kit/stores.ts";
import { useDataActions } from "./data-actions.ts";

/** The files that are kept in this browser for the next visit, to be opened or forgotten; nothing where none is. */
export function KeptFiles() {
  const text = useText().data.kept;
  const files = useSession((s) => s.kept);
  const source = useDocument((s) => s.document.source);
  const { used } = useDataActions();
  const editable = useStore(used, (s) => s.fingerprint);
  if (files.length === 0) return null;
  const isOpen = (file: KeptFile) =>
    source.kind === "file" && source.fingerprint === file.fingerprint;
  const open = files.find(isOpen);
  const isEditable = open !== undefined && open.fingerprint === editable;
  return (
    <section className="data-section" aria-labelledby="kept-file">
      <h3 id="kept-file">{text.title}</h3>
      {files.map((file) => (
        <KeptLine
          key={file.place}
          file={file}
          isOpen={isOpen(file)}
          isEditable={isEditable && isOpen(file)}
        />
      ))}
      <p className="muted">
        {open ? text.noteOpen : text.note}
        {open && !isEditable && ` ${text.editAgain}`}
      </p>
    </section>
  );
}

function KeptLine({
  file,
  isOpen,
  isEditable,
}: {
  file: KeptFile;
  isOpen: boolean;
  isEditable: boolean;
}) {
  const words = useText();
  const text = words.data.kept;
  const { openKept, forgetKept, editColumns } = useDataActions();
  return (
    <div className="kept-file">
      <span className="sample-name kept-name">
        <bdi>{file.name}</bdi>{" "}
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
          onClick={() => openKept(file)}
        >
          {text.open}
        </button>
      )}
      {isEditable && (
        <button type="button" className="button" onClick={editColumns}>
          {text.edit}
        </button>
      )}
      <button
        type="button"
        className="button"
        aria-label={text.forgetNamed(file.name)}
        onClick={() => forgetKept(file)}
      >
        {text.forget}
      </button>
    </div>
  );
}

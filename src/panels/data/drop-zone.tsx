import { useId } from "react";
import { useStore } from "zustand";
import { useText } from "../../ui/text/use-text.ts";
import { useDataActions } from "./data-actions.ts";

/** Where a file is dropped or chosen; while one is read, how far it is. */
export function DropZone() {
  const text = useText().data.file;
  const { imports, readFile, discardFile } = useDataActions();
  const state = useStore(imports);
  const id = useId();
  if (state.phase === "reading")
    return (
      <div className="drop-zone">
        <p role="status">
          {state.share === null ? text.sorting(state.name) : text.reading(state.name)}
        </p>
        <progress aria-label={text.reading(state.name)} value={state.share ?? undefined} max={1} />
        <button type="button" className="button" onClick={discardFile}>
          {text.cancel}
        </button>
      </div>
    );
  return (
    <div className="drop-zone">
      <p>
        {text.drop}{" "}
        <label className="file-choice" htmlFor={id}>
          {state.phase === "idle" ? text.choose : text.another}
        </label>
        <input
          id={id}
          className="visually-hidden"
          type="file"
          accept=".json,.csv,.tsv,.txt,application/json,text/csv"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = "";
            if (file) readFile(file);
          }}
        />
      </p>
      <p className="muted">{text.formats}</p>
      <p className="drop-privacy">{text.privacy}</p>
    </div>
  );
}

import { useId } from "react";
import { useStore } from "zustand";
import { formatCount, formatNumber } from "../../ui/format.ts";
import { useText } from "../../ui/text/use-text.ts";
import { useDataActions } from "./data-actions.ts";
import { OFFERED_SAMPLE } from "./import-store.ts";

/** Where a file is dropped or chosen; while one is read, how far it is. */
export function DropZone() {
  const text = useText().data.file;
  const { imports, readFiles, discardFile } = useDataActions();
  const state = useStore(imports);
  const id = useId();
  if (state.phase === "reading")
    return (
      <div className="drop-zone">
        <p role="status">{text.reading(state.name)}</p>
        <progress
          aria-label={text.reading(state.name)}
          value={state.share < 1 ? state.share : undefined}
          max={1}
        />
        <p className="muted">
          {state.share < 1
            ? text.readSoFar(
                megabytes(state.share * state.size),
                megabytes(state.size),
                formatCount(state.rows),
              )
            : text.sorting}
        </p>
        <button type="button" className="button" onClick={discardFile}>
          {text.cancel}
        </button>
      </div>
    );
  if (state.phase === "asking") return <AskSample name={state.name} size={state.size} />;
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
          multiple
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = "";
            if (files.length > 0) readFiles(files);
          }}
        />
      </p>
      <p className="muted">{text.formats}</p>
      <p className="drop-privacy">{text.privacy}</p>
    </div>
  );
}

/** Offers a random sample before very much is read. */
function AskSample({ name, size }: { name: string; size: number }) {
  const text = useText().data.file;
  const { readAgain, discardFile } = useDataActions();
  return (
    <div className="drop-zone" role="status">
      <p>{text.large(name, megabytes(size))}</p>
      <p className="ask-choices">
        <button
          type="button"
          className="button button-main"
          onClick={() => readAgain({ sample: OFFERED_SAMPLE })}
        >
          {text.largeSample(formatCount(OFFERED_SAMPLE.rows))}
        </button>
        <button type="button" className="button" onClick={() => readAgain({})}>
          {text.largeAll}
        </button>
        <button type="button" className="button" onClick={discardFile}>
          {text.cancel}
        </button>
      </p>
    </div>
  );
}

function megabytes(bytes: number): string {
  return formatNumber(bytes / 1e6, { digits: bytes < 1e7 ? 1 : 0 });
}

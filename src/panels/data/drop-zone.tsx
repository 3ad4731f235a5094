import { useId } from "react";
import { useStore } from "zustand";
import { formatCount, formatMegabytes } from "../../ui/format.ts";
import { useText } from "../../ui/text/use-text.ts";
import { useDataActions } from "./data-actions.ts";
import { type ImportState, OFFERED_SAMPLE } from "./import-store.ts";

/** Where a file is dropped or chosen; while one is read, how far it is. */
export function DropZone() {
  const text = useText().data.file;
  const { imports, readFiles } = useDataActions();
  const state = useStore(imports);
  const id = useId();
  if (state.phase === "fetching" || state.phase === "reading") return <Underway state={state} />;
  if (state.phase === "asking") return <AskSample name={state.name} size={state.size} />;
  return (
    <div className="drop-zone">
      <p>
        {text.drop}{" "}
        <label className="file-choice" htmlFor={id}>
          {state.phase === "idle" || state.phase === "unfetched" ? text.choose : text.another}
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

/** How far a file is on its way, with the way to stop it. */
function Underway({ state }: { state: Extract<ImportState, { phase: "fetching" | "reading" }> }) {
  const text = useText().data;
  const { discardFile } = useDataActions();
  const isFetching = state.phase === "fetching";
  const title = isFetching
    ? text.address.fetching(state.name, state.host)
    : text.file.reading(state.name);
  const share = isFetching ? state.total && state.bytes / state.total : state.share;
  return (
    <div className="drop-zone">
      <p role="status">{title}</p>
      <progress
        aria-label={title}
        value={share !== null && share < 1 ? share : undefined}
        max={1}
      />
      <p className="muted">{isFetching ? fetchedSoFar(state) : readSoFar(state)}</p>
      <button type="button" className="button" onClick={discardFile}>
        {text.file.cancel}
      </button>
    </div>
  );

  function fetchedSoFar({ bytes, total }: Extract<ImportState, { phase: "fetching" }>): string {
    return text.address.soFar(
      formatMegabytes(bytes),
      total === null ? null : formatMegabytes(total),
    );
  }

  function readSoFar({ share, size, rows }: Extract<ImportState, { phase: "reading" }>): string {
    if (share >= 1) return text.file.sorting;
    return text.file.readSoFar(
      formatMegabytes(share * size),
      formatMegabytes(size),
      formatCount(rows),
    );
  }
}

/** Offers a random sample before very much is read. */
function AskSample({ name, size }: { name: string; size: number }) {
  const text = useText().data.file;
  const { readAgain, discardFile } = useDataActions();
  return (
    <div className="drop-zone" role="status">
      <p>{text.large(name, formatMegabytes(size))}</p>
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

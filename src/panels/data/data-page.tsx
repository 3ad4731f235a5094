import { useStore } from "zustand";
import { useText } from "../../ui/text/use-text.ts";
import { useDataActions } from "./data-actions.ts";
import { DataInUse } from "./data-in-use.tsx";
import { DropZone } from "./drop-zone.tsx";
import { FilePreview } from "./file-preview.tsx";
import { FromAddress } from "./from-address.tsx";
import { KeptFiles } from "./kept-files.tsx";
import { ProblemList } from "./problem-list.tsx";
import { SampleChoice } from "./sample-choice.tsx";
import "../../ui/text-field.css";
import "../kit/analysis.css";
import "./data-page.css";

/** Where the answers come from: a calibrated sample, or a file of one's own with a preview before it is used. */
export function DataPage() {
  const text = useText().data;
  return (
    <main className="data-page">
      <h2 className="data-title">{text.title}</h2>
      <div className="data-columns">
        <div className="data-stack">
          <section className="data-section" aria-labelledby="own-file">
            <h3 id="own-file">{text.file.title}</h3>
            <DropZone />
            <Outcome />
          </section>
          <FromAddress />
        </div>
        <div className="data-stack">
          <KeptFiles />
          <SampleChoice />
          <DataInUse />
        </div>
      </div>
      <Preview />
    </main>
  );
}

function Outcome() {
  const { data, workers } = useText();
  const text = data.file;
  const { imports, readAgain } = useDataActions();
  const state = useStore(imports);
  if (state.phase === "crashed")
    return (
      <div className="data-outcome" role="alert">
        <p>{state.why === "crashed" ? text.crashed(state.name) : workers[state.why]}</p>
        {state.why !== "crashed" && <p className="muted">{text.kept}</p>}
        {state.why !== "unable" && (
          <button type="button" className="text-button" onClick={() => readAgain(state.choices)}>
            {workers.tryAgain}
          </button>
        )}
      </div>
    );
  if (state.phase !== "refused") return null;
  return (
    <div className="data-outcome" role="alert">
      <p>
        <strong>{text.refused(state.name)}</strong>
      </p>
      <ProblemList problems={state.problems} under={state.name} />
      <p className="muted">{text.kept}</p>
    </div>
  );
}

function Preview() {
  const { imports } = useDataActions();
  const state = useStore(imports);
  if (state.phase !== "preview") return null;
  return <FilePreview state={state} />;
}

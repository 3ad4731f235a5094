import { useStore } from "zustand";
import { useText } from "../../ui/text/use-text.ts";
import { useDataActions } from "./data-actions.ts";
import { DataInUse } from "./data-in-use.tsx";
import { DropZone } from "./drop-zone.tsx";
import { FilePreview } from "./file-preview.tsx";
import { FromAddress } from "./from-address.tsx";
import { KeptFile } from "./kept-file.tsx";
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
          <KeptFile />
          <SampleChoice />
          <DataInUse />
        </div>
      </div>
      <Preview />
    </main>
  );
}

function Outcome() {
  const text = useText().data.file;
  const { imports } = useDataActions();
  const state = useStore(imports);
  if (state.phase === "crashed")
    return (
      <p className="data-outcome" role="alert">
        {text.crashed(state.name)}
      </p>
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

import { useEffect, useRef } from "react";
import type { ColumnMapping, MappingResult } from "../../ingest/mapping/mapping.ts";
import type { Problem } from "../../ingest/table/table.ts";
import { formatCount } from "../../ui/format.ts";
import { ScrollBox } from "../../ui/scroll-box.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { WorkerTrouble } from "../../ui/worker-trouble.tsx";
import { ColumnRow } from "./column-row.tsx";
import { useDataActions } from "./data-actions.ts";
import { HowRead, isAsked } from "./how-read.tsx";
import type { ImportState } from "./import-store.ts";
import { ProblemList } from "./problem-list.tsx";
import { ScoreTexts } from "./score-texts.tsx";

type PreviewState = Extract<ImportState, { phase: "preview" }>;

/** A file before it is used: its columns to be settled, what was noticed, and how many rows remain. */
export function FilePreview({ state }: { state: PreviewState }) {
  const text = useText().data.preview;
  const { mapFile } = useDataActions();
  const { preview, mapping, name } = state;
  const change = (changed: ColumnMapping) =>
    mapFile(mapping.map((one) => (one.column === changed.column ? changed : one)));
  const section = useRef<HTMLElement>(null);
  // On a small screen it begins far below the place where the file was chosen.
  useEffect(() => {
    section.current?.scrollIntoView({ block: "nearest" });
    section.current?.querySelector("h3")?.focus({ preventScroll: true });
  }, []);
  return (
    <section className="file-preview" ref={section} aria-labelledby="file-preview">
      <h3 id="file-preview" tabIndex={-1}>
        {text.title(name, formatCount(preview.rows))}
      </h3>
      <HowRead state={state} />
      <ProblemList problems={preview.problems.filter((p) => !isAsked(p))} under={name} />
      <p className="muted">{text.lead}</p>
      <ScrollBox className="column-scroll" label={text.caption}>
        <table className="columns">
          <caption className="visually-hidden">{text.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{text.column}</th>
              <th scope="col">{text.use}</th>
              <th scope="col">{text.name}</th>
              <th scope="col">{text.lower}</th>
              <th scope="col">{text.examples}</th>
              <th scope="col">{text.figures}</th>
              <th scope="col">{text.range}</th>
              <th scope="col">{text.gaps}</th>
            </tr>
          </thead>
          <tbody>
            {preview.columns.map((column, i) => (
              <ColumnRow key={column.name} column={column} mapping={mapping[i]} onChange={change} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <ScoreTexts state={state} />
      <UseBar state={state} />
    </section>
  );
}

/** What is wrong or worth a word; rows left out are said beside it. */
function noticed(result: MappingResult): readonly Problem[] {
  if (!result.ok) return result.problems;
  return result.data.problems.filter((p) => p.code !== "rows-dropped");
}

function UseBar({ state }: { state: PreviewState }) {
  const text = useText().data.preview;
  const { useFile: load, discardFile, mapFile } = useDataActions();
  const { result, halted, preview, name, mapping } = state;
  const data = result?.ok ? result.data : null;
  return (
    <div className="use-bar">
      <div role="status">
        {!result && !halted && <p className="muted">{text.checking}</p>}
        {halted && <WorkerTrouble why={halted} job="counting" onAgain={() => mapFile(mapping)} />}
        {data && (
          <p>
            <strong>{text.count(formatCount(data.rows), data.columns.length)}</strong>{" "}
            {data.dropped > 0
              ? text.dropped(formatCount(data.dropped), formatCount(preview.rows))
              : text.all}
          </p>
        )}
        {result && <ProblemList problems={noticed(result)} under={name} />}
      </div>
      <div className="use-actions">
        <button type="button" className="button" onClick={discardFile}>
          {text.discard}
        </button>
        <button type="button" className="button button-main" disabled={!data} onClick={load}>
          {text.useThese(data ? formatCount(data.rows) : "")}
        </button>
      </div>
    </div>
  );
}

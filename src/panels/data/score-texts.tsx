import { useId, useState } from "react";
import type { MeasureName } from "../../rewards/measures/measures.ts";
import type { RewardModel } from "../../rewards/reward-model.ts";
import { formatCount } from "../../ui/format.ts";
import { Select } from "../../ui/select.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { WorkerTrouble } from "../../ui/worker-trouble.tsx";
import { ClassifierChoice } from "./classifier-choice.tsx";
import { useDataActions } from "./data-actions.ts";
import type { ImportState } from "./import-store.ts";
import { ModelChoice } from "./model-choice.tsx";
import { MEASURE_NAMES, type ScoringRequest } from "./scoring.ts";
import "./score-texts.css";

type PreviewState = Extract<ImportState, { phase: "preview" }>;

/** Gives the texts of a file numbers: by lexical measures, and by classifiers that were saved. Nothing where it has no texts. */
export function ScoreTexts({ state }: { state: PreviewState }) {
  const text = useText().data.scoring;
  const { preview } = state;
  const hasNumbers = holdsNumbers(preview);
  const [isOpen, setOpen] = useState(!hasNumbers);
  if (textColumns(state).length === 0) return null;
  return (
    <details
      className="score-texts"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <h4>{text.title}</h4>
        <span className="muted">{hasNumbers ? text.lead : text.leadWithout}</span>
      </summary>
      <Scorers state={state} />
    </details>
  );
}

function Scorers({ state }: { state: PreviewState }) {
  const text = useText().data.scoring;
  const { scoreTexts } = useDataActions();
  const columns = textColumns(state);
  const [column, setColumn] = useState(usualColumn(state));
  const [measures, setMeasures] = useState<ReadonlySet<MeasureName>>(
    new Set(MEASURE_NAMES.filter((name) => name !== "length")),
  );
  const [model, setModel] = useState<RewardModel | null>(null);
  const [textModel, setTextModel] = useState<ScoringRequest["textModel"]>(null);
  const isIdle = measures.size === 0 && !model && !textModel?.labels.length;
  const toggle = (name: MeasureName) => {
    const next = new Set(measures);
    if (!next.delete(name)) next.add(name);
    setMeasures(next);
  };
  return (
    <div className="scorers">
      <fieldset className="scorer-group">
        <legend>{text.measures}</legend>
        {MEASURE_NAMES.map((name) => (
          <MeasureRow
            key={name}
            name={name}
            isChosen={measures.has(name)}
            onToggle={() => toggle(name)}
          />
        ))}
        <p className="muted">{text.measuresNote}</p>
      </fieldset>
      <div className="scorer-stack">
        <ClassifierChoice model={model} onChange={setModel} />
        <ModelChoice chosen={textModel} onChange={setTextModel} />
      </div>
      <div className="score-bar">
        {columns.length > 1 && (
          <Select
            label={text.ofColumn}
            value={column}
            shown={text.texts(column)}
            options={columns.map((name) => ({ value: name, label: name }))}
            onChange={setColumn}
          />
        )}
        <ScoreButton
          state={state}
          isIdle={isIdle}
          onScore={() => {
            const chosen = MEASURE_NAMES.filter((name) => measures.has(name));
            scoreTexts({
              column,
              measures: chosen.map((measure) => ({ measure, label: text.names[measure] })),
              model,
              textModel: textModel?.labels.length ? textModel : null,
            });
          }}
        />
      </div>
    </div>
  );
}

function MeasureRow({
  name,
  isChosen,
  onToggle,
}: {
  name: MeasureName;
  isChosen: boolean;
  onToggle: () => void;
}) {
  const text = useText().data.scoring;
  const id = useId();
  return (
    <div className="scorer">
      <input
        id={id}
        type="checkbox"
        checked={isChosen}
        aria-describedby={`${id}-about`}
        onChange={onToggle}
      />
      <label htmlFor={id}>{text.names[name]}</label>
      <span id={`${id}-about`} className="muted">
        {text.about[name]}
      </span>
    </div>
  );
}

function ScoreButton({
  state: { scoring, preview },
  isIdle,
  onScore,
}: {
  state: PreviewState;
  isIdle: boolean;
  onScore: () => void;
}) {
  const words = useText();
  const text = words.data.scoring;
  const { cancelScoring } = useDataActions();
  const hasNumbers = holdsNumbers(preview);
  if (scoring.phase === "running")
    return (
      <>
        <progress aria-label={text.running} value={scoring.share} max={1} />
        <span role="status">
          {text.done[scoring.stage](String(Math.floor(100 * scoring.share)))}
        </span>
        <button type="button" className="button" onClick={cancelScoring}>
          {text.cancel}
        </button>
      </>
    );
  return (
    <>
      <button
        type="button"
        className={hasNumbers ? "button" : "button button-main"}
        disabled={isIdle}
        onClick={onScore}
      >
        {text.start(formatCount(preview.rows))}
      </button>
      {scoring.phase === "crashed" && <WorkerTrouble why={scoring.why} job="scoring" />}
      {scoring.phase === "refused" && (
        <p className="problem problem-error" role="alert">
          {words.rewards.problems[scoring.problem.code](scoring.problem)}
        </p>
      )}
    </>
  );
}

function textColumns({ preview }: PreviewState): string[] {
  return preview.columns.flatMap((c) => (c.kind === "text" ? c.name : []));
}

/** The answer text, else whatever is no prompt, else the first text there is. */
function usualColumn(state: PreviewState): string {
  const names = textColumns(state);
  const roleOf = (name: string) => state.mapping.find((m) => m.column === name)?.use;
  return (
    names.find((name) => roleOf(name) === "response") ??
    names.find((name) => roleOf(name) !== "prompt") ??
    names[0]
  );
}

/** Words that are read as grades are numbers too. */
function holdsNumbers({ columns, mapping }: PreviewState["preview"]): boolean {
  return columns.some((c) => c.kind === "number") || mapping.some((m) => m.words !== undefined);
}

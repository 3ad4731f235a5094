import { useState } from "react";
import { formatCount, formatPercent } from "../../../ui/format.ts";
import { Select } from "../../../ui/select.tsx";
import { useText } from "../../../ui/text/use-text.ts";
import { AnalysisEmpty, AnalysisHead } from "../../kit/analysis-head.tsx";
import { EvaluationTable } from "../kit/evaluation-table.tsx";
import { useMoral } from "../kit/moral-desk.ts";
import { usePersonNames } from "../kit/use-profile.ts";
import { QuestionScores } from "./question-scores.tsx";
import { useEvaluation } from "./use-evaluation.ts";
import { WriteAll } from "./write-all.tsx";
import "./evaluation.css";

const EVERYONE = "";

/** ROUGE of every system against the references: as a table of means, and question by question. */
export function EvaluationTab() {
  const text = useText().moralParts.evaluation;
  const nameOf = usePersonNames();
  const set = useMoral((s) => s.set);
  const [person, setPerson] = useState(EVERYONE);
  const [stem, setStem] = useState(true);
  const people = set?.people ?? [];
  const whose = people.includes(person) ? person : EVERYONE;
  const evaluation = useEvaluation(whose || null, stem);
  const { result, share, isRunning, isCancelled, cancel, again } = evaluation;
  if (set && set.cases === 0) return <AnalysisEmpty>{text.noReferences}</AnalysisEmpty>;
  return (
    <>
      <AnalysisHead lead={text.lead}>
        <span className="evaluation-switch">
          <span className="muted">{text.whose}</span>
          <Select
            label={text.whose}
            value={whose}
            options={[EVERYONE, ...people].map((one) => ({
              value: one,
              label: one === EVERYONE ? text.everyone : nameOf(one),
            }))}
            onChange={setPerson}
          />
        </span>
        <label className="evaluation-switch">
          <input
            type="checkbox"
            checked={stem}
            onChange={(event) => setStem(event.currentTarget.checked)}
          />
          {text.stem}
        </label>
        <WriteAll person={whose || null} cases={result?.cases.length ?? 0} />
      </AnalysisHead>
      <div className="evaluation-status">
        {isRunning && (
          <div className="analysis-status analysis-running">
            <progress aria-label={text.running} value={share} max={1} />
            <span aria-hidden="true">{formatPercent(share)}</span>
            <button type="button" className="text-button" onClick={cancel}>
              {text.cancel}
            </button>
          </div>
        )}
        {isCancelled && (
          <div className="analysis-status" role="status">
            <span>{text.cancelled}</span>
            <button type="button" className="text-button" onClick={again}>
              {text.again}
            </button>
          </div>
        )}
      </div>
      {result && (
        <>
          <EvaluationTable systems={result.systems} />
          <p className="analysis-note">
            {result.cases.length === 1
              ? text.meansOne
              : text.means(formatCount(result.cases.length))}{" "}
            {stem ? text.stemOn : text.stemOff}
          </p>
          <QuestionScores evaluation={result} stem={stem} />
        </>
      )}
    </>
  );
}

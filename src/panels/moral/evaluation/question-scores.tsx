import { Fragment, useState } from "react";
import type { EvaluationSummary } from "../../../moral/evaluation.ts";
import type { RougeType } from "../../../moral/rouge/rouge.ts";
import { Choice } from "../../../ui/choice.tsx";
import { formatCount, formatNumber } from "../../../ui/format.ts";
import { ScrollBox } from "../../../ui/scroll-box.tsx";
import { useText } from "../../../ui/text/use-text.ts";
import { MEASURES } from "../kit/evaluation-table.tsx";
import { useAnswerLanguage, useMoral } from "../kit/moral-desk.ts";
import { usePersonNames, useSystemNames } from "../kit/use-profile.ts";
import { AnswerComparison } from "./answer-comparison.tsx";

const FIRST = 8;
const STEP = 40;

/** F of every system on every question, one measure at a time; a question opens on its texts with what was matched. */
export function QuestionScores({
  evaluation,
  stem,
}: {
  evaluation: EvaluationSummary;
  stem: boolean;
}) {
  const text = useText().moralParts.evaluation;
  const questions = useMoral((s) => s.set?.questions) ?? [];
  const lang = useAnswerLanguage();
  const systemName = useSystemNames();
  const personName = usePersonNames();
  const [type, setType] = useState<RougeType>("rougeLsum");
  const [shown, setShown] = useState(FIRST);
  const [open, setOpen] = useState<number | null>(null);
  const { cases, systems } = evaluation;
  const rest = cases.length - shown;
  return (
    <section className="analysis-part">
      <div className="analysis-head">
        <h3 className="analysis-subtitle">{text.questionsTitle}</h3>
        <Choice<RougeType>
          label={text.by}
          value={type}
          options={MEASURES.map((value) => ({ value, label: text.measures[value] }))}
          onChange={setType}
        />
      </div>
      <ScrollBox className="analysis-scroll" label={text.questionsTitle}>
        <table className="analysis-table question-scores">
          <caption className="visually-hidden">{text.questionsTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{text.question}</th>
              <th scope="col">{text.person}</th>
              {systems.map(({ id }) => (
                <th key={id} scope="col" className="number">
                  {systemName(id)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cases.slice(0, shown).map(({ question, person }, place) => {
              const isOpen = open === place;
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: cases have no other name than their place
                <Fragment key={place}>
                  <tr>
                    <th scope="row">
                      <button
                        type="button"
                        className="question-open"
                        aria-expanded={isOpen}
                        onClick={() => setOpen(isOpen ? null : place)}
                      >
                        <span lang={lang}>{questions[question]}</span>
                      </button>
                    </th>
                    <td className="muted">{person === null ? text.none : personName(person)}</td>
                    {systems.map(({ id, perQuestion }) => {
                      const f = perQuestion[type][place];
                      return (
                        <td key={id} className="number">
                          {Number.isNaN(f) ? text.none : formatNumber(f, { digits: 2 })}
                        </td>
                      );
                    })}
                  </tr>
                  {isOpen && (
                    <tr>
                      <td colSpan={systems.length + 2} className="comparison-cell">
                        <AnswerComparison
                          place={place}
                          systems={systems.map(({ id }) => id)}
                          type={type}
                          stem={stem}
                        />
                      </td>
                    </tr>
                  )}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </ScrollBox>
      {rest > 0 && (
        <button type="button" className="text-button" onClick={() => setShown(shown + STEP)}>
          {text.more(formatCount(Math.min(STEP, rest)))}
        </button>
      )}
    </section>
  );
}

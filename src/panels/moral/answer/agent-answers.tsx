import type { AnsweredQuestion } from "../../../moral/questions/question-desk.ts";
import { ValueMark } from "../../../plots/base/value-mark.tsx";
import { formatPercent } from "../../../ui/format.ts";
import { useText } from "../../../ui/text/use-text.ts";
import { useAnswerLanguage, useMoral } from "../kit/moral-desk.ts";
import { useValueNames } from "../kit/use-profile.ts";

/** What each agent answered, and what its answer does for the person. */
export function AgentAnswers({ reply, ids }: { reply: AnsweredQuestion; ids: readonly string[] }) {
  const text = useText().moral.answer;
  const method = useMoral((s) => s.method);
  const nameOf = useValueNames();
  const lang = useAnswerLanguage();
  const answers = reply.select?.answers ?? [];
  if (answers.length === 0) return null;
  const used = method === "generate" ? [] : (reply[method]?.sentences ?? []);
  return (
    <details className="agents-said">
      <summary>{text.more}</summary>
      <p className="answer-says">{text.agentsLead}</p>
      <ul className="agents-list">
        {answers.map(({ agent, text: answerText, score, share }) => (
          <li
            key={agent}
            className={used.some((s) => s.agent === agent) ? "agent agent-used" : "agent"}
          >
            <div className="agent-head">
              <ValueMark place={Math.max(0, ids.indexOf(agent))} />
              <strong>{nameOf(agent)}</strong>
              <span className="visually-hidden">
                {text.scoreOf(nameOf(agent), formatPercent(score), formatPercent(share))}
              </span>
              <span className="agent-bar" aria-hidden="true">
                <span style={{ width: `${100 * score}%` }} />
              </span>
              <span className="agent-score" aria-hidden="true">
                {formatPercent(score)}
              </span>
            </div>
            <p lang={lang}>{answerText}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}

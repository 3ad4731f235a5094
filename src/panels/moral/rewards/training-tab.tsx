import { useState } from "react";
import { formatCount } from "../../../ui/format.ts";
import { NumberField } from "../../../ui/number-field.tsx";
import { useText } from "../../../ui/text/use-text.ts";
import { AnalysisEmpty, AnalysisHead } from "../../kit/analysis-head.tsx";
import { useDesk, useMoral } from "../kit/moral-desk.ts";
import { useProfile, useValueNames } from "../kit/use-profile.ts";
import { useReply } from "../kit/use-reply.ts";
import "./training.css";

const MOST_SEED = 999_999;

/** What was explored here as files to train with elsewhere: training set, recipe, reward function. */
export function TrainingTab() {
  const text = useText().moralParts.training;
  const { saveTraining } = useDesk();
  const stamp = useMoral((s) => s.stamp);
  const hasSet = useMoral((s) => s.set !== null);
  const { ids } = useProfile();
  const nameOf = useValueNames();
  const [seed, setSeed] = useState(1);
  const names = ids.map((id) => [id, nameOf(id)] as const);
  const key = hasSet ? JSON.stringify([stamp, names, seed]) : null;
  const { reply } = useReply(key, (service) => service.training(names, { seed }));
  const set = (next: number) => setSeed(Math.min(MOST_SEED, Math.max(0, Math.round(next))));
  if (reply && reply.train.count + reply.validation.count + reply.test.count === 0)
    return <AnalysisEmpty>{text.none}</AnalysisEmpty>;
  return (
    <>
      <AnalysisHead lead={text.lead}>
        <span className="moral-switch">
          <span className="muted">{text.seed}</span>
          <NumberField
            label={text.seed}
            shown={String(seed)}
            invalid={text.seedInvalid}
            parse={(typed) => {
              const number = Number(typed);
              return Number.isInteger(number) && number >= 0 && number <= MOST_SEED ? number : null;
            }}
            onCommit={set}
            onStep={(steps) => set(seed + steps)}
          />
        </span>
      </AnalysisHead>
      {reply && (
        <>
          <p>
            {text.counts(
              formatCount(reply.train.count),
              formatCount(reply.validation.count),
              formatCount(reply.test.count),
            )}
          </p>
          <ul className="training-contents">
            <li>{text.contents.data}</li>
            <li>{text.contents.recipe}</li>
            <li>{text.contents.reward}</li>
          </ul>
          <button type="button" className="button button-main" onClick={() => saveTraining(reply)}>
            {text.save}
          </button>
          <details className="training-example">
            <summary>{text.example}</summary>
            <pre>{exampleOf(reply.train.lines || reply.test.lines)}</pre>
          </details>
        </>
      )}
    </>
  );
}

/** The first example, each message under its role. */
function exampleOf(lines: string): string {
  const end = lines.indexOf("\n");
  if (end < 0) return "";
  const { messages } = JSON.parse(lines.slice(0, end)) as {
    messages: readonly { readonly role: string; readonly content: string }[];
  };
  return messages.map(({ role, content }) => `${role}:\n${content}`).join("\n\n");
}

import { useState } from "react";
import type { RougeType } from "../../../moral/rouge/rouge.ts";
import type { Stretch } from "../../../moral/rouge/rouge-matches.ts";
import { Choice } from "../../../ui/choice.tsx";
import { formatNumber } from "../../../ui/format.ts";
import { useText } from "../../../ui/text/use-text.ts";
import { useAnswerLanguage, useMoral } from "../kit/moral-desk.ts";
import { useSystemNames } from "../kit/use-profile.ts";
import { useReply } from "../kit/use-reply.ts";

/** One system's answer beside the reference, with what a measure found in both marked. */
export function AnswerComparison({
  place,
  systems,
  type,
  stem,
}: {
  /** The case's place in the evaluation. */
  place: number;
  systems: readonly string[];
  type: RougeType;
  stem: boolean;
}) {
  const text = useText().moralParts.evaluation;
  const stamp = useMoral((s) => s.stamp);
  const nameOf = useSystemNames();
  const [system, setSystem] = useState(systems.includes("compose") ? "compose" : systems[0]);
  const key = JSON.stringify([stamp, place, system, type, stem]);
  const { reply } = useReply(key, (service) => service.compare(place, system, type, stem));
  const write = (x: number) => formatNumber(x, { digits: 2 });
  return (
    <div className="comparison">
      <Choice
        label={text.system}
        value={system}
        options={systems.map((value) => ({ value, label: nameOf(value) }))}
        onChange={setSystem}
      />
      {reply && (
        <>
          <div className="comparison-texts">
            <div>
              <h4>{text.reference}</h4>
              <Marked stretches={reply.matches.target} />
            </div>
            <div>
              <h4>{text.answer}</h4>
              <Marked stretches={reply.matches.prediction} />
            </div>
          </div>
          <p className="muted">
            {text.scores(
              write(reply.scores[type].precision),
              write(reply.scores[type].recall),
              write(reply.scores[type].f),
            )}
            {". "}
            {text.matched}
          </p>
        </>
      )}
    </div>
  );
}

function Marked({ stretches }: { stretches: readonly Stretch[] }) {
  const lang = useAnswerLanguage();
  return (
    <p className="marked" lang={lang}>
      {stretches.map(({ text, matched }, k) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no other name than their place
        matched ? <mark key={k}>{text}</mark> : text,
      )}
    </p>
  );
}

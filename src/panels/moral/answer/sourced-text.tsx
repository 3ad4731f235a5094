import { Fragment } from "react";
import type { SourcedSentence } from "../../../moral/aggregate/aggregate.ts";
import { valueColor } from "../../../plots/base/value-color.ts";
import { ValueMark } from "../../../plots/base/value-mark.tsx";
import { useText } from "../../../ui/text/use-text.ts";
import { useAnswerLanguage } from "../kit/moral-desk.ts";
import { useValueNames } from "../kit/use-profile.ts";

/** An answer whose every sentence says which agent it came from. */
export function SourcedText({
  sentences,
  ids,
}: {
  sentences: readonly SourcedSentence[];
  /** Ids of the values, whose places give colours and marks. */
  ids: readonly string[];
}) {
  const { locale, ...words } = useText();
  const text = words.moral.answer;
  const lang = useAnswerLanguage();
  const nameOf = useValueNames();
  return (
    <p className="sourced">
      {sentences.map(({ text: sentence, agent }) => {
        const place = agent === null ? -1 : ids.indexOf(agent);
        return (
          <Fragment key={sentence}>
            <span
              className="sourced-words"
              lang={lang}
              style={place < 0 ? undefined : { textDecorationColor: valueColor(place) }}
            >
              {sentence.slice(0, lastWord(sentence))}
              <span className="sourced-end">
                {sentence.slice(lastWord(sentence))}
                {agent !== null && (
                  <span className="sourced-from" lang={locale}>
                    {place >= 0 && <ValueMark place={place} />}
                    <span className="visually-hidden">{text.from(nameOf(agent))}</span>
                    <span aria-hidden="true">{nameOf(agent)}</span>
                  </span>
                )}
              </span>
            </span>{" "}
          </Fragment>
        );
      })}
    </p>
  );
}

/** Where the last word begins: it stays on one line with the name of its agent. */
function lastWord(sentence: string): number {
  return sentence.trimEnd().lastIndexOf(" ") + 1;
}

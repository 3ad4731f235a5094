import { formatCount } from "../../../ui/format.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { NextIcon, PreviousIcon } from "../../../ui/icons.tsx";
import { NumberField } from "../../../ui/number-field.tsx";
import { useText } from "../../../ui/text/use-text.ts";
import { useAnswerLanguage, useDesk, useMoral } from "../kit/moral-desk.ts";

/** The question that is answered, and the way to another one. */
export function QuestionBar() {
  const text = useText().moral.question;
  const { store } = useDesk();
  const set = useMoral((s) => s.set);
  const lang = useAnswerLanguage();
  const at = useMoral((s) => s.question);
  if (!set) return null;
  const count = set.questions.length;
  const go = (question: number) => store.setState({ question: (question + count) % count });
  return (
    <div className="question">
      <div className="question-bar">
        <IconButton label={text.previous} onPress={() => go(at - 1)}>
          <PreviousIcon />
        </IconButton>
        <IconButton label={text.next} onPress={() => go(at + 1)}>
          <NextIcon />
        </IconButton>
        <p className="muted">
          {text.label}{" "}
          <NumberField
            label={text.go}
            shown={formatCount(at + 1)}
            invalid={text.invalid(formatCount(count))}
            parse={(typed) => {
              const number = Number(typed);
              return Number.isInteger(number) && number >= 1 && number <= count ? number : null;
            }}
            onCommit={(number) => go(number - 1)}
            onStep={(steps) => go(at + steps)}
          />{" "}
          {text.of(formatCount(count))}
        </p>
        <p className="question-source">
          {set.name === null ? text.demonstration : text.file(set.name)}
        </p>
      </div>
      <h3 className="question-text" lang={lang}>
        {set.questions[at]}
      </h3>
    </div>
  );
}

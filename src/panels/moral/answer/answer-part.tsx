import { METHODS, type Method } from "../../../state/moral-store.ts";
import { Choice } from "../../../ui/choice.tsx";
import { NumberField } from "../../../ui/number-field.tsx";
import { useText } from "../../../ui/text/use-text.ts";
import { useDocument } from "../../kit/stores.ts";
import { useAnswerLanguage, useDesk, useMoral } from "../kit/moral-desk.ts";
import { usePersonNames, useProfile } from "../kit/use-profile.ts";
import { useReply } from "../kit/use-reply.ts";
import { AgentAnswers } from "./agent-answers.tsx";
import { GeneratePart } from "./generate-part.tsx";
import { QuestionBar } from "./question-bar.tsx";
import { SourcedText } from "./sourced-text.tsx";
import "./answer-part.css";

const MOST_SENTENCES = 12;

/** One question, its answer for the person in a chosen way, and what it was made from. */
export function AnswerPart() {
  const text = useText().moral.answer;
  const { store } = useDesk();
  const { profile, ids } = useProfile();
  const method = useMoral((s) => s.method);
  const question = useMoral((s) => s.question);
  const sentences = useMoral((s) => s.sentences);
  const seed = useMoral((s) => s.seed);
  const stamp = useMoral((s) => s.stamp);
  const isReady = useMoral((s) => s.set !== null && s.model !== null);
  const { weights, strength } = profile;
  const request = { question, adherence: { weights, strength }, sentences, seed };
  const key = isReady ? JSON.stringify([stamp, request]) : null;
  const { reply } = useReply(key, (service) => service.answer(request));
  const isEmpty = Object.values(weights).every((weight) => weight === 0);
  return (
    <section className="answer-part" aria-labelledby="answer-heading">
      <QuestionBar />
      <div className="answer-head">
        <h3 id="answer-heading" className="answer-heading" tabIndex={-1}>
          {text.heading}
        </h3>
        <Choice<Method>
          label={text.method}
          value={method}
          options={METHODS.map((value) => ({ value, label: text.methods[value] }))}
          onChange={(next) => store.setState({ method: next })}
        />
      </div>
      <p className="answer-says">
        {text.says[method]}
        {method === "compose" && <Sentences />}
        {method === "draw" && (
          <button
            type="button"
            className="text-button"
            onClick={() => store.setState({ seed: seed + 1 })}
          >
            {text.again}
          </button>
        )}
      </p>
      {method === "generate" ? (
        <GeneratePart />
      ) : (
        <AnswerText reply={reply} method={method} ids={ids} isEmpty={isEmpty} />
      )}
      {reply && <AgentAnswers reply={reply} ids={ids} />}
      {reply && <References reply={reply} />}
    </section>
  );
}

function AnswerText({
  reply,
  method,
  ids,
  isEmpty,
}: {
  reply: Reply | null;
  method: Exclude<Method, "generate">;
  ids: readonly string[];
  /** True where no value counts, so that there is nothing to answer by. */
  isEmpty: boolean;
}) {
  const text = useText().moral.answer;
  const isGesturing = useDocument((s) => s.isGesturing);
  const answer = reply?.[method];
  const nothing = !reply ? text.waiting : isEmpty ? text.nothing : text.none;
  return (
    <div className="answer-text" aria-live="polite" aria-busy={!reply || isGesturing}>
      {answer && !isEmpty ? (
        <SourcedText sentences={answer.sentences} ids={ids} />
      ) : (
        <p className="answer-waits">{nothing}</p>
      )}
    </div>
  );
}

function Sentences() {
  const text = useText().moral.answer;
  const { store } = useDesk();
  const sentences = useMoral((s) => s.sentences);
  const set = (count: number) =>
    store.setState({ sentences: Math.min(MOST_SENTENCES, Math.max(1, Math.round(count))) });
  return (
    <span className="answer-sentences">
      {text.sentences}
      <NumberField
        label={text.sentences}
        shown={String(sentences)}
        invalid={text.sentencesInvalid(String(MOST_SENTENCES))}
        parse={(typed) => {
          const count = Number(typed);
          return Number.isInteger(count) && count >= 1 && count <= MOST_SENTENCES ? count : null;
        }}
        onCommit={set}
        onStep={(steps) => set(sentences + steps)}
      />
    </span>
  );
}

function References({ reply }: { reply: Reply }) {
  const text = useText().moral.answer;
  const nameOf = usePersonNames();
  const lang = useAnswerLanguage();
  const { original, references } = reply.question;
  if (original === null && references.length === 0) return null;
  return (
    <dl className="answer-others">
      {original !== null && (
        <div>
          <dt>{text.original}</dt>
          <dd lang={lang}>{original}</dd>
        </div>
      )}
      {references.map((reference) => (
        <div key={reference.text}>
          <dt>
            {reference.person === null
              ? text.referenceAny
              : text.reference(nameOf(reference.person))}
          </dt>
          <dd lang={lang}>{reference.text}</dd>
        </div>
      ))}
    </dl>
  );
}

type Reply = Parameters<typeof AgentAnswers>[0]["reply"];

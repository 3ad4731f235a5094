import { type WrittenAnswer, writtenKey } from "../../../state/moral-store.ts";
import { useText } from "../../../ui/text/use-text.ts";
import { useDesk, useMoral } from "../kit/moral-desk.ts";
import { EndpointForm } from "./endpoint-form.tsx";
import { PromptForm } from "./prompt-form.tsx";
import { usePrompt } from "./use-prompt.ts";
import "./generate-part.css";

const NONE: readonly WrittenAnswer[] = [];

/** One answer written by a language model: where it is, what it is told, and what it writes. */
export function GeneratePart() {
  const text = useText().moral.generate;
  const { write, stopWriting } = useDesk();
  const writing = useMoral((s) => s.writing);
  const answers = useMoral((s) => s.written.get(writtenKey(s)) ?? NONE);
  const { address, model } = useMoral((s) => s.endpoint);
  const prompt = usePrompt();
  const isReady = address.trim() !== "" && model.trim() !== "";
  const isWriting = writing.phase === "writing";
  const [newest, ...earlier] = answers;
  return (
    <div className="generate">
      <EndpointForm
        isWriting={isWriting}
        isReady={isReady}
        hasWritten={newest !== undefined || writing.phase === "failed"}
        onAsk={() => write(prompt.messages)}
        onStop={stopWriting}
      />
      <div className="answer-text" aria-live="polite" aria-busy={isWriting}>
        {isWriting && writing.text && <p className="sourced">{writing.text}</p>}
        {isWriting && (
          <p className="answer-waits">
            {writing.wait === null ? text.writing : text.waiting(String(writing.wait))}
          </p>
        )}
        {!isWriting && newest && <KeptAnswer answer={newest} />}
        {writing.phase === "idle" && !newest && <p className="answer-waits">{text.empty}</p>}
        <Failure hasAnswer={newest !== undefined} />
      </div>
      <Earlier answers={isWriting ? answers : earlier} />
      <PromptForm prompt={prompt} />
    </div>
  );
}

function KeptAnswer({
  answer,
  className = "sourced",
}: {
  answer: WrittenAnswer;
  className?: string;
}) {
  const text = useText().moral.generate;
  const { throwWrittenAway } = useDesk();
  return (
    <>
      <p className={className}>{answer.text}</p>
      {answer.isCut && <p className="muted">{text.cut}</p>}
      <button type="button" className="text-button" onClick={() => throwWrittenAway(answer.id)}>
        {text.throwAway}
      </button>
    </>
  );
}

/** What was written before; it stays until it is thrown away. */
function Earlier({ answers }: { answers: readonly WrittenAnswer[] }) {
  const text = useText().moral.generate;
  if (answers.length === 0) return null;
  return (
    <details className="prompt">
      <summary>{text.earlier(answers.length)}</summary>
      {answers.map((answer) => (
        <KeptAnswer key={answer.id} answer={answer} className="written-earlier" />
      ))}
    </details>
  );
}

function Failure({ hasAnswer }: { hasAnswer: boolean }) {
  const text = useText().moral.generate;
  const { failure, text: arrived } = useMoral((s) => s.writing);
  if (!failure) return null;
  const detail = failure.detail ? text.detail(failure.detail) : "";
  return (
    <p className="generate-failure" role="alert">
      {text.failures[failure.reason](detail)} {arrived ? text.kept : hasAnswer && text.earlierKept}
    </p>
  );
}

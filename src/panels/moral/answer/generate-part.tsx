import { useText } from "../../../ui/text/use-text.ts";
import { useDesk, useMoral } from "../kit/moral-desk.ts";
import { EndpointForm } from "./endpoint-form.tsx";
import { PromptForm } from "./prompt-form.tsx";
import { usePrompt } from "./use-prompt.ts";
import "./generate-part.css";

/** One answer written by a language model: where it is, what it is told, and what it writes. */
export function GeneratePart() {
  const text = useText().moral.generate;
  const { write, stopWriting } = useDesk();
  const writing = useMoral((s) => s.writing);
  const { address, model } = useMoral((s) => s.endpoint);
  const prompt = usePrompt();
  const isReady = address.trim() !== "" && model.trim() !== "";
  const isWriting = writing.phase === "writing";
  return (
    <div className="generate">
      <EndpointForm
        isWriting={isWriting}
        isReady={isReady}
        hasWritten={writing.phase !== "idle"}
        onAsk={() => write(prompt.messages)}
        onStop={stopWriting}
      />
      <div className="answer-text" aria-live="polite" aria-busy={isWriting}>
        {writing.text ? (
          <p className="sourced">{writing.text}</p>
        ) : (
          writing.phase === "idle" && <p className="answer-waits">{text.empty}</p>
        )}
        {isWriting && (
          <p className="answer-waits">
            {writing.wait === null ? text.writing : text.waiting(String(writing.wait))}
          </p>
        )}
        <Failure />
      </div>
      <PromptForm prompt={prompt} />
    </div>
  );
}

function Failure() {
  const text = useText().moral.generate;
  const { failure, text: arrived } = useMoral((s) => s.writing);
  if (!failure) return null;
  const detail = failure.detail ? text.detail(failure.detail) : "";
  return (
    <p className="generate-failure" role="alert">
      {text.failures[failure.reason](detail)} {arrived && text.kept}
    </p>
  );
}

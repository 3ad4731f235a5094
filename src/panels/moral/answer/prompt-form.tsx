import { useId } from "react";
import { useText } from "../../../ui/text/use-text.ts";
import type { Prompt } from "./use-prompt.ts";

/** What the language model is told, shown in full and open to change. */
export function PromptForm({ prompt }: { prompt: Prompt }) {
  const text = useText().moral.generate;
  const id = useId();
  return (
    <details className="prompt">
      <summary>{text.prompt}</summary>
      {prompt.messages.map(({ role, content }) => {
        if (role === "assistant") return null;
        return (
          <div key={role} className="prompt-part">
            <label htmlFor={`${id}-${role}`}>{text[role]}</label>
            <textarea
              id={`${id}-${role}`}
              rows={10}
              maxLength={200_000}
              spellCheck={false}
              value={content}
              onChange={(event) => prompt.change(role, event.currentTarget.value)}
            />
          </div>
        );
      })}
      <button
        type="button"
        className="text-button"
        disabled={!prompt.isChanged}
        onClick={prompt.reset}
      >
        {text.reset}
      </button>
    </details>
  );
}

import { useState } from "react";
import type { Scenario } from "../../share/document/document.ts";
import { keepScenario, MOST_SCENARIOS, nextScenarioName } from "../../state/scenarios.ts";
import { useText } from "../../ui/text/use-text.ts";
import { useDocument } from "../kit/stores.ts";

/** Keeps the palette under a name, by default the next letter. */
export function KeepForm({ scenarios }: { scenarios: readonly Scenario[] }) {
  const text = useText().analyses.compare;
  const edit = useDocument((s) => s.edit);
  const [name, setName] = useState("");
  const next = nextScenarioName(scenarios);
  return (
    <form
      className="keep-form"
      onSubmit={(event) => {
        event.preventDefault();
        edit((document) => keepScenario(document, name.trim() || next));
        setName("");
      }}
    >
      <input
        className="text-field keep-name"
        aria-label={text.name}
        placeholder={next}
        value={name}
        maxLength={40}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" className="button" disabled={scenarios.length >= MOST_SCENARIOS}>
        {text.keep}
      </button>
    </form>
  );
}

import type { Reading } from "../../ingest/table/reading.ts";
import { useText } from "../../ui/text/use-text.ts";
import { useDataActions } from "./data-actions.ts";
import type { ImportState } from "./import-store.ts";

type PreviewState = Extract<ImportState, { phase: "preview" }>;

/** Every guess about the rows of a file as a line, with a button for each other way to read them. */
export function ReadingLines({ state }: { state: PreviewState }) {
  return state.preview.readings.map((reading) => (
    <ReadingLine key={reading.kind} reading={reading} state={state} />
  ));
}

function ReadingLine({ reading, state: { choices } }: { reading: Reading; state: PreviewState }) {
  const text = useText().readings;
  const { readAgain } = useDataActions();
  const { kind, others } = reading;
  const take = (pick: string) => {
    const { joinBy: _, ...rest } = choices;
    readAgain({ ...rest, picks: { ...choices.picks, [kind]: pick } });
  };
  return (
    <li>
      <span>{text.said[kind](reading)}</span>{" "}
      {others.map((other) => (
        <button
          key={other.pick}
          type="button"
          className="text-button"
          onClick={() => take(other.pick)}
        >
          {text.ways[kind](other)}
        </button>
      ))}
    </li>
  );
}

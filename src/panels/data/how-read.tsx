import type { Problem } from "../../ingest/table/table.ts";
import { formatCount } from "../../ui/format.ts";
import { useText } from "../../ui/text/use-text.ts";
import { useDataActions } from "./data-actions.ts";
import { type ImportState, OFFERED_SAMPLE } from "./import-store.ts";
import { problemText } from "./problem-list.tsx";
import { ReadingLines } from "./reading-lines.tsx";

type PreviewState = Extract<ImportState, { phase: "preview" }>;

/** How the rows were understood (layout, orientation, every guess, sample), each with the way to read them otherwise. */
export function HowRead({ state }: { state: PreviewState }) {
  return (
    <ul className="how-read">
      <LayoutLine state={state} />
      <ShapeLine state={state} />
      <ReadingLines state={state} />
      <SampleLine state={state} />
      <SummaryLine state={state} />
    </ul>
  );
}

/** True for a problem that is shown with the way to read the file otherwise. */
export function isAsked({ code }: Problem): boolean {
  return code === "summary-left-out" || code === "summary-used";
}

function SummaryLine({ state: { preview, choices, name } }: { state: PreviewState }) {
  const words = useText();
  const text = words.data.howRead;
  const { readAgain } = useDataActions();
  return preview.problems.filter(isAsked).map((problem) => {
    const summaries = problem.code === "summary-used" ? "leave-out" : "use";
    const sentence = problemText(problem, words, name);
    return (
      <li key={sentence}>
        {sentence}{" "}
        <button
          type="button"
          className="text-button"
          onClick={() => readAgain({ ...choices, summaries })}
        >
          {text.summaries[summaries](problem.count ?? 1)}
        </button>
      </li>
    );
  });
}

function LayoutLine({ state: { preview, choices } }: { state: PreviewState }) {
  const text = useText().data.howRead;
  const { readAgain } = useDataActions();
  const { layout, openDirections } = preview;
  if (layout === null && !choices.isPlain) return null;
  return (
    <li>
      {layout === null ? text.plain : text.layouts[layout]}{" "}
      {openDirections.length > 0 && <strong>{text.openDirections(openDirections)} </strong>}
      <button
        type="button"
        className="text-button"
        onClick={() => readAgain({ ...choices, isPlain: !choices.isPlain })}
      >
        {layout === null ? text.asLayout : text.asPlain}
      </button>
    </li>
  );
}

function ShapeLine({ state: { preview, choices } }: { state: PreviewState }) {
  const text = useText().data.howRead;
  const { readAgain } = useDataActions();
  const { shape } = preview;
  if (!shape) return null;
  const [first, second, third] = shape.sizes.map((size) => formatCount(size));
  if (third !== undefined) return <li>{text.blocks(first, second, third)}</li>;
  const [rows, values] = shape.isWide ? [second, first] : [first, second];
  return (
    <li>
      {text.matrix(`${first} × ${second}`, rows, values)}{" "}
      {shape.isOpen && <strong>{text.openMatrix} </strong>}
      <button
        type="button"
        className="text-button"
        onClick={() => readAgain({ ...choices, isTurned: !choices.isTurned })}
      >
        {text.turn(values, rows)}
      </button>
    </li>
  );
}

function SampleLine({ state: { preview, choices } }: { state: PreviewState }) {
  const text = useText().data.howRead;
  const { readAgain } = useDataActions();
  const { sampledFrom, rows } = preview;
  const draw = (sample: typeof choices.sample) => readAgain({ ...choices, sample });
  if (sampledFrom !== null)
    return (
      <li>
        {text.sampled(formatCount(rows), formatCount(sampledFrom), String(choices.sample?.seed))}{" "}
        <button type="button" className="text-button" onClick={() => draw(null)}>
          {text.all}
        </button>
      </li>
    );
  if (rows <= OFFERED_SAMPLE.rows) return null;
  return (
    <li>
      {text.many(formatCount(rows))}{" "}
      <button type="button" className="text-button" onClick={() => draw(OFFERED_SAMPLE)}>
        {text.draw(formatCount(OFFERED_SAMPLE.rows))}
      </button>
    </li>
  );
}

import { formatCount } from "../../../ui/format.ts";
import { useText } from "../../../ui/text/use-text.ts";
import { useDesk, useMoral } from "../kit/moral-desk.ts";
import { useValueNames } from "../kit/use-profile.ts";

/** Lets the language model answer every case, so that it can be compared with the rest. */
export function WriteAll({
  person,
  cases,
}: {
  person: string | null;
  /** How many cases there are. */
  cases: number;
}) {
  const text = useText().moralParts.evaluation;
  const values = useText().moral.values;
  const nameOf = useValueNames();
  const { writeAll, stopWritingAll, throwAllWrittenAway } = useDesk();
  const generated = useMoral((s) => s.generated);
  const cut = [...generated.values()].filter(({ isCut }) => isCut).length;
  const { failures, detail, waiting } = useText().moral.generate;
  const failure = useMoral((s) => s.seriesFailure);
  const series = useMoral((s) => s.series);
  const { address, model } = useMoral((s) => s.endpoint);
  if (series)
    return (
      <span className="analysis-status" role="status">
        <progress aria-label={text.writingAll("", "")} value={series.done} max={series.of} />
        {text.writingAll(formatCount(series.done), formatCount(series.of))}{" "}
        {series.wait !== null && waiting(formatCount(series.wait))}
        <button type="button" className="text-button" onClick={stopWritingAll}>
          {text.cancel}
        </button>
      </span>
    );
  const written = generated.size > 0 && (
    <p className="muted">
      {text.written(formatCount(generated.size))} {cut > 0 && text.writtenCut(cut)}{" "}
      <button type="button" className="text-button" onClick={throwAllWrittenAway}>
        {text.throwAllAway}
      </button>
    </p>
  );
  if (!address.trim() || !model.trim()) return written || null;
  return (
    <>
      {written}
      {failure && (
        <p className="generate-failure" role="alert">
          {failures[failure.reason](failure.detail ? detail(failure.detail) : "")}{" "}
          {generated.size > 0 && text.goesOn}
        </p>
      )}
      <button
        type="button"
        className="button"
        onClick={() =>
          writeAll(person, (id) => ({
            id,
            name: nameOf(id),
            definition: Object.hasOwn(values, id) ? values[id].says : "",
          }))
        }
      >
        {text.writeAll(formatCount(cases))}
      </button>
    </>
  );
}

import { formatCount } from "../../../ui/format.ts";
import { useText } from "../../../ui/text/use-text.ts";
import { AnalysisHead } from "../../kit/analysis-head.tsx";
import { FileZone } from "../kit/file-zone.tsx";
import { useDesk, useMoral } from "../kit/moral-desk.ts";

/** Where the questions and answers come from, and how to bring others. */
export function DataTab() {
  const text = useText().moralParts.data;
  const { openDemonstration } = useDesk();
  const set = useMoral((s) => s.set);
  const dropped = useMoral((s) => s.dropped);
  return (
    <>
      <AnalysisHead lead={text.lead} />
      {set && (
        <div className="set-now">
          <p>
            <span className="muted">{text.current}: </span>
            <span className="set-name">{set.name ?? text.demonstration}</span>
          </p>
          <p className="muted">
            {text.counts(
              formatCount(set.questions.length),
              formatCount(set.agents.length),
              formatCount(set.cases),
            )}{" "}
            {dropped > 0 && text.dropped(formatCount(dropped))}
          </p>
          {set.name !== null && <p className="muted">{text.untilReload}</p>}
          {set.name !== null && (
            <button type="button" className="text-button" onClick={openDemonstration}>
              {text.back}
            </button>
          )}
        </div>
      )}
      <FileZone choose={text.choose} formats={text.formats} />
    </>
  );
}

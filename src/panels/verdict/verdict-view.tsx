import { StatusMark } from "../../plots/status-mark.tsx";
import { RichText } from "../../ui/rich-text.tsx";
import { Term } from "../../ui/term.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { MARKS } from "../marks.ts";
import { RepairList } from "./repair-list.tsx";
import type { Verdict } from "./verdict-model.ts";
import "./verdict.css";

/** The verdict: first in words, then in numbers, then what can be done. */
export function VerdictView({
  verdict,
  stale = false,
  onRepair,
}: {
  verdict: Verdict;
  /** True while a newer palette waits for its answer for longer than a moment. */
  stale?: boolean;
  onRepair: (targets: readonly (number | null)[]) => void;
}) {
  const text = useText();
  return (
    <div
      className={`verdict verdict-${verdict.state}`}
      data-state={verdict.state}
      aria-busy={stale}
    >
      <div className="verdict-mark">
        <StatusMark status={MARKS[verdict.state]} size={26} />
      </div>
      <div className="verdict-words">
        <p className="verdict-headline">{verdict.headline}</p>
        <p className="verdict-sentences">
          {verdict.sentences.map((sentence) => (
            <span key={sentence}>
              <RichText>{sentence}</RichText>{" "}
            </span>
          ))}
        </p>
        {verdict.notes.map((note) => (
          <p key={note} className="verdict-note">
            <RichText>{note}</RichText>
          </p>
        ))}
      </div>
      <div className="verdict-numbers">
        <dl className="figures">
          {verdict.figures.map(({ term, value, caption }) => (
            <div key={term} className={`figure figure-${term}`}>
              <dd className="figure-value">{value}</dd>
              <dt className="figure-caption">
                <Term term={term}>{caption}</Term>
              </dt>
            </div>
          ))}
        </dl>
        {verdict.figures.length > 0 && (
          <p className="figures-of">
            {verdict.figuresOf && (
              <>
                <Term term={verdict.state === "boundary" ? "edge" : "closest"}>
                  {verdict.figuresOf}
                </Term>
                {" · "}
              </>
            )}
            <Term term="inSample">{text.verdict.inSample}</Term>
          </p>
        )}
      </div>
      {verdict.repairs.length > 0 && <RepairList repairs={verdict.repairs} onRepair={onRepair} />}
    </div>
  );
}

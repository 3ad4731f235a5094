import { memo, type ReactNode } from "react";
import { StatusMark } from "../../plots/base/status-mark.tsx";
import { RichText } from "../../ui/rich-text.tsx";
import { Term } from "../../ui/term.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { MARKS } from "../kit/marks.ts";
import { RepairList, type RepairsAre } from "./repair-list.tsx";
import type { RepairCard, RepairLimit } from "./repair-model.ts";
import type { Verdict } from "./verdict-model.ts";
import "./verdict.css";

/** The verdict: first in words, then in numbers, then what can be done. */
export const VerdictView = memo(function VerdictView({
  verdict,
  repairs,
  limit,
  limitNames,
  repairsAre,
  onLimit,
  onRepair,
  children,
}: {
  verdict: Verdict;
  /** The repairs offered now, and how far they go; null while only the first is known. */
  repairs: readonly RepairCard[];
  limit: RepairLimit | null;
  limitNames: Readonly<Record<RepairLimit, string>>;
  repairsAre: RepairsAre;
  onLimit: (limit: RepairLimit) => void;
  onRepair: (targets: readonly (number | null)[]) => void;
  /** A last line of the words. */
  children?: ReactNode;
}) {
  const text = useText();
  const needed = verdict.figures.find(({ term }) => term === "needed");
  return (
    <div
      className={`verdict verdict-${verdict.isAsked ? verdict.state : "not-settled"}`}
      data-state={verdict.state}
    >
      <div className="verdict-bar">
        <div className="verdict-mark">
          <StatusMark status={verdict.isAsked ? MARKS[verdict.state] : "unsettled"} size={26} />
        </div>
        <p id="verdict" className="verdict-headline" tabIndex={-1}>
          {verdict.headline}
        </p>
        <Numbers verdict={verdict} />
      </div>
      <div className="verdict-words">
        <p className="verdict-sentences">
          {verdict.sentences.map((sentence) => (
            <span key={sentence}>
              <RichText>{sentence}</RichText>{" "}
            </span>
          ))}
        </p>
        {needed && (
          <p className="verdict-note verdict-needed">{text.verdict.needed(needed.value)}</p>
        )}
        {verdict.notes.map((note) => (
          <p key={note} className="verdict-note">
            <RichText>{note}</RichText>
          </p>
        ))}
        {children}
      </div>
      {(repairs.length > 0 || limit !== null) && (
        <RepairList
          repairs={repairs}
          limit={limit}
          limitNames={limitNames}
          are={repairsAre}
          onLimit={onLimit}
          onRepair={onRepair}
        />
      )}
    </div>
  );
});

function Numbers({ verdict }: { verdict: Verdict }) {
  const text = useText();
  const { figures, figuresOf, state } = verdict;
  if (figures.length === 0) return null;
  return (
    <div className="verdict-numbers">
      <dl className="figures">
        {figures.map(({ term, value, caption }) => (
          <div key={term} className={`figure figure-${term}`}>
            <dt className="figure-caption">
              <Term term={term}>{caption}</Term>
            </dt>
            <dd className="figure-value">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="figures-of">
        {figuresOf && (
          <>
            <Term term={state === "boundary" ? "edge" : "closest"}>{figuresOf}</Term>
            {" · "}
          </>
        )}
        <Term term="inSample">{text.verdict.inSample}</Term>
      </p>
    </div>
  );
}

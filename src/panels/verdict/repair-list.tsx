import { RichText } from "../../ui/rich-text.tsx";
import { Select } from "../../ui/select.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { REPAIR_LIMITS, type RepairCard, type RepairLimit } from "./repair-model.ts";
import "./repairs.css";

const MOST_CHANGES = 3;

/** Whether repairs are of the palette on the screen, of the one before a drag, or of one that no longer needs them. */
export type RepairsAre = "current" | "late" | "gone";

/** The repairs, one click each, with the change and the cost before the click. */
export function RepairList({
  repairs,
  limit,
  limitNames,
  are,
  onLimit,
  onRepair,
}: {
  repairs: readonly RepairCard[];
  /** How far they go, once all of them are worked out; null while only the first is known. */
  limit: RepairLimit | null;
  /** How each choice is called. */
  limitNames: Readonly<Record<RepairLimit, string>>;
  /** What is late or gone keeps its place, so that nothing below moves. */
  are: RepairsAre;
  onLimit: (limit: RepairLimit) => void;
  onRepair: (targets: readonly (number | null)[]) => void;
}) {
  const words = useText().verdict.repairs;
  return (
    <div className={`repairs-area repairs-${are}`} inert={are !== "current"}>
      {limit !== null && <LimitChoice limit={limit} names={limitNames} onLimit={onLimit} />}
      {repairs.length === 0 && <p className="verdict-note">{words.none}</p>}
      <ul className="repairs" aria-label={words.heading}>
        {repairs.map((repair) => (
          <li key={repair.id}>
            <button type="button" className="repair" onClick={() => onRepair(repair.targets)}>
              <span className="repair-title">
                {repair.title}
                {repair.recommended && (
                  <span className="repair-badge" title={words.why}>
                    {words.recommended}
                  </span>
                )}
              </span>
              <span className="repair-changes">
                {repair.changes.slice(0, MOST_CHANGES).map((change) => (
                  <span key={change}>
                    <RichText>{change}</RichText>
                  </span>
                ))}
                {repair.changes.length > MOST_CHANGES && (
                  <span>{words.more(repair.changes.length - MOST_CHANGES)}</span>
                )}
              </span>
              <span className="repair-cost">
                {repair.share} · {repair.cost}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function LimitChoice({
  limit,
  names,
  onLimit,
}: {
  limit: RepairLimit;
  names: Readonly<Record<RepairLimit, string>>;
  onLimit: (limit: RepairLimit) => void;
}) {
  const words = useText().verdict.repairs.reach;
  return (
    <div className="repair-reach">
      <Select
        label={words.label}
        value={limit}
        options={REPAIR_LIMITS.map((value) => ({ value, label: names[value] }))}
        onChange={onLimit}
      />
    </div>
  );
}

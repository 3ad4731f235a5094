import { formatCount } from "../../../ui/format.ts";
import { useText } from "../../../ui/text/use-text.ts";
import { useDesk, useMoral } from "../kit/moral-desk.ts";
import { useValueNames } from "../kit/use-profile.ts";

/** Labelled texts that were read and wait to be trained on; nothing where there are none. */
export function LabelledPreview() {
  const text = useText().moralParts.rewards;
  const { layouts } = useText().rewards;
  const { train } = useDesk();
  const labelled = useMoral((s) => s.labelled);
  const training = useMoral((s) => s.training);
  const nameOf = useValueNames();
  if (!labelled) return null;
  return (
    <div className="labelled">
      <p>
        <strong>{text.found(labelled.name)}</strong> {layouts[labelled.layout]}
      </p>
      <ul>
        {labelled.values.map(({ value, follows, violates }) => (
          <li key={value}>
            {text.foundValue(nameOf(value), formatCount(follows), formatCount(violates))}
          </li>
        ))}
      </ul>
      {labelled.skipped > 0 && (
        <p className="muted">{text.skipped(formatCount(labelled.skipped))}</p>
      )}
      <button
        type="button"
        className="button button-main"
        disabled={training !== null}
        onClick={() => train("files")}
      >
        {text.train}
      </button>
    </div>
  );
}

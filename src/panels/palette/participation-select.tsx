import type { Participation } from "../../share/document/document.ts";
import { useText } from "../../ui/text/use-text.ts";

const CHOICES: readonly Participation[] = ["target", "hold", "out"];
const HOUSE = "M7 1L13 7V15H1V7Z";

/** The handle's own shape: solid for a target, hollow where held, a dashed outline where left out. */
export function HandleShape({ participation }: { participation: Participation }) {
  return (
    <path
      d={HOUSE}
      strokeLinejoin="round"
      strokeDasharray={participation === "out" ? "2 2" : undefined}
    />
  );
}

/** How a value takes part; closed, it is the handle's shape, so that the rail reads as its own legend. */
export function ParticipationSelect({
  name,
  participation,
  color,
  disabled,
  onChange,
}: {
  name: string;
  participation: Participation;
  color: string;
  disabled: boolean;
  onChange: (participation: Participation) => void;
}) {
  const words = useText().palette.participation;
  return (
    <span className="select participation" title={words[participation]}>
      <svg className="select-shown" width="14" height="16" viewBox="0 0 14 16" aria-hidden="true">
        <g fill={participation === "target" ? color : "none"} stroke={color} strokeWidth="1.75">
          <HandleShape participation={participation} />
        </g>
      </svg>
      <svg className="select-caret" width="8" height="8" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M2 5l6 6 6-6" fill="none" stroke="currentColor" strokeWidth="2.2" />
      </svg>
      <select
        aria-label={words.label(name)}
        value={participation}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.value as Participation)}
      >
        {CHOICES.map((choice) => (
          <option key={choice} value={choice}>
            {words[choice]}
          </option>
        ))}
      </select>
    </span>
  );
}

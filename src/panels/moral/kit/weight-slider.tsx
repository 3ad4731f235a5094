import type { KeyboardEvent } from "react";
import { valueColor } from "../../../plots/base/value-color.ts";
import { ValueMark } from "../../../plots/base/value-mark.tsx";
import { formatNumber } from "../../../ui/format.ts";
import { NumberField } from "../../../ui/number-field.tsx";
import { useText } from "../../../ui/text/use-text.ts";
import { useGesture } from "../../kit/use-gesture.ts";
import type { ProfileEditing } from "./use-profile.ts";

const STEP = 0.05;
const LARGE = 0.2;
const STEPS: Record<string, number> = {
  ArrowRight: STEP,
  ArrowUp: STEP,
  ArrowLeft: -STEP,
  ArrowDown: -STEP,
  PageUp: LARGE,
  PageDown: -LARGE,
};

/** How much one value counts for the person, from 0 to 1: a name, a sentence, a slider and a number that can be typed. */
export function WeightSlider({
  id,
  place,
  name,
  says,
  weight,
  editing: { setWeight, begin },
}: {
  id: string;
  /** Its place among the values, which gives its colour and mark. */
  place: number;
  name: string;
  /** One sentence that says what the value is; empty for none. */
  says: string;
  weight: number;
  editing: Pick<ProfileEditing, "setWeight" | "begin">;
}) {
  const text = useText().moral.profile;
  const gesture = useGesture(begin);
  const shown = formatNumber(weight, { digits: 2 });
  const set = (next: number) => setWeight(id, Math.round(1000 * clamped(next)) / 1000);
  const key = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = STEPS[event.key];
    if (!step && event.key !== "Home" && event.key !== "End") return;
    event.preventDefault();
    gesture.begin();
    if (step) set(weight + (event.shiftKey ? LARGE * Math.sign(step) : step));
    else set(event.key === "Home" ? 0 : 1);
  };
  return (
    <li className="weight" style={{ ["--handle" as string]: valueColor(place) }}>
      <div className="weight-head">
        <ValueMark place={place} />
        <strong>{name}</strong>
        <NumberField
          label={text.weight(name)}
          shown={shown}
          invalid={text.weightInvalid}
          parse={parseWeight}
          onCommit={set}
          onStep={(steps) => set(weight + steps * STEP)}
        />
      </div>
      {says && <p className="weight-says">{says}</p>}
      <div className="weight-track">
        <span className="weight-fill" style={{ width: `${100 * weight}%` }} />
        <input
          type="range"
          className="weight-range"
          min={0}
          max={1}
          step="any"
          value={weight}
          aria-label={text.weight(name)}
          aria-valuetext={text.weightText(name, shown)}
          onPointerDown={gesture.begin}
          onPointerUp={gesture.end}
          onPointerCancel={gesture.cancel}
          onChange={(event) => set(event.currentTarget.valueAsNumber)}
          onKeyDown={key}
          onKeyUp={gesture.end}
          onBlur={gesture.end}
        />
      </div>
    </li>
  );
}

function clamped(weight: number): number {
  return Math.min(1, Math.max(0, weight));
}

function parseWeight(text: string): number | null {
  const weight = Number(text.trim().replace(",", "."));
  return text.trim() !== "" && weight >= 0 && weight <= 1 ? weight : null;
}

import { profileUnit } from "../../../core/profile/profile.ts";
import type { ValueSummary } from "../../../core/rows/samples.ts";
import type { Gesture } from "../../../state/document-store.ts";
import { formatNumber } from "../../../ui/format.ts";
import { NumberField } from "../../../ui/number-field.tsx";
import { useText } from "../../../ui/text/use-text.ts";
import { useGesture } from "../../kit/use-gesture.ts";

/** The slider is logarithmic from a tenth to a hundred; what is typed may go to a thousand. */
const LEAST = 0.1;
const MOST = 100;
const MOST_TYPED = 1000;
const STEP = 1.1;

/** How strongly a model follows the profile: 1/β, in nats per unit of what the profile weighs. */
export function ProfileStrength({
  strength,
  values,
  begin,
  onChange,
}: {
  strength: number;
  values: readonly ValueSummary[];
  /** Opens one movement, which is one step of undo. */
  begin: () => Gesture;
  onChange: (strength: number) => void;
}) {
  const text = useText().moralParts.palette;
  const gesture = useGesture(begin);
  const isRaw = profileUnit(values) === "raw";
  const shown = formatNumber(strength, { digits: strength < 10 ? 2 : 1 });
  const set = (next: number) =>
    onChange(Number(Math.min(MOST_TYPED, Math.max(0.01, next)).toPrecision(3)));
  return (
    <div className="profile-strength">
      <span>{text.strength}</span>
      <input
        type="range"
        className="weight-range strength-range"
        min={Math.log(LEAST)}
        max={Math.log(MOST)}
        step="any"
        value={Math.log(Math.min(MOST, Math.max(LEAST, strength)))}
        aria-label={text.strength}
        aria-valuetext={(isRaw ? text.strengthText : text.strengthTextSd)(shown)}
        onPointerDown={gesture.begin}
        onPointerUp={gesture.end}
        onPointerCancel={gesture.cancel}
        onBlur={gesture.end}
        onChange={(event) => set(Math.exp(event.currentTarget.valueAsNumber))}
        onKeyUp={gesture.end}
        onKeyDown={(event) => {
          const way = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
          if (!way) return;
          event.preventDefault();
          gesture.begin();
          set(strength * STEP ** (way * (event.shiftKey ? 5 : 1)));
        }}
      />
      <NumberField
        label={text.strength}
        shown={shown}
        invalid={text.strengthInvalid}
        parse={(typed) => {
          const number = Number(typed.trim().replace(",", "."));
          return number > 0 && number <= MOST_TYPED ? number : null;
        }}
        onCommit={set}
        onStep={(steps) => set(strength * STEP ** steps)}
      />
      <span className="muted strength-unit">{isRaw ? text.unitRaw : text.unitSd}</span>
    </div>
  );
}

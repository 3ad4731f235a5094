import { type KeyboardEvent, useState } from "react";
import "./number-field.css";

/**
 * A typed number. Enter or leaving it commits; what cannot be read is marked and goes back to the last good one on leaving;
 * the arrow keys call `onStep` with ±1, or ±10 with Shift or Page keys.
 */
export function NumberField<Typed = number>({
  label,
  shown,
  invalid,
  parse,
  onCommit,
  onStep,
  disabled = false,
}: {
  label: string;
  /** The number as it stands, already written. */
  shown: string;
  /** Said while what is typed cannot be read. */
  invalid: string;
  /** Null where the text is not a number. */
  parse: (text: string) => Typed | null;
  onCommit: (value: Typed) => void;
  onStep: (steps: number) => void;
  disabled?: boolean;
}) {
  const [draft, setDraft] = useState<string | null>(null);
  const wrong = draft !== null && draft.trim() !== "" && parse(draft) === null;
  const commit = () => {
    const value = draft === null || draft === shown ? null : parse(draft);
    if (value !== null) onCommit(value);
    setDraft(null);
  };
  const key = (event: KeyboardEvent<HTMLInputElement>) => {
    const steps = STEPS[event.key];
    if (event.key === "Enter" && !wrong) commit();
    else if (event.key === "Escape") setDraft(null);
    else if (steps) {
      event.preventDefault();
      setDraft(null);
      onStep(event.shiftKey ? 10 * Math.sign(steps) : steps);
    }
  };
  return (
    <input
      className="number-field"
      type="text"
      inputMode="decimal"
      maxLength={100}
      autoComplete="off"
      spellCheck={false}
      aria-label={label}
      data-idle={draft === null || undefined}
      aria-invalid={wrong || undefined}
      title={wrong ? invalid : undefined}
      disabled={disabled}
      value={draft ?? shown}
      style={{ width: `${Math.min(14, Math.max(5, (draft ?? shown).length + 0.5))}ch` }}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={commit}
      onKeyDown={key}
    />
  );
}

const STEPS: Record<string, number> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

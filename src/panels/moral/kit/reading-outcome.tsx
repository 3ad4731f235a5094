import type { Reading } from "../../../state/moral-store.ts";
import { useText } from "../../../ui/text/use-text.ts";

const MOST = 8;

/** Why a file cannot be used; nothing where none was refused. */
export function ReadingOutcome({ reading }: { reading: Reading }) {
  const text = useText();
  const { data } = text.moralParts;
  if (reading.phase === "idle" || reading.phase === "reading") return null;
  const sentences =
    reading.phase === "crashed"
      ? [data.crashed(reading.name)]
      : reading.phase === "lacking"
        ? [data.refused(reading.name), data.missing[reading.missing]]
        : reading.phase === "unreadable"
          ? [
              data.refused(reading.name),
              ...reading.problems.slice(0, MOST).map((p) => text.problems[p.code](p)),
            ]
          : [
              data.refused(reading.name),
              ...reading.problems.map((p) => text.rewards.problems[p.code](p)),
            ];
  return (
    <div className="file-zone-outcome" role="alert">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p className="muted">{data.kept}</p>
    </div>
  );
}

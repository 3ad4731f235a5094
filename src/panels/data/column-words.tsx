import type { ColumnMapping } from "../../ingest/mapping/mapping.ts";
import type { CountedWord } from "../../ingest/mapping/word-scores.ts";
import { useText } from "../../ui/text/use-text.ts";

const MOST_DIGITS = 40;

/** The words of a column and the number of each; an empty number is a gap. */
export function ColumnWords({
  words,
  mapping,
  onChange,
}: {
  words: readonly CountedWord[];
  mapping: ColumnMapping;
  onChange: (mapping: ColumnMapping) => void;
}) {
  const text = useText().readings.words;
  const { column, words: scores = {} } = mapping;
  const change = (word: string, typed: string) => {
    const number = typed.trim() === "" ? null : Number(typed.replace(",", "."));
    if (number === null || Number.isFinite(number))
      onChange({ ...mapping, words: { ...scores, [word]: number } });
  };
  return (
    <fieldset className="column-words">
      <legend className="visually-hidden">{text.title(column)}</legend>
      {words.map(({ word, count }) => (
        <label key={word}>
          <span>
            {word} <span className="muted">({text.count(count)})</span>
          </span>
          <input
            className="text-field"
            inputMode="decimal"
            maxLength={MOST_DIGITS}
            aria-label={text.numberOf(word, column)}
            placeholder={text.gap}
            defaultValue={scores[word] ?? ""}
            onBlur={(event) => change(word, event.currentTarget.value)}
          />
        </label>
      ))}
    </fieldset>
  );
}

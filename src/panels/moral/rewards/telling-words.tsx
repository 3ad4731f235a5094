import { ValueMark } from "../../../plots/base/value-mark.tsx";
import type { ValueClassifier } from "../../../rewards/reward-model.ts";
import { ScrollBox } from "../../../ui/scroll-box.tsx";
import { useText } from "../../../ui/text/use-text.ts";
import { useValueNames } from "../kit/use-profile.ts";

const SHOWN = 8;

/** The words that speak most for and against each value. */
export function TellingWords({ classifiers }: { classifiers: readonly ValueClassifier[] }) {
  const text = useText().moralParts.rewards;
  const nameOf = useValueNames();
  return (
    <section className="analysis-part">
      <h3 className="analysis-subtitle">{text.telling}</h3>
      <ScrollBox className="analysis-scroll" label={text.telling}>
        <table className="analysis-table telling">
          <caption className="visually-hidden">{text.telling}</caption>
          <thead>
            <tr>
              <th scope="col">{text.value}</th>
              <th scope="col">{text.tellingFollows}</th>
              <th scope="col">{text.tellingViolates}</th>
            </tr>
          </thead>
          <tbody>
            {classifiers.map(({ value, telling }, place) => (
              <tr key={value}>
                <th scope="row">
                  <ValueMark place={place} /> {nameOf(value)}
                </th>
                <td>{wordsOf(telling.follows)}</td>
                <td>{wordsOf(telling.violates)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

function wordsOf(words: readonly { readonly word: string }[]): string {
  return words
    .slice(0, SHOWN)
    .map(({ word }) => word)
    .join(", ");
}

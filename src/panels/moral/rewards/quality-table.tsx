import { ValueMark } from "../../../plots/base/value-mark.tsx";
import type { ValueClassifier } from "../../../rewards/reward-model.ts";
import { formatCount, formatNumber } from "../../../ui/format.ts";
import { ScrollBox } from "../../../ui/scroll-box.tsx";
import { useText } from "../../../ui/text/use-text.ts";
import { FiguresHead } from "../kit/figures-head.tsx";
import { useValueNames } from "../kit/use-profile.ts";

/** How well each classifier judges texts it has not seen. */
export function QualityTable({
  classifiers,
  isMeasuring,
}: {
  classifiers: readonly ValueClassifier[];
  isMeasuring: boolean;
}) {
  const text = useText().moralParts.rewards;
  const nameOf = useValueNames();
  const none = isMeasuring ? "…" : "–";
  const measured = classifiers.find(({ quality }) => quality !== null)?.quality;
  const spread = ({ mean, sd }: { mean: number; sd: number }) =>
    text.spread(formatNumber(mean, { digits: 3 }), formatNumber(sd, { digits: 3 }));
  return (
    <>
      <ScrollBox className="analysis-scroll" label={text.caption}>
        <table className="analysis-table agents-table">
          <caption className="visually-hidden">{text.caption}</caption>
          <FiguresHead columns={[text.value, text.texts, text.accuracy, text.auc, text.brier]} />
          <tbody>
            {classifiers.map(({ value, follows, violates, quality }, place) => (
              <tr key={value}>
                <th scope="row">
                  <ValueMark place={place} /> {nameOf(value)}
                </th>
                <td className="number">
                  {formatCount(follows)} + {formatCount(violates)}
                </td>
                <td className="number">{quality ? spread(quality.accuracy) : none}</td>
                <td className="number">
                  <strong>{quality ? spread(quality.auc) : none}</strong>
                </td>
                <td className="number">{quality ? spread(quality.brier) : none}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className="analysis-note">
        {measured
          ? text.heldOut(formatCount(measured.folds), formatCount(measured.repeats))
          : isMeasuring
            ? text.measuring
            : text.notMeasured}
      </p>
    </>
  );
}

import type { Evaluation } from "../../../moral/evaluation.ts";
import type { RougeType } from "../../../moral/rouge/rouge.ts";
import { formatNumber } from "../../../ui/format.ts";
import { ScrollBox } from "../../../ui/scroll-box.tsx";
import { useText } from "../../../ui/text/use-text.ts";
import { useSystemNames } from "./use-profile.ts";

/** The measures, in the order in which they are shown. */
export const MEASURES: readonly RougeType[] = ["rouge1", "rouge2", "rougeL", "rougeLsum"];

/** Mean F of every system, one column each, with its interval; the best of each measure stands out. */
export function EvaluationTable({ systems }: { systems: Evaluation["systems"] }) {
  const text = useText().moralParts.evaluation;
  const nameOf = useSystemNames();
  const write = (f: number) => formatNumber(f, { digits: 3 });
  return (
    <ScrollBox className="analysis-scroll" label={text.caption}>
      <table className="analysis-table evaluation-table">
        <caption className="visually-hidden">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.measure}</th>
            {systems.map(({ id }) => (
              <th key={id} scope="col" className="number">
                {nameOf(id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {MEASURES.map((type) => {
            const best = Math.max(...systems.map(({ means }) => means[type].mean || 0));
            return (
              <tr key={type}>
                <th scope="row">{text.measures[type]}</th>
                {systems.map(({ id, means }) => {
                  const { mean, low, high, count } = means[type];
                  return (
                    <td key={id} className="number">
                      {count === 0 ? (
                        text.none
                      ) : (
                        <>
                          {mean === best ? <strong>{write(mean)}</strong> : write(mean)}
                          <span className="evaluation-interval">
                            {text.interval(write(low), write(high))}
                          </span>
                        </>
                      )}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}

import type { HeldOutLevels } from "../../core/trust/held-out.ts";
import { digitsForError, formatCount, formatNumber } from "../../ui/format.ts";
import { useText } from "../../ui/text/use-text.ts";
import type { TrustOf } from "./trust-of.ts";

/** Levels on unseen answers beside the targets and the in-sample levels. */
export function HeldOutTable({
  heldOut,
  inSample,
  palette,
  values,
  labels,
}: TrustOf & { heldOut: HeldOutLevels; inSample: readonly number[] }) {
  const text = useText();
  const words = text.analyses.trust;
  return (
    <>
      <p className="analysis-note">
        {words.heldOutLead(formatCount(heldOut.folds), formatCount(heldOut.of))}{" "}
        {heldOut.isThin && (
          <span>{words.heldOutThin(formatNumber(heldOut.essPerFold, { digits: 0 }))}</span>
        )}
      </p>
      <table className="analysis-table">
        <caption className="visually-hidden">{words.heldOut}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.value}</th>
            <th scope="col" className="number">
              {words.columns.heldOut}
            </th>
            <th scope="col" className="number">
              {words.columns.target}
            </th>
            <th scope="col" className="number">
              {words.columns.inSample}
            </th>
          </tr>
        </thead>
        <tbody>
          {values.map((value, i) => {
            const digits = digitsForError(value.sd, heldOut.se[i]);
            const write = (x: number) => formatNumber(x, { digits });
            const target = palette.targets[i];
            return (
              <tr key={value.id}>
                <th scope="row">{labels[i]}</th>
                <td className="number">
                  {text.figures.plusMinus(write(heldOut.levels[i]), write(heldOut.se[i]))}
                </td>
                <td className="number">{target === null ? text.figures.none : write(target)}</td>
                <td className="number">{write(inSample[i])}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

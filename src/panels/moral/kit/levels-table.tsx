import { profileUnit } from "../../../core/profile/profile.ts";
import { safeEss } from "../../../core/repair/safe-mix.ts";
import type { ValueSummary } from "../../../core/rows/samples.ts";
import { ValueMark } from "../../../plots/base/value-mark.tsx";
import { formatCount, formatNumber } from "../../../ui/format.ts";
import { ScrollBox } from "../../../ui/scroll-box.tsx";
import { useText } from "../../../ui/text/use-text.ts";
import { FiguresHead } from "./figures-head.tsx";
import { useValueNames } from "./use-profile.ts";

/** What a tilt reaches, in the user's units. */
export interface Reached {
  readonly levels: readonly number[];
  /** Nats per unit of improvement. */
  readonly lambda: readonly number[];
  readonly kl: number;
  readonly ess: number;
}

/** How much each value counts, where it stands today and what the profile makes of it; and what all of it costs. */
export function LevelsTable({
  values,
  weights,
  rows,
  reached,
}: {
  values: readonly ValueSummary[];
  weights: readonly number[];
  rows: number;
  reached: Reached;
}) {
  const text = useText().moralParts.palette;
  const nameOf = useValueNames();
  const isRaw = profileUnit(values) === "raw";
  const write = (level: number, { sd }: ValueSummary) =>
    formatNumber(level, isRaw ? { digits: 3 } : { scale: sd });
  return (
    <>
      <ScrollBox className="analysis-scroll" label={text.caption}>
        <table className="analysis-table agents-table">
          <caption className="visually-hidden">{text.caption}</caption>
          <FiguresHead columns={[text.value, text.weight, text.before, text.after, text.price]} />
          <tbody>
            {values.map((value, i) => (
              <tr key={value.id}>
                <th scope="row">
                  <ValueMark place={i} /> {nameOf(value.id)}
                </th>
                <td className="number">{formatNumber(weights[i], { digits: 2 })}</td>
                <td className="number">{write(value.mean, value)}</td>
                <td className="number">
                  <strong>{write(reached.levels[i], value)}</strong>
                </td>
                <td className="number">{formatNumber(reached.lambda[i])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className="analysis-note" role="status">
        {text.cost(
          formatNumber(reached.kl, { digits: 2 }),
          formatCount(Math.round(reached.ess)),
          formatCount(rows),
        )}{" "}
        {reached.ess < safeEss(rows) && text.thin}
      </p>
    </>
  );
}

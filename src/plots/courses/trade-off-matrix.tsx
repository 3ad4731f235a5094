import type { TradeGap } from "../../core/compare/trade-off.ts";
import { digitsFor, formatNumber, formatSigned } from "../../ui/format.ts";
import type { Catalogue } from "../../ui/text/en.ts";
import { useText } from "../../ui/text/use-text.ts";
import { numberCell } from "../figure/numbers-table.tsx";
import { SaveFigure } from "../figure/save-figure.tsx";
import type { TableData } from "../figure/table-data.ts";
import "../base/plots.css";
import "../base/charts.css";
import "./trade-off-matrix.css";

/** A value that trades, in the user's units. */
export interface TradeOffValue {
  readonly label: string;
  readonly unit: string;
  /** Baseline sd; gives the decimals and the depth of the tint. */
  readonly sd: number;
  /** By how much its row raises it. */
  readonly raise: number;
}

/** What a value gives up, or why it cannot; null where there is no trade at all. */
type TradeCell = number | TradeGap | null;

/** How a cell looks: the sign of its change and how deep the tint is, in [0, 1]. */
export interface Tint {
  readonly sign: "raise" | "lower" | "none";
  readonly depth: number;
}

/** Tint of a change: depth 1 at half an sd and beyond, by the square root so that small changes show. */
export function tradeOffTint(change: number | null, sd: number): Tint {
  if (change === null || !(Math.abs(change) > 0) || !(sd > 0)) return { sign: "none", depth: 0 };
  return {
    sign: change > 0 ? "raise" : "lower",
    depth: Math.min(1, Math.sqrt(Math.abs(change) / (0.5 * sd))),
  };
}

/** What each value gives way by, one row for each that is raised. */
function tradeOffTable(
  text: Catalogue["figures"]["tradeOff"],
  values: readonly TradeOffValue[],
  changes: readonly (readonly TradeCell[])[],
): TableData {
  return {
    caption: text.title,
    columns: [text.raised, ...values.map(({ label }) => label)],
    rows: values.map((row, i) => [
      raiseText(text, row),
      ...values.map(({ sd }, k) => {
        const change = changes[i][k];
        if (i === k || change === null) return "";
        return typeof change === "string"
          ? text.gaps[change].short
          : numberCell(change, formatSigned(change, { digits: digitsFor(sd) }));
      }),
    ]),
  };
}

function raiseText(text: Catalogue["figures"]["tradeOff"], { label, raise }: TradeOffValue) {
  // A step is a power of ten, and is written as plainly.
  const digits = Math.max(0, Math.ceil(-Math.log10(raise) - 1e-9));
  return text.raise(label, formatNumber(raise, { digits }));
}

/**
 * The trade-offs at constant drift (method §4) as a tinted table: row i raises value i by its step, and column k says by how
 * much value k alone gives way, or why it cannot. `changes` is m × m in the user's units.
 */
export function TradeOffMatrix({
  values,
  changes,
}: {
  values: readonly TradeOffValue[];
  changes: readonly (readonly TradeCell[])[];
}) {
  const text = useText().figures.tradeOff;
  if (values.length < 2) return <p className="figure-empty">{text.empty}</p>;
  return (
    <div className="plot trade-off">
      <table>
        <caption>
          <span className="trade-caption">{text.title}</span>
        </caption>
        <thead>
          <tr>
            <td>{text.corner}</td>
            {values.map(({ label }) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {values.map((row, i) => (
            <tr key={row.label}>
              <th scope="row">{raiseText(text, row)}</th>
              {values.map((column, k) => (
                <Cell key={column.label} change={i === k ? null : changes[i][k]} sd={column.sd} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="figure-foot">
        <SaveFigure data={() => tradeOffTable(text, values, changes)} />
      </div>
    </div>
  );
}

function Cell({ change, sd }: { change: TradeCell; sd: number }) {
  const text = useText().figures.tradeOff;
  if (change === null) {
    return (
      <td className="trade-same">
        <span className="visually-hidden">{text.same}</span>
      </td>
    );
  }
  if (typeof change === "string") {
    const { short, long } = text.gaps[change];
    return (
      <td className="trade-none" title={long}>
        <span aria-hidden="true">{short}</span>
        <span className="visually-hidden">{long}</span>
      </td>
    );
  }
  const { sign, depth } = tradeOffTint(change, sd);
  return (
    <td
      className={`trade-${sign}`}
      style={{ "--depth": `${Math.round(depth * 70)}%` } as React.CSSProperties}
    >
      {formatSigned(change, { digits: digitsFor(sd) })}
    </td>
  );
}

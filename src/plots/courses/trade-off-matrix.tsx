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
      ...values.map((column, k) => {
        const change = changes[i][k];
        if (i === k || change === null) return "";
        return typeof change === "string"
          ? text.gaps[change].short
          : numberCell(change, formatSigned(change, { digits: changeDigits(column) }));
      }),
    ]),
  };
}

function raiseText(text: Catalogue["figures"]["tradeOff"], { label, raise }: TradeOffValue) {
  return text.raise(label, formatNumber(raise, { digits: stepDigits(raise) }));
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
  const { rows, columns } = traded(changes);
  if (rows.length === 0) return <p className="figure-empty">{text.allFree}</p>;
  const free = values.filter((_, i) => !rows.includes(i)).map(({ label }) => label);
  return (
    <div className="plot trade-off">
      <table>
        <caption>
          <span className="trade-caption">{text.title}</span>
        </caption>
        <thead>
          <tr>
            <td>{text.corner}</td>
            {columns.map((k) => (
              <th key={values[k].label} scope="col">
                {values[k].label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((i) => (
            <tr key={values[i].label}>
              <th scope="row">{raiseText(text, values[i])}</th>
              {columns.map((k) => (
                <Cell
                  key={values[k].label}
                  change={i === k ? null : changes[i][k]}
                  column={values[k]}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {free.length > 0 && <p className="figure-key">{text.free(free)}</p>}
      <div className="figure-foot">
        <SaveFigure data={() => tradeOffTable(text, values, changes)} />
      </div>
    </div>
  );
}

/** Rows that cost something, and columns that have something to give: what is met for free says nothing in either. */
function traded(changes: readonly (readonly TradeCell[])[]) {
  const places = changes.map((_, i) => i);
  const rows = places.filter((i) =>
    changes[i].some((change, k) => k !== i && change !== 0 && !isFree(change)),
  );
  return {
    rows,
    columns: places.filter(
      (k) => rows.includes(k) || rows.some((i) => i !== k && !isFree(changes[i][k])),
    ),
  };
}

function isFree(change: TradeCell): boolean {
  return change === null || change === "free";
}

/** Decimals of what a value gives: one more than its own step has, so that it is not rounded to nothing. */
function changeDigits({ sd, raise }: TradeOffValue): number {
  return Math.max(digitsFor(sd), stepDigits(raise) + 1);
}

/** A step is a power of ten, and is written as plainly. */
function stepDigits(raise: number): number {
  return Math.max(0, Math.ceil(-Math.log10(raise) - 1e-9));
}

function Cell({ change, column }: { change: TradeCell; column: TradeOffValue }) {
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
  const { sign, depth } = tradeOffTint(change, column.sd);
  return (
    <td
      className={`trade-${sign}`}
      style={{ "--depth": `${Math.round(depth * 70)}%` } as React.CSSProperties}
    >
      {formatSigned(change, { digits: changeDigits(column) })}
    </td>
  );
}

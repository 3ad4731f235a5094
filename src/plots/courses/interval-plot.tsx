import { digitsFor, formatNumber } from "../../ui/format.ts";
import { RichText } from "../../ui/rich-text.tsx";
import type { Catalogue } from "../../ui/text/en.ts";
import { useText } from "../../ui/text/use-text.ts";
import type { Interval } from "../base/scale.ts";
import { svgPercent } from "../base/scale.ts";
import { valueColor } from "../base/value-color.ts";
import { shareOf } from "../distributions/bins-path.ts";
import { NumbersTable, numberCell } from "../figure/numbers-table.tsx";
import type { TableData } from "../figure/table-data.ts";
import "../base/plots.css";
import "../base/charts.css";
import "./interval-plot.css";

/** One estimate with its interval, in the user's units. */
export interface IntervalRow {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** Baseline sd; gives the decimals and the scale that makes rows of different units comparable. */
  readonly sd: number;
  /** Decimals. Default as many as the sd deserves. */
  readonly digits?: number;
  /** The value's place, which gives its colour; null for a quantity of no value, drawn in ink. */
  readonly place: number | null;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** A level to compare with (◇), for example the target; null for none. */
  readonly reference: number | null;
}

/**
 * The domain of every row: its estimate in the middle and equally many of its own sd to both sides, so that the widths of
 * intervals in different units compare; the widest row has a quarter to spare.
 */
export function intervalDomains(rows: readonly IntervalRow[]): Interval[] {
  const reach = (row: IntervalRow) =>
    Math.max(
      ...[row.low, row.high, row.reference ?? row.estimate].map((x) => Math.abs(x - row.estimate)),
    ) / (row.sd || 1);
  const widest = Math.max(0, ...rows.map(reach).filter(Number.isFinite)) || 1;
  return rows.map(({ estimate, sd }) => {
    const half = 1.25 * widest * (sd || 1);
    return [estimate - half, estimate + half];
  });
}

/** Estimates, ends and references. */
function intervalTable(text: Catalogue["figures"], rows: readonly IntervalRow[]): TableData {
  const { columns, title } = text.intervals;
  return {
    caption: title,
    columns: [columns.name, columns.estimate, columns.low, columns.high, columns.reference],
    rows: rows.map((row) => {
      const write = (x: number | null) =>
        x === null
          ? text.none
          : numberCell(x, formatNumber(x, { digits: row.digits ?? digitsFor(row.sd) }));
      return [
        text.withUnit(row.label, row.unit),
        write(row.estimate),
        write(row.low),
        write(row.high),
        write(row.reference),
      ];
    }),
  };
}

/** One row per quantity: its estimate as a dot on its 90 % interval, and ◇ what it is compared with. */
export function IntervalPlot({ rows }: { rows: readonly IntervalRow[] }) {
  const text = useText().figures;
  if (rows.length === 0) return <p className="figure-empty">{text.intervals.empty}</p>;
  const domains = intervalDomains(rows);
  return (
    <figure className="plot intervals" aria-label={text.intervals.title}>
      <ul>
        {rows.map((row, i) => (
          <Row key={row.id} row={row} domain={domains[i]} />
        ))}
      </ul>
      <figcaption className="figure-key">
        <RichText>
          {rows.some(({ reference }) => reference !== null)
            ? text.intervals.key
            : text.intervals.priceKey}
        </RichText>
      </figcaption>
      <NumbersTable data={() => intervalTable(text, rows)} />
    </figure>
  );
}

function Row({ row, domain }: { row: IntervalRow; domain: Interval }) {
  const text = useText().figures;
  const write = (x: number) => formatNumber(x, { digits: row.digits ?? digitsFor(row.sd) });
  const at = (x: number) => svgPercent(shareOf(x, domain[0], domain[1]));
  const reference = row.reference === null ? null : write(row.reference);
  const [estimate, low, high] = [row.estimate, row.low, row.high].map(write);
  const color = row.place === null ? "var(--ink)" : valueColor(row.place);
  return (
    <li className="interval">
      <div className="interval-name" aria-hidden="true">
        <strong>{row.label}</strong>
        <span>{row.unit}</span>
      </div>
      <svg
        role="img"
        aria-label={text.intervals.summary(row.label, estimate, low, high, reference)}
      >
        <line className="interval-axis" x2="100%" y1="12" y2="12" />
        <line
          className="interval-bar"
          x1={at(row.low)}
          x2={at(row.high)}
          y1="12"
          y2="12"
          stroke={color}
        />
        <line
          className="interval-cap"
          x1={at(row.low)}
          x2={at(row.low)}
          y1="8"
          y2="16"
          stroke={color}
        />
        <line
          className="interval-cap"
          x1={at(row.high)}
          x2={at(row.high)}
          y1="8"
          y2="16"
          stroke={color}
        />
        <circle className="interval-dot" cx={at(row.estimate)} cy="12" r="4" fill={color} />
        {row.reference !== null && (
          <svg x={at(row.reference)} y="12" className="interval-reference" aria-hidden="true">
            <path d="M0,-6L6,0L0,6L-6,0Z" />
          </svg>
        )}
      </svg>
      <div className="interval-numbers" aria-hidden="true">
        <b>{estimate}</b>
        <span>{text.intervals.range(low, high)}</span>
      </div>
    </li>
  );
}

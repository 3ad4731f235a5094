import { formatNats, formatSigned } from "../../ui/format.ts";
import type { Catalogue } from "../../ui/text/en.ts";
import { useText } from "../../ui/text/use-text.ts";
import { axisTicks, svgPercent } from "../base/scale.ts";
import { shareOf } from "../distributions/bins-path.ts";
import { NumbersTable, numberCell } from "../figure/numbers-table.tsx";
import type { TableData } from "../figure/table-data.ts";
import "../base/plots.css";
import "../base/charts.css";
import "../courses/interval-plot.css";

/** A non-linear mix and the linear one that reaches at least its levels (paper Thm 3, Fig. 4); drift in nats. */
export interface MatchedMix {
  readonly id: string;
  /** What the mix is, for example "least of all". */
  readonly label: string;
  readonly mixed: number;
  readonly linear: number;
}

/** Drift of each mix, of its linear match, and the saving. */
function mixesTable(text: Catalogue["figures"], mixes: readonly MatchedMix[]): TableData {
  const { columns, title } = text.mixes;
  return {
    caption: title,
    columns: [columns.mix, columns.mixed, columns.linear, columns.saved],
    rows: mixes.map(({ label, mixed, linear }) => [
      label,
      numberCell(mixed, formatNats(mixed)),
      numberCell(linear, formatNats(linear)),
      numberCell(linear - mixed, formatSigned(linear - mixed, { digits: 3 })),
    ]),
  };
}

/** The next tick of an axis that goes at least so far, so that no mark lies behind its last number. */
function niceEnd(least: number): number {
  const { values } = axisTicks([0, least], 5);
  const step = values.length > 1 ? values[1] - values[0] : least;
  return Math.ceil(least / step - 1e-9) * step;
}

/** Linear is enough: the drift of each non-linear mix ○ and of the linear mix with the same levels ●, on one axis of nats. */
export function MixesPlot({ mixes }: { mixes: readonly MatchedMix[] }) {
  const figures = useText().figures;
  const text = figures.mixes;
  if (mixes.length === 0) return <p className="figure-empty">{text.empty}</p>;
  const greatest = Math.max(...mixes.flatMap(({ mixed, linear }) => [mixed, linear])) || 1;
  const most = niceEnd(greatest * 1.02);
  const at = (x: number) => svgPercent(shareOf(x, 0, most));
  const ticks = axisTicks([0, most], 5);
  return (
    <figure className="plot intervals" aria-label={text.title}>
      <ul>
        <li className="interval interval-head" aria-hidden="true">
          <span />
          <span />
          <span className="interval-numbers">{text.columns.linear}</span>
        </li>
        {mixes.map(({ id, label, mixed, linear }) => (
          <li key={id} className="interval">
            <div className="interval-name" aria-hidden="true">
              <strong>{label}</strong>
            </div>
            <svg role="img" aria-label={text.summary(label, formatNats(mixed), formatNats(linear))}>
              <line className="interval-axis" x2="100%" y1="12" y2="12" />
              <line className="mix-saved" x1={at(linear)} x2={at(mixed)} y1="12" y2="12" />
              <circle className="mark-baseline" cx={at(mixed)} cy="12" r="4.5" />
              <circle className="mark-realised" cx={at(linear)} cy="12" r="4.5" />
            </svg>
            <div className="interval-numbers" aria-hidden="true">
              <b>{formatNats(linear)}</b>
              <span>{text.instead(formatNats(mixed))}</span>
            </div>
          </li>
        ))}
        <li className="interval" aria-hidden="true">
          <span className="interval-unit">{text.unit}</span>
          <svg aria-hidden="true">
            {ticks.values.map((tick) => (
              <text key={tick} className="tick" x={at(tick)} y="10" textAnchor="middle">
                {formatNats(tick, { digits: ticks.digits })}
              </text>
            ))}
          </svg>
          <span />
        </li>
      </ul>
      <figcaption className="figure-key">{text.key}</figcaption>
      <NumbersTable data={() => mixesTable(figures, mixes)} />
    </figure>
  );
}

import { range } from "d3";
import { digitsFor, formatNumber } from "../../ui/format.ts";
import type { Catalogue } from "../../ui/text/en.ts";
import { useText } from "../../ui/text/use-text.ts";
import { NumbersTable, numberCell } from "../figure/numbers-table.tsx";
import type { TableData } from "../figure/table-data.ts";
import type { LinePanel } from "./line-panel.ts";
import { SmallLines } from "./small-lines.tsx";

/** One value through sequential alignment (method §6, Thm 5). */
export interface RoundsValue {
  readonly label: string;
  /** Unit of `course`: of its level, or of its λ. */
  readonly unit: string;
  /** Spread of what `course` holds; gives the decimals. */
  readonly sd: number;
  /** The value's place, which gives colour and marker. */
  readonly place: number;
  /** Before the first round (index 0) and after each round. */
  readonly course: readonly number[];
  /** What the simultaneous solution reaches. */
  readonly simultaneous: number;
}

/** Rounds and their differences from the simultaneous solution as a table. */
function roundsTable(text: Catalogue["figures"], values: readonly RoundsValue[]): TableData {
  const { rounds } = text;
  const count = Math.max(0, ...values.map(({ course }) => course.length));
  const write = (value: RoundsValue, x: number) =>
    numberCell(x, formatNumber(x, { digits: digitsFor(value.sd) + 1 }));
  return {
    caption: rounds.title,
    columns: [rounds.round, ...values.map(({ label, unit }) => text.withUnit(label, unit))],
    rows: [
      ...Array.from({ length: count }, (_, i) => [
        i === 0 ? rounds.start : String(i),
        ...values.map((value) => (i < value.course.length ? write(value, value.course[i]) : "")),
      ]),
      [rounds.simultaneous, ...values.map((value) => write(value, value.simultaneous))],
    ],
  };
}

/** Sequential alignment round by round against the simultaneous solution (dashed), one small chart per value. */
export function RoundsPlot({ width, values }: { width: number; values: readonly RoundsValue[] }) {
  const text = useText().figures;
  const last = Math.max(0, ...values.map(({ course }) => course.length - 1));
  if (last < 1) return <p className="figure-empty">{text.rounds.empty}</p>;
  const panels = values.map(
    ({ course, simultaneous, ...rest }): LinePanel => ({
      ...rest,
      points: course.map((y, x) => ({ x, y })),
      reference: simultaneous,
    }),
  );
  const step = Math.ceil(last / 6);
  const ticks = range(0, last + 1, step).map((x) => ({ x, text: String(x) }));
  const describe = ({ label, points, reference, sd }: LinePanel) => {
    const write = (x: number) => formatNumber(x, { digits: digitsFor(sd) });
    return text.rounds.summary(
      label,
      write(points[0].y),
      write(points[points.length - 1].y),
      last,
      write(reference ?? Number.NaN),
    );
  };
  return (
    <figure className="plot" aria-label={text.rounds.title}>
      <SmallLines
        width={width}
        panels={panels}
        across={[0, last]}
        ticks={ticks}
        describe={describe}
      />
      <figcaption className="figure-key">{text.rounds.key}</figcaption>
      <NumbersTable data={() => roundsTable(text, values)} />
    </figure>
  );
}

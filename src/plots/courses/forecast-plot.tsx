import { ascending, extent, range } from "d3";
import { digitsFor, formatCount, formatNumber } from "../../ui/format.ts";
import type { Catalogue } from "../../ui/text/en.ts";
import { useText } from "../../ui/text/use-text.ts";
import { NumbersTable, numberCell } from "../figure/numbers-table.tsx";
import type { TableData } from "../figure/table-data.ts";
import type { LinePanel } from "./line-panel.ts";
import { SmallLines } from "./small-lines.tsx";

/** The decoding forecast of one value (method §8), in the user's units. */
export interface ForecastValue {
  readonly label: string;
  readonly unit: string;
  /** Baseline sd; gives the decimals. */
  readonly sd: number;
  /** The value's place, which gives colour and marker. */
  readonly place: number;
  /** Expected level when one of k answers is picked, and its Monte-Carlo standard error; k ascending from 1. */
  readonly points: readonly {
    readonly k: number;
    readonly level: number;
    readonly error: number;
  }[];
  /** Null where the value is left out. */
  readonly target: number | null;
}

/** Levels and errors for every k. */
function forecastTable(text: Catalogue["figures"], values: readonly ForecastValue[]): TableData {
  const { forecast } = text;
  const ks = [...new Set(values.flatMap(({ points }) => points.map(({ k }) => k)))].sort(ascending);
  return {
    caption: forecast.title,
    columns: [
      forecast.draws,
      ...values.flatMap(({ label, unit }) => [text.withUnit(label, unit), forecast.error(label)]),
    ],
    rows: [
      ...ks.map((k) => [
        numberCell(k, formatCount(k)),
        ...values.flatMap(({ points, sd }) => {
          const point = points.find((p) => p.k === k);
          if (!point) return ["", ""];
          const digits = digitsFor(sd) + 1;
          return [point.level, point.error].map((x) => numberCell(x, formatNumber(x, { digits })));
        }),
      ]),
      [
        forecast.target,
        ...values.flatMap(({ target, sd }) => [
          target === null
            ? text.none
            : numberCell(target, formatNumber(target, { digits: digitsFor(sd) })),
          "",
        ]),
      ],
    ],
  };
}

/** Levels to expect when one of k answers is picked, k on a doubling scale; band ±2 standard errors, target dashed. */
export function ForecastPlot({
  width,
  values,
}: {
  width: number;
  values: readonly ForecastValue[];
}) {
  const text = useText().figures;
  const ks = values.flatMap(({ points }) => points.map(({ k }) => k));
  if (ks.length === 0) return <p className="figure-empty">{text.forecast.empty}</p>;
  const [least = 0, most = 0] = extent(ks, Math.log2);
  const panels = values.map(
    ({ points, target, ...rest }): LinePanel => ({
      ...rest,
      points: points.map(({ k, level, error }) => ({
        x: Math.log2(k),
        y: level,
        error: 2 * error,
      })),
      reference: target,
    }),
  );
  const step = Math.max(1, Math.ceil((most - least) / 4));
  const ticks = range(least, most + 1e-9, step).map((x) => ({ x, text: formatCount(2 ** x) }));
  const describe = ({ label, points, reference, sd }: LinePanel) => {
    const write = (x: number) => formatNumber(x, { digits: digitsFor(sd) });
    const target = reference === null ? null : write(reference);
    const at = (i: number) => points.at(i)?.y ?? Number.NaN;
    const ends = [formatCount(Math.round(2 ** least)), formatCount(Math.round(2 ** most))] as const;
    return text.forecast.summary(label, write(at(0)), write(at(-1)), ends[0], ends[1], target);
  };
  return (
    <figure className="plot" aria-label={text.forecast.title}>
      <SmallLines
        width={width}
        panels={panels}
        across={most > least ? [least, most] : [least - 1, least + 1]}
        ticks={ticks}
        describe={describe}
      />
      <figcaption className="figure-key">{text.forecast.key}</figcaption>
      <NumbersTable data={() => forecastTable(text, values)} />
    </figure>
  );
}

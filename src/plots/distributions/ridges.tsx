import type { Histograms } from "../../core/rows/oracle.ts";
import { useText } from "../../ui/text/use-text.ts";
import { KeyMark } from "../base/key-mark.tsx";
import { NumbersTable } from "../figure/numbers-table.tsx";
import type { Shape } from "./bins-path.ts";
import { RidgeRow } from "./ridge-row.tsx";
import { type RidgeValue, ridgesTable, sharedUnit } from "./ridges-text.ts";
import "../base/plots.css";
import "../base/charts.css";
import "./ridges.css";

/**
 * Before and after (method §7): one row per value, grey before and in its colour after, means as a dotted and a solid line,
 * the target as ◇. `values` in the order of `histograms`.
 */
export function Ridges({
  values,
  histograms,
  shape = "density",
}: {
  values: readonly RidgeValue[];
  histograms: Histograms;
  /** Default density: bins smoothed with a Gaussian of an eighth of the sd before. */
  shape?: Shape;
}) {
  const text = useText().plots;
  const unit = sharedUnit(values);
  return (
    <figure className="plot ridges" aria-label={text.ridges.title}>
      <ul>
        {values.map((value, k) => (
          <RidgeRow
            key={value.id}
            value={value}
            place={k}
            histograms={histograms}
            shape={shape}
            showUnit={unit === null}
          />
        ))}
      </ul>
      <figcaption className="ridges-key">
        <span>
          <KeyMark kind="before" />
          {text.ridges.before}
        </span>
        <span>
          <KeyMark kind="after" />
          {text.ridges.after}
        </span>
        <span>
          <KeyMark kind="means" />
          {text.ridges.means}
        </span>
        <span>
          <KeyMark kind="target" />
          {text.ridges.target}
        </span>
        {unit !== null && <span className="ridges-unit">{text.ridges.unit(unit)}</span>}
      </figcaption>
      <NumbersTable data={() => ridgesTable(text, values)} />
    </figure>
  );
}

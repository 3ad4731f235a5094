import { formatCount, formatNumber, formatPercent } from "../../ui/format.ts";
import type { Catalogue } from "../../ui/text/en.ts";
import { useText } from "../../ui/text/use-text.ts";
import { KeyMark } from "../base/key-mark.tsx";
import { numberCell } from "../figure/numbers-table.tsx";
import type { TableData } from "../figure/table-data.ts";

/** What a λ-space plot draws; λ in the user's units (nats per unit of reward). */
export interface LambdaSpace {
  /** Names of the values along the axes, two or three. */
  readonly labels: readonly string[];
  /** Unit of λ along each axis, for example "nats per logit". */
  readonly units: readonly string[];
  /** λ of each draw, one after the other: as many numbers per draw as there are labels. */
  readonly points: Float64Array;
  /** 1 for a draw whose realised levels are all at or above their baseline, else 0. */
  readonly desirable: Uint8Array;
  /** The palette's own λ; null while it is out of reach. */
  readonly palette: readonly number[] | null;
}

/** Share of the draws that are desirable, in [0, 1]; 0 without draws. */
function desirableShare(desirable: Uint8Array): number {
  let count = 0;
  for (const flag of desirable) if (flag !== 0) count += 1;
  return desirable.length > 0 ? count / desirable.length : 0;
}

/** What the figure says, in a sentence. */
export function lambdaSummary(text: Catalogue["figures"], space: LambdaSpace): string {
  const palette = space.palette
    ?.map((x, k) => text.at(space.labels[k], formatNumber(x)))
    .join(", ");
  return text.lambda.summary(
    formatCount(space.desirable.length),
    formatPercent(desirableShare(space.desirable)),
    palette ?? null,
  );
}

/** Number of draws, the desirable share and the palette's λ. */
export function lambdaTable(text: Catalogue["figures"], space: LambdaSpace): TableData {
  const { lambda } = text;
  const count = space.desirable.length;
  const share = desirableShare(space.desirable);
  return {
    caption: lambda.title(space.labels.join(", ")),
    columns: [lambda.columns.quantity, lambda.columns.value],
    rows: [
      [lambda.count, numberCell(count, formatCount(count))],
      [lambda.shareName, numberCell(share, formatPercent(share))],
      ...(space.palette ?? []).map((x, k) => [
        lambda.axis(space.labels[k], space.units[k]),
        numberCell(x, formatNumber(x)),
      ]),
    ],
  };
}

/** Which points are which, and how many of them are desirable. */
export function LambdaKey({ desirable }: { desirable: Uint8Array }) {
  const text = useText().figures.lambda;
  return (
    <figcaption className="figure-key lambda-key">
      <span>
        <KeyMark kind="mixes" />
        {text.desirable}
      </span>
      <span>
        <KeyMark kind="other" />
        {text.other}
      </span>
      <span>{text.share(formatPercent(desirableShare(desirable)))}</span>
    </figcaption>
  );
}

import type { LiveAnswer } from "../../core/answer.ts";
import { SAFE_SHARE } from "../../core/repair/safe-mix.ts";
import { fromSd, toSd, type ValueSummary } from "../../core/rows/samples.ts";
import type { TargetUnit } from "../../core/rows/units.ts";
import { isReachable } from "../../core/solve/report.ts";
import type { DataSource, PaletteDocument, Participation } from "../document/document.ts";

/** One value as exports tell of it; levels and targets in the user's units. */
export interface ExportValue {
  readonly summary: ValueSummary;
  /** The name that people read. */
  readonly label: string;
  readonly participation: Participation;
  readonly unit: TargetUnit;
  /** What the palette asks for; null where the value is left out. */
  readonly asked: number | null;
  /** What the exported mix was solved for: the same, or the target of the closest safe mix. */
  readonly aimed: number | null;
  /** The mean reward that the exported mix reaches, in-sample. */
  readonly level: number;
  /** λ ≥ 0 of the exported mix, in nats per unit of improvement. */
  readonly price: number;
}

/** Everything that an export can say: the palette, what it amounts to, and where it comes from. */
export interface ExportFacts {
  /** The address that opens the palette. */
  readonly link: string;
  /** Name of the data. */
  readonly dataName: string;
  readonly source: DataSource;
  readonly rows: number;
  /** Rows left out at import. */
  readonly dropped: number;
  readonly mode: "pooled" | "per-prompt";
  readonly values: readonly ExportValue[];
  readonly answer: LiveAnswer;
  /** What has to be said with every figure, in the reader's language: in-sample, synthetic, closest safe mix, and the like. */
  readonly notes: readonly string[];
}

/** What the facts are drawn from; `answer` answers the palette of `document`. */
export interface ExportSubject {
  readonly document: PaletteDocument;
  readonly values: readonly ValueSummary[];
  readonly labels: readonly string[];
  readonly rows: number;
  readonly dropped: number;
  readonly answer: LiveAnswer;
}

/** Gathers the facts. `words` are in the reader's language. */
export function exportFacts(
  { document, values, labels, rows, dropped, answer }: ExportSubject,
  words: Pick<ExportFacts, "link" | "dataName" | "notes">,
): ExportFacts {
  const share =
    answer.shownIs === "closest-safe-mix" && answer.scaleBack
      ? SAFE_SHARE * answer.scaleBack.edge.rho
      : 1;
  return {
    ...words,
    source: document.source,
    rows,
    dropped,
    mode: document.mode ?? "pooled",
    answer,
    values: values.map((summary, i) => {
      const { participation = "out", target, unit = "raw" } = document.values[summary.id] ?? {};
      const asked =
        participation === "out" || target === undefined
          ? null
          : participation === "hold"
            ? summary.mean
            : target;
      return {
        summary,
        label: labels[i],
        participation,
        unit,
        asked,
        aimed: asked === null ? null : towards(summary, asked, share),
        level: answer.shown.levels[i],
        price: answer.shown.lambda[i],
      };
    }),
  };
}

/** True where there is a mix to hand over: its λ settled, and it is that of the palette or of the closest safe mix. */
export function hasMix({ answer }: { readonly answer: Pick<LiveAnswer, "shown"> }): boolean {
  return isReachable(answer.shown.status);
}

/** A target pulled back to a share of the way from the baseline; one at or below the baseline stays (method §5.1). */
function towards(value: ValueSummary, target: number, share: number): number {
  const z = toSd(value, target);
  return z > 0 && share < 1 ? fromSd(value, share * z) : target;
}

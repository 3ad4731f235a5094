import type { LiveAnswer } from "../../core/answer.ts";
import type { Palette } from "../../core/rows/palette.ts";
import type { ValueSummary } from "../../core/rows/samples.ts";
import type { Certificate, Status } from "../../core/solve/report.ts";
import type { PaletteDocument, Participation } from "../document/document.ts";

/** What a page is told of an answered palette; levels and targets in the user's units, all figures in-sample. */
export interface EmbedReport {
  readonly status: Status;
  /** The state of the verdict, as the screen shows it. */
  readonly verdict: string;
  /** Answers that are loaded. */
  readonly rows: number;
  readonly mode: "pooled" | "per-prompt";
  /** Whether drift and levels are the palette's own, or of the closest safe mix where it is out of reach. */
  readonly of: LiveAnswer["shownIs"];
  /** Drift from the original in nats. */
  readonly kl: number;
  /** Answers that carry the mix. */
  readonly ess: number;
  readonly maxWeight: number;
  readonly values: readonly EmbedValue[];
  /** Ids of the values in conflict; empty when reachable. */
  readonly conflict: readonly string[];
  /** Proof that the palette is out of reach, or null. */
  readonly certificate: Certificate | null;
}

/** One value of a report. */
interface EmbedValue {
  readonly id: string;
  readonly lowerIsBetter: boolean;
  readonly participation: Participation;
  /** What is asked; null where the value is left out. */
  readonly target: number | null;
  /** Mean of the original model. */
  readonly baseline: number;
  /** Mean that the mix reaches. */
  readonly level: number;
  /** Price in nats per unit. */
  readonly lambda: number;
  /** Best level that the other targets leave reachable, or null. */
  readonly reachableMaximum: number | null;
}

/** An answer with what it was asked of; `verdict` is the state that the screen shows. */
export interface Answered {
  readonly document: Pick<PaletteDocument, "values">;
  readonly values: readonly ValueSummary[];
  readonly rows: number;
  readonly palette: Palette;
  readonly answer: LiveAnswer;
  readonly verdict: string;
}

/** What a page is told of an answer. */
export function embedReport(answered: Answered): EmbedReport {
  const { document, values, rows, palette, answer, verdict } = answered;
  const { report, shown } = answer;
  return {
    status: report.status,
    verdict,
    rows,
    mode: palette.mode ?? "pooled",
    of: answer.shownIs,
    kl: shown.kl,
    ess: shown.ess,
    maxWeight: shown.maxWeight,
    values: values.map(({ id, lowerIsBetter, mean }, i) => ({
      id,
      lowerIsBetter,
      participation: document.values[id]?.participation ?? "out",
      target: palette.targets[i],
      baseline: mean,
      level: shown.levels[i],
      lambda: shown.lambda[i],
      reachableMaximum: answer.reachableMaximum[i],
    })),
    conflict: answer.conflict.map((i) => values[i].id),
    certificate: answer.certificate,
  };
}

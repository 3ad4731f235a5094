import { SOLVER_VERSION } from "../../core/solve/solver-version.ts";
import type { ExportFacts } from "./export-facts.ts";

/** What the file says of itself. */
const REPORT_FORMAT = "value-palette/report";

/**
 * The report as plain JSON: palette, verdict and figures with every digit, in the user's units; lists are in the order of
 * `values`. What is not a finite number is null.
 */
export function reportJson(facts: ExportFacts): string {
  const { answer, values } = facts;
  const { report, shown, shownIs, certificate, inequality, scaleBack } = answer;
  const content = {
    format: REPORT_FORMAT,
    version: 1,
    solver: SOLVER_VERSION,
    link: facts.link,
    notes: facts.notes,
    isInSample: true,
    isSynthetic: facts.source.kind === "sample",
    data: {
      name: facts.dataName,
      source: facts.source,
      rows: facts.rows,
      dropped: facts.dropped,
    },
    mode: facts.mode,
    values: values.map((value, i) => ({
      id: value.summary.id,
      label: value.label,
      better: value.summary.lowerIsBetter ? "lower" : "higher",
      participation: value.participation,
      unit: value.unit,
      target: value.asked,
      shownTarget: value.aimed,
      mean: value.summary.mean,
      sd: value.summary.sd,
      min: value.summary.min,
      max: value.summary.max,
      reachableMaximum: answer.reachableMaximum[i],
    })),
    report,
    shown,
    shownIs,
    conflict: answer.conflict.map((i) => values[i].summary.id),
    certificate,
    inequality,
    scaleBack,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

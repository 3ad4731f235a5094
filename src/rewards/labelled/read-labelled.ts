import { judgementsOf } from "../judgement.ts";
import type { RewardProblem } from "../reward-problem.ts";
import type { LabelledText } from "./labelled-texts.ts";

/** A table as it was read: columns by name, each with one cell per row. */
export interface LabelledTable {
  readonly rows: number;
  readonly columns: readonly { readonly name: string; readonly cells: ArrayLike<unknown> }[];
}

/** The layouts of labelled texts that are known by name. */
export type LabelledLayout = "labelled" | "social-chemistry" | "mic";

/** Labelled texts of a table, or why there are none. */
export type LabelledReading =
  | {
      readonly ok: true;
      readonly layout: LabelledLayout;
      readonly texts: readonly LabelledText[];
      /** Rows without a usable text, value or judgement. */
      readonly skipped: number;
    }
  | { readonly ok: false; readonly problems: readonly RewardProblem[] };

type CellsOf = (name: string | RegExp) => ArrayLike<unknown> | null;

const FOUNDATIONS = ["care", "fairness", "liberty", "loyalty", "authority", "sanctity"];
const FOUNDATION = new RegExp(`^(${FOUNDATIONS.join("|")})([-–/ ].*)?$`, "i");
/** A rule of thumb that so few share, or whose breach is called fine, judges nothing (both from 1 to 5). */
const CONTESTED = 2;
const FINE = 1;

/**
 * Reads labelled texts by their columns. Plain: `text`, `value`, `judgement` (or names much like these), a row per judgement.
 * Social Chemistry: the `action` (or else the `rot`) with `action-moral-judgment` for each of `rot-moral-foundations`; rows marked
 * `rot-bad` are skipped. MIC: the answer `A` with `A_agrees` (0 disagrees with the rule of thumb: violates; 1 neutral and 2 agrees:
 * follows) for each foundation of `moral`, or else those at half or more in `moral-vector`; rows whose rule hardly anybody shares
 * (`rot-agree` 1 or 2) or whose breach is called fine (`violation-severity` 1) are skipped.
 */
export function readLabelled(table: LabelledTable): LabelledReading {
  const cells: CellsOf = (name) =>
    table.columns.find((c) => (typeof name === "string" ? c.name === name : name.test(c.name)))
      ?.cells ?? null;
  const labelled =
    named("mic", mic(cells)) ??
    named("social-chemistry", socialChemistry(cells)) ??
    named("labelled", plain(cells));
  if (!labelled)
    return { ok: false, problems: [{ code: "no-labelled-columns", severity: "error" }] };
  const texts = labelled.rows.flat();
  if (texts.length === 0)
    return { ok: false, problems: [{ code: "no-labels", severity: "error" }] };
  const skipped = labelled.rows.filter((row) => row.length === 0).length;
  return { ok: true, layout: labelled.layout, texts, skipped };
}

function named(layout: LabelledLayout, rows: readonly LabelledText[][] | null) {
  return rows && { layout, rows };
}

function plain(cells: CellsOf): LabelledText[][] | null {
  const text = cells(/^(text|statement|sentence|answer|response)$/i);
  const value = cells(/^(value|foundation|moral|dimension)$/i);
  const judgement = cells(/^(judge?ment|label|follows|z)$/i);
  if (!text || !value || !judgement) return null;
  return judgementsOf(judgement).map((judged, j) => labelled(text[j], [value[j]], judged));
}

function socialChemistry(cells: CellsOf): LabelledText[][] | null {
  const foundations = cells("rot-moral-foundations");
  const judgement = cells("action-moral-judgment");
  if (!foundations || !judgement) return null;
  const [action, rot, bad] = [cells("action"), cells("rot"), cells("rot-bad")];
  return judgementsOf(judgement).map((judged, j) =>
    Number(bad?.[j]) === 1
      ? []
      : labelled(textOf(action?.[j]) || rot?.[j], textOf(foundations[j]).split("|"), judged),
  );
}

function mic(cells: CellsOf): LabelledText[][] | null {
  const answer = cells("A");
  const agrees = cells("A_agrees");
  const [moral, vector] = [cells("moral"), cells("moral-vector")];
  if (!answer || !agrees || !(moral || vector)) return null;
  const [shared, severity] = [cells("rot-agree"), cells("violation-severity")];
  return Array.from({ length: answer.length }, (_, j) => {
    const agreement = numberOf(agrees[j]);
    const isIdle =
      within(numberOf(shared?.[j]), 1, CONTESTED) || within(numberOf(severity?.[j]), 1, FINE);
    if (isIdle || agreement === null || agreement < 0) return [];
    const names = textOf(moral?.[j]);
    return labelled(
      answer[j],
      names ? names.split("|") : inVector(vector?.[j]),
      agreement > 0 ? 1 : 0,
    );
  });
}

function labelled(text: unknown, values: readonly unknown[], judged: 0 | 1 | null): LabelledText[] {
  const words = textOf(text);
  if (words === "" || judged === null) return [];
  const names = new Set(values.map(valueName).filter((name) => name !== ""));
  return Array.from(names, (value) => ({ text: words, value, follows: judged === 1 }));
}

/** "care-harm" and "Care" are the value "care"; other names stay as they are. */
function valueName(cell: unknown): string {
  const name = textOf(cell);
  return FOUNDATION.exec(name)?.[1].toLowerCase() ?? name;
}

function inVector(cell: unknown): string[] {
  const numbers = Array.isArray(cell)
    ? cell.map(Number)
    : (textOf(cell).match(/[-+\d.e]+/gi) ?? []).map(Number);
  return FOUNDATIONS.filter((_, i) => numbers[i] >= 0.5);
}

function textOf(cell: unknown): string {
  return typeof cell === "string"
    ? cell.trim()
    : typeof cell === "number" && !Number.isNaN(cell)
      ? String(cell)
      : "";
}

function numberOf(cell: unknown): number | null {
  const number =
    typeof cell === "number" ? cell : textOf(cell) === "" ? Number.NaN : Number(textOf(cell));
  return Number.isFinite(number) ? number : null;
}

function within(number: number | null, low: number, high: number): boolean {
  return number !== null && number >= low && number <= high;
}

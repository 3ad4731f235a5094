import { type Judged, judgementsOf, labelOf } from "../judgement.ts";
import type { RewardProblem } from "../reward-problem.ts";
import {
  type CellsOf,
  FOUNDATIONS,
  type LabelledTable,
  labelled,
  numberOf,
  TEXT,
  textOf,
} from "./cells.ts";
import type { LabelledText } from "./labelled-texts.ts";
import { manyLabels } from "./many-labels.ts";

/** The layouts of labelled texts that are known by name. */
export type LabelledLayout =
  | "labelled"
  | "social-chemistry"
  | "mic"
  | "ethics"
  | "moral-stories"
  | "many-labels";

/** A label that occurs, what it is taken for, in how many rows, and the first texts that have it. */
export interface LabelMeaning {
  readonly label: string;
  readonly judged: Judged;
  readonly rows: number;
  readonly examples: readonly string[];
}

/** Labelled texts of a table, or why there are none. */
export type LabelledReading =
  | {
      readonly ok: true;
      readonly layout: LabelledLayout;
      readonly texts: readonly LabelledText[];
      /** Rows without a usable text, value or judgement. */
      readonly skipped: number;
      /** What each label is taken for; empty where it follows from the layout, or where nearly every row has another. */
      readonly labels: readonly LabelMeaning[];
    }
  | { readonly ok: false; readonly problems: readonly RewardProblem[] };

/** Texts row by row; and the labels that they were judged by, where somebody may take them for something else. */
interface Rows {
  readonly layout: LabelledLayout;
  readonly rows: readonly LabelledText[][];
  readonly judged?: {
    readonly text: ArrayLike<unknown>;
    readonly labels: ArrayLike<unknown>;
    readonly taken: readonly Judged[];
  };
}
type Meant = ReadonlyMap<string, Judged>;

/** A rule of thumb that so few share, or whose breach is called fine, judges nothing (both from 1 to 5). */
const CONTESTED = 2;
const FINE = 1;
const VALUE = /^(value|foundation|moral|dimension)$/i;
const JUDGEMENT = /^(judge?ment|label|follows|z)$/i;
/** What texts are about whose columns name no value. */
const MORALITY = "morality";
/** More labels than these are no labels but measurements. */
const MOST_LABELS = 24;
const EXAMPLES = 2;

/**
 * Reads labelled texts by their columns. Plain: `text`, `value`, `judgement` (or names much like these), a row per judgement.
 * Social Chemistry: the `action` (or else the `rot`) with `action-moral-judgment` for each of `rot-moral-foundations`; rows marked
 * `rot-bad` are skipped. MIC: the answer `A` with `A_agrees` (0 disagrees with the rule of thumb: violates; 1 neutral and 2 agrees:
 * follows) for each foundation of `moral`, or else those at half or more in `moral-vector`; rows whose rule hardly anybody shares
 * (`rot-agree` 1 or 2) or whose breach is called fine (`violation-severity` 1) are skipped. ETHICS: `input` and `label`, of which 1 is
 * wrong. Moral Stories: `moral_action` and `immoral_action`. Else several labels a text. `meant` says what labels mean.
 */
export function readLabelled(table: LabelledTable, meant: Meant = new Map()): LabelledReading {
  const cells: CellsOf = (name) =>
    table.columns.find((c) => (typeof name === "string" ? c.name === name : name.test(c.name)))
      ?.cells ?? null;
  const read =
    named("mic", mic(cells)) ??
    named("social-chemistry", socialChemistry(cells)) ??
    plain(cells, meant) ??
    ethics(cells, meant) ??
    named("moral-stories", moralStories(cells)) ??
    named("many-labels", manyLabels(table, cells));
  if (!read) return { ok: false, problems: [missing(table, cells)] };
  const texts = read.rows.flat();
  const labels = meanings(read);
  // Words that are not known can still be said what they mean.
  if (texts.length === 0 && labels.length === 0)
    return { ok: false, problems: [{ code: "no-labels", severity: "error" }] };
  const skipped = read.rows.filter((row) => row.length === 0).length;
  return { ok: true, layout: read.layout, texts, skipped, labels };
}

function named(layout: LabelledLayout, rows: readonly LabelledText[][] | null): Rows | null {
  return rows && { layout, rows };
}

/** What was looked for and not found, and what there is. */
function missing(table: LabelledTable, cells: CellsOf): RewardProblem {
  const sought = { text: TEXT, value: VALUE, judgement: JUDGEMENT };
  const names = Object.entries(sought).flatMap(([name, by]) => (cells(by) ? [] : [name]));
  return {
    code: "no-labelled-columns",
    severity: "error",
    missing: names,
    detail: table.columns
      .map(({ name }) => name)
      .filter((name) => name !== "")
      .join(", "),
  };
}

/** What each label is taken for, the most frequent first. */
function meanings({ rows, judged }: Rows): LabelMeaning[] {
  if (!judged) return [];
  const found = new Map<string, { judged: Judged; rows: number; examples: string[] }>();
  for (let j = 0; j < rows.length; j++) {
    const label = labelOf(judged.labels[j]);
    const text = textOf(judged.text[j]);
    if (label === "" || text === "") continue;
    const one = found.get(label) ?? { judged: judged.taken[j], rows: 0, examples: [] };
    one.rows++;
    if (one.examples.length < EXAMPLES) one.examples.push(text);
    found.set(label, one);
    if (found.size > MOST_LABELS) return [];
  }
  return [...found]
    .map(([label, one]) => ({ label, ...one }))
    .sort((a, b) => b.rows - a.rows || (a.label < b.label ? -1 : 1));
}

function plain(cells: CellsOf, meant: Meant): Rows | null {
  const [text, value, labels] = [cells(TEXT), cells(VALUE), cells(JUDGEMENT)];
  if (!text || !value || !labels) return null;
  const taken = judgementsOf(labels, meant);
  const rows = taken.map((judged, j) => labelled(text[j], [value[j]], judged));
  return { layout: "labelled", rows, judged: { text, labels, taken } };
}

/** Commonsense morality of ETHICS: 0 is fine, 1 is wrong. */
function ethics(cells: CellsOf, meant: Meant): Rows | null {
  const [text, labels] = [cells("input"), cells("label")];
  if (!text || !labels) return null;
  const wrong: Meant = new Map([
    ...([
      ["0", 1],
      ["1", 0],
    ] as const),
    ...meant,
  ]);
  const taken = judgementsOf(labels, wrong);
  const rows = taken.map((judged, j) => labelled(text[j], [MORALITY], judged));
  return { layout: "ethics", rows, judged: { text, labels, taken } };
}

function moralStories(cells: CellsOf): LabelledText[][] | null {
  const [good, bad] = [cells("moral_action"), cells("immoral_action")];
  if (!good || !bad) return null;
  return Array.from({ length: good.length }, (_, j) => [
    ...labelled(good[j], [MORALITY], 1),
    ...labelled(bad[j], [MORALITY], 0),
  ]);
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

function inVector(cell: unknown): string[] {
  const numbers = Array.isArray(cell)
    ? cell.map(Number)
    : (textOf(cell).match(/[-+\d.e]+/gi) ?? []).map(Number);
  return FOUNDATIONS.filter((_, i) => numbers[i] >= 0.5);
}

function within(number: number | null, low: number, high: number): boolean {
  return number !== null && number >= low && number <= high;
}

import { foundationOf, MIC_FOUNDATIONS } from "../../core/profile/foundations.ts";
import { parseWeights, scaled, type WrittenProfile } from "./parse-weights.ts";
import type { Question, QuestionSet, Reference } from "./questions.ts";

/** A column as a file gives it. */
type QuestionColumn =
  | { readonly name: string; readonly kind: "text"; readonly texts: readonly string[] }
  | { readonly name: string; readonly kind: "number"; readonly numbers: Float64Array };

/** Rows of a file, column by column. */
export interface QuestionTable {
  readonly rows: number;
  readonly columns: readonly QuestionColumn[];
}

/** How the rows were read: an answer of one agent each, all agents of a question, or one answer and its reference. */
export type QuestionLayout = "agents" | "questions" | "pairs";

/** Questions read from a table, or what is missing. */
export type QuestionReading =
  | {
      readonly ok: true;
      readonly set: QuestionSet;
      readonly layout: QuestionLayout;
      /** Rows left out: no question or no answer, or a second answer of the same agent. */
      readonly dropped: number;
    }
  | { readonly ok: false; readonly reason: "no-question" | "no-answer" | "no-rows" };

const NAMES = {
  question: ["question", "prompt", "q", "query"],
  agent: ["agent", "system", "model", "policy"],
  answer: ["answer", "response", "completion", "output", "a"],
  original: ["original", "original answer", "baseline"],
  reference: ["reference", "worker answer", "target", "gold"],
  profile: ["profile", "moral profile", "weights", "moral vector"],
  person: ["person", "reader", "profile name"],
  agents: ["agents", "answers"],
  references: ["references"],
};
type Part = keyof typeof NAMES;
type TextColumn = Extract<QuestionColumn, { kind: "text" }>;

const BOOKKEEPING = /(^|[_ ])(id|split|index|source|category|topic|lang|language|date|time)$/i;
/** Mean length in characters below which a column of texts holds labels rather than answers. */
const SHORTEST_ANSWER = 12;

interface Draft {
  readonly text: string;
  original: string | null;
  readonly answers: Map<string, string>;
  readonly references: Reference[];
}

/**
 * Reads questions from a table by the names of its columns: rows of `question, agent, answer` (perhaps with `profile`,
 * `reference`, `original`); one row per question with a column per agent, or with `agents` and `references` as objects, any
 * other column of texts being a system's; or the layout of the Moral Integrity Corpus, where A is the original answer and the
 * moral vector the profile.
 */
export function readQuestions(table: QuestionTable, name: string): QuestionReading {
  const parts = partsOf(table);
  if (!parts.question) return { ok: false, reason: "no-question" };
  const agentColumns = agentColumnsOf(table);
  const layout = layoutOf(parts, agentColumns.length);
  const others = layout === "agents" || isMic(table) ? [] : otherAnswers(table);
  if (layout === "pairs" && !parts.answer && others.length === 0)
    return { ok: false, reason: "no-answer" };

  const source = { table, parts, question: parts.question, layout, agentColumns, others };
  const drafts = new Map<string, Draft>();
  let dropped = 0;
  for (let j = 0; j < table.rows; j++) if (!addRow(drafts, source, j)) dropped++;
  if (drafts.size === 0) return { ok: false, reason: "no-rows" };
  const systems = others.map((column) => column.name.trim());
  return { ok: true, set: setOf(name, [...drafts.values()], systems), layout, dropped };
}

type Parts = Readonly<Record<Part, Cells | null>>;
type NamedText = readonly [name: string, text: string];

/** A table of questions and what its columns are. */
interface QuestionSource {
  readonly table: QuestionTable;
  readonly parts: Parts;
  readonly question: Cells;
  readonly layout: QuestionLayout;
  /** Columns that are named after an agent. */
  readonly agentColumns: readonly { readonly id: string; readonly texts: readonly string[] }[];
  /** Columns of systems' answers. */
  readonly others: readonly TextColumn[];
}

function agentColumnsOf({ columns }: QuestionTable): QuestionSource["agentColumns"] {
  return columns.flatMap((c) => {
    const id = foundationOf(c.name);
    return id && c.kind === "text" ? [{ id, texts: c.texts }] : [];
  });
}

function layoutOf(parts: Parts, agentColumns: number): QuestionLayout {
  if (parts.agent && parts.answer) return "agents";
  return parts.agents || agentColumns > 1 ? "questions" : "pairs";
}

/** Adds a row to its question; false for a row without a question or an answer, or with another answer of the same agent. */
function addRow(drafts: Map<string, Draft>, source: QuestionSource, j: number): boolean {
  const { parts, question, layout, others } = source;
  const text = question(j).trim();
  const answers = [...answersIn(source, j), ...answersOf(others, j)];
  const hasAnswer = answers.length > 0 || (layout === "pairs" && parts.answer?.(j).trim());
  if (!text || !hasAnswer) return false;
  const before = layout === "pairs" && parts.answer ? parts.answer : parts.original;
  const original = before?.(j) ?? "";
  const draft = draftOf(drafts, layout === "pairs" ? `${text}\n${original}` : text, text);
  draft.original ??= original.trim() || null;
  const isAgain = layout === "agents" && answers.some(([id]) => draft.answers.has(id));
  const isOther = isAgain && !isSame(draft, answers);
  for (const [id, answer] of answers) if (!draft.answers.has(id)) draft.answers.set(id, answer);
  for (const reference of referencesIn(source, j)) addReference(draft, reference);
  return !isOther;
}

function draftOf(drafts: Map<string, Draft>, key: string, text: string): Draft {
  const draft = drafts.get(key) ?? {
    text,
    original: null,
    answers: new Map<string, string>(),
    references: [],
  };
  drafts.set(key, draft);
  return draft;
}

/** The agents' answers of a row. */
function answersIn({ parts, layout, agentColumns }: QuestionSource, j: number): NamedText[] {
  if (layout === "pairs") return [];
  const entries: NamedText[] =
    layout === "agents"
      ? [[parts.agent?.(j) ?? "", parts.answer?.(j) ?? ""]]
      : [
          ...agentColumns.map(({ id, texts }): NamedText => [id, texts[j] ?? ""]),
          ...fieldsIn(parts.agents?.(j) ?? ""),
        ];
  return entries
    .map(([id, text]): NamedText => [agentId(id), text.trim()])
    .filter(([id, text]) => id && text);
}

function referencesIn({ table, parts }: QuestionSource, j: number): Reference[] {
  const nested = fieldsIn(parts.references?.(j) ?? "").map(([person, text]) => ({
    ...(parseWeights(person) ?? { person, weights: null }),
    text,
  }));
  const text = parts.reference?.(j).trim() ?? "";
  if (!text) return nested;
  const profile = parseWeights(parts.profile?.(j) ?? "") ?? weightsIn(table, j);
  const person = parts.person?.(j).trim() || profile?.person || null;
  return [...nested, { person, weights: profile?.weights ?? null, text }];
}

/** A profile whose weights stand in a numeric column each. */
function weightsIn({ columns }: QuestionTable, j: number): WrittenProfile | null {
  const weights = MIC_FOUNDATIONS.flatMap((id): [string, number][] => {
    const column = columns.find((c) => c.kind === "number" && foundationOf(c.name) === id);
    const weight = column?.kind === "number" ? column.numbers[j] : Number.NaN;
    return Number.isFinite(weight) ? [[id, weight]] : [];
  });
  return weights.length > 0 ? { person: null, weights: scaled(weights) } : null;
}

function setOf(name: string, drafts: readonly Draft[], beside: readonly string[]): QuestionSet {
  const ids = [...new Set(drafts.flatMap((d) => [...d.answers.keys()]))];
  const weighed = new Set(drafts.flatMap((d) => d.references.flatMap((r) => weighedIn(r))));
  const valueAgents = ids.filter((id) => foundationOf(id) !== null || weighed.has(id));
  const agents = valueAgents.length > 0 ? valueAgents : ids.filter((id) => !beside.includes(id));
  const questions = drafts.map(
    ({ text, original, answers, references }): Question => ({
      text,
      original,
      answers: Object.fromEntries(answers),
      references,
    }),
  );
  return { name, agents, systems: ids.filter((id) => !agents.includes(id)), questions };
}

function weighedIn({ weights }: Reference): string[] {
  return weights ? Object.keys(weights) : [];
}

function isSame(draft: Draft, answers: readonly NamedText[]): boolean {
  return answers.every(([id, text]) => draft.answers.get(id) === text);
}

function addReference(draft: Draft, reference: Reference): void {
  const key = JSON.stringify(reference);
  if (!draft.references.some((other) => JSON.stringify(other) === key))
    draft.references.push(reference);
}

/** "Care agent" and "care-harm" are both the agent of care; other names stay as they are. */
function agentId(name: string): string {
  return foundationOf(name) ?? name.trim();
}

/** The text fields of a cell that holds an object. */
function fieldsIn(cell: string): [string, string][] {
  if (!cell.trimStart().startsWith("{")) return [];
  try {
    return Object.entries(JSON.parse(cell) as Record<string, unknown>).flatMap(
      ([name, value]): [string, string][] => (typeof value === "string" ? [[name, value]] : []),
    );
  } catch {
    return [];
  }
}

/** Columns of texts that nothing else is known of are answers of systems, one each. */
function otherAnswers({ columns }: QuestionTable): TextColumn[] {
  const parts = new Set(Object.values(NAMES).flat());
  return columns.filter(
    (c): c is TextColumn =>
      c.kind === "text" &&
      !parts.has(plainName(c.name)) &&
      foundationOf(c.name) === null &&
      !BOOKKEEPING.test(c.name) &&
      c.texts.reduce((sum, text) => sum + text.length, 0) >= SHORTEST_ANSWER * c.texts.length,
  );
}

function answersOf(columns: readonly TextColumn[], row: number): [string, string][] {
  return columns.flatMap(({ name, texts }): [string, string][] => {
    const text = (texts[row] ?? "").trim();
    return text ? [[name.trim(), text]] : [];
  });
}

/** The corpus has columns of other texts, which answer nothing. */
function isMic({ columns }: QuestionTable): boolean {
  const names = columns.map((c) => plainName(c.name));
  return names.includes("moral vector") || (names.includes("rot") && names.includes("moral"));
}

function plainName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, " ");
}

type Cells = (row: number) => string;

/** Finds the columns of each part by their names, whatever their case and the signs between their words, and reads them as text. */
function partsOf({ columns }: QuestionTable): Parts {
  const byName = new Map(columns.map((c) => [plainName(c.name), c]));
  const cellsOf = (part: Part): Cells | null => {
    const [column] = NAMES[part].flatMap((name) => byName.get(name) ?? []);
    if (!column) return null;
    if (column.kind === "text") return (j) => column.texts[j] ?? "";
    return (j) => (Number.isNaN(column.numbers[j]) ? "" : String(column.numbers[j]));
  };
  return {
    question: cellsOf("question"),
    agent: cellsOf("agent"),
    answer: cellsOf("answer"),
    original: cellsOf("original"),
    reference: cellsOf("reference"),
    profile: cellsOf("profile"),
    person: cellsOf("person"),
    agents: cellsOf("agents"),
    references: cellsOf("references"),
  };
}

import { foundationOf, MIC_FOUNDATIONS } from "../../core/profile/foundations.ts";
import { parseWeights, scaled, type WrittenProfile } from "./parse-weights.ts";
import type { Question, QuestionSet, Reference } from "./questions.ts";

/** A column as a file gives it. */
export type QuestionColumn =
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
  const cells = cellsOf(table);
  const own = (part: Part) => cells(...NAMES[part]);
  const question = own("question");
  if (!question) return { ok: false, reason: "no-question" };
  const agent = own("agent");
  const answer = own("answer");
  const wide = table.columns.flatMap((c) => {
    const id = foundationOf(c.name);
    return id && c.kind === "text" ? [{ id, texts: c.texts }] : [];
  });
  const layout =
    agent && answer ? "agents" : own("agents") || wide.length > 1 ? "questions" : "pairs";
  const others = layout === "agents" || isMic(table) ? [] : otherAnswers(table);
  if (layout === "pairs" && !answer && others.length === 0)
    return { ok: false, reason: "no-answer" };

  const drafts = new Map<string, Draft>();
  let dropped = 0;
  for (let j = 0; j < table.rows; j++) {
    const text = question(j).trim();
    const given = [...answersIn(j), ...answersOf(others, j)];
    if (!text || (given.length === 0 && !(layout === "pairs" && answer?.(j).trim()))) {
      dropped++;
      continue;
    }
    const before = layout === "pairs" && answer ? answer : own("original");
    const original = before?.(j) ?? "";
    const draft = draftOf(layout === "pairs" ? `${text}\n${original}` : text, text);
    draft.original ??= original.trim() || null;
    const isAgain = given.some(([id]) => draft.answers.has(id));
    if (isAgain && layout === "agents") dropped += isSame(draft, given) ? 0 : 1;
    for (const [id, answered] of given) if (!draft.answers.has(id)) draft.answers.set(id, answered);
    for (const reference of referencesIn(j)) addReference(draft, reference);
  }
  if (drafts.size === 0) return { ok: false, reason: "no-rows" };
  const systems = others.map((column) => column.name.trim());
  return { ok: true, set: setOf(name, [...drafts.values()], systems), layout, dropped };

  function draftOf(key: string, text: string): Draft {
    const known = drafts.get(key);
    if (known) return known;
    const made = { text, original: null, answers: new Map<string, string>(), references: [] };
    drafts.set(key, made);
    return made;
  }

  function answersIn(j: number): [string, string][] {
    if (layout === "pairs") return [];
    const entries: [string, string][] =
      layout === "agents"
        ? [[agent?.(j) ?? "", answer?.(j) ?? ""]]
        : [
            ...wide.map(({ id, texts }): [string, string] => [id, texts[j] ?? ""]),
            ...fieldsIn(own("agents")?.(j) ?? ""),
          ];
    return entries
      .map(([id, text]): [string, string] => [agentId(id), text.trim()])
      .filter(([id, text]) => id && text);
  }

  function referencesIn(j: number): Reference[] {
    const nested = fieldsIn(own("references")?.(j) ?? "").map(([person, text]) => ({
      ...(parseWeights(person) ?? { person, weights: null }),
      text,
    }));
    const text = own("reference")?.(j).trim() ?? "";
    if (!text) return nested;
    const profile = profileIn(j);
    const person = own("person")?.(j).trim() || profile?.person || null;
    return [...nested, { person, weights: profile?.weights ?? null, text }];
  }

  function profileIn(j: number): WrittenProfile | null {
    const written = parseWeights(own("profile")?.(j) ?? "");
    if (written) return written;
    const named = MIC_FOUNDATIONS.flatMap((id): [string, number][] => {
      const column = table.columns.find((c) => c.kind === "number" && foundationOf(c.name) === id);
      const weight = column?.kind === "number" ? column.numbers[j] : Number.NaN;
      return Number.isFinite(weight) ? [[id, weight]] : [];
    });
    return named.length > 0 ? { person: null, weights: scaled(named) } : null;
  }
}

function setOf(name: string, drafts: readonly Draft[], beside: readonly string[]): QuestionSet {
  const ids = [...new Set(drafts.flatMap((d) => [...d.answers.keys()]))];
  const weighed = new Set(drafts.flatMap((d) => d.references.flatMap((r) => weighedIn(r))));
  const known = ids.filter((id) => foundationOf(id) !== null || weighed.has(id));
  const agents = known.length > 0 ? known : ids.filter((id) => !beside.includes(id));
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

function isSame(draft: Draft, given: readonly (readonly [string, string])[]): boolean {
  return given.every(([id, text]) => draft.answers.get(id) === text);
}

function addReference(draft: Draft, reference: Reference): void {
  const key = JSON.stringify(reference);
  if (!draft.references.some((known) => JSON.stringify(known) === key))
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

/** Finds a column by its names, whatever their case and the signs between their words, and reads it as text. */
function cellsOf({ columns }: QuestionTable): (...names: readonly string[]) => Cells | null {
  const byName = new Map(columns.map((c) => [plainName(c.name), c]));
  return (...names) => {
    const column = names.flatMap((name) => byName.get(name) ?? [])[0];
    if (!column) return null;
    if (column.kind === "text") return (j) => column.texts[j] ?? "";
    return (j) => (Number.isNaN(column.numbers[j]) ? "" : String(column.numbers[j]));
  };
}

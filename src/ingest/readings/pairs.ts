import { textOf } from "../layouts/layout.ts";
import type { ColumnHint } from "../table/column-hint.ts";
import type { RawColumn, RawTable } from "../table/raw-table.ts";
import { OFF, ON, type Reading, type ReadingPicks } from "../table/reading.ts";
import { filledCells, freeName, isFilled, isNumeric, type Step } from "./step.ts";

/** Ends and beginnings by which writers tell two sides apart. */
const SIDES: readonly (readonly [string, string])[] = [
  ["chosen", "rejected"],
  ["preferred", "dispreferred"],
  ["winner", "loser"],
  ["a", "b"],
  ["1", "2"],
  ["0", "1"],
  ["left", "right"],
];
const ANSWER =
  /respon|answer|complet|output|generat|conversation|text|reply|continuation|chosen|summary|candidate/i;
const NO_TEXT = /model|name|id$|score|reward|rating|length|tokens?|winner|hash|source|url/i;
const PREFERENCE = /prefer|winner|choice|better|label|verdict|vote|annotat|judg|decision/i;
/** The pick that reads a preference the other way round. */
const TURNED = "turned";
const MOST_LEVELS = 12;

interface Sides {
  /** Columns of both sides by what their names have in common. */
  readonly both: ReadonlyMap<string, readonly [RawColumn, RawColumn]>;
  readonly answer: string;
  readonly tokens: readonly [string, string];
}

/** Two answers and which of them is better: a row an answer, with a win of 1 or 0, or half the preference for and against it. */
export const pairs: Step = (raw, picks) => {
  const sides = sidesOf(raw);
  if (!sides) return null;
  const hasWinner = [...sides.both].some(
    ([stem, [a]]) => /win|prefer/.test(stem) && filledCells(a).every(isNumeric),
  );
  const preference = hasWinner ? null : preferenceOf(raw, sides);
  const isNamedBetter = ["chosen", "preferred", "winner"].includes(sides.tokens[0]);
  const scored = [...sides.both].some(([, [a]]) => filledCells(a).every(isNumeric));
  if (!preference && !isNamedBetter && !scored) return null;
  const reading = readingOf(picks, sides, preference);
  if (reading.taken === OFF) {
    // The preference of a pair is no reward of one answer.
    const hints: Record<string, ColumnHint> = preference
      ? { [preference.column.name]: { use: "ignore" } }
      : {};
    return { raw, hints, reading };
  }
  const wins =
    preference?.winsOf(reading.taken === TURNED) ??
    (isNamedBetter && !scored ? () => [1, 0] as const : null);
  return { ...laidOut(raw, sides, preference, wins), reading };
};

function readingOf(picks: ReadingPicks, sides: Sides, preference: Preference | null): Reading {
  const pick = picks.pairs ?? ON;
  const taken = pick === OFF || (pick === TURNED && preference) ? pick : ON;
  const [a, b] = sides.both.get(sides.answer) ?? [];
  const ways = [ON, ...(preference ? [TURNED] : []), OFF];
  return {
    kind: "pairs",
    names: [a?.name ?? "", b?.name ?? "", ...(preference ? [preference.column.name] : [])],
    value: preference?.kind ?? "wins",
    taken,
    others: ways.filter((way) => way !== taken).map((way) => ({ pick: way })),
  };
}

function sidesOf(raw: RawTable): Sides | null {
  for (const tokens of SIDES) {
    const both = new Map<string, readonly [RawColumn, RawColumn]>();
    const stems = new Map(
      raw.columns.flatMap((column) => {
        const stem = stemOf(column.name, tokens[1]);
        return stem === null ? [] : [[stem, column] as const];
      }),
    );
    for (const column of raw.columns) {
      const stem = stemOf(column.name, tokens[0]);
      const other = stem === null ? undefined : stems.get(stem);
      if (stem !== null && other && other !== column) both.set(stem, [column, other]);
    }
    const answer = [...both].find(
      ([stem, [a, b]]) => isAnswer(stem, a) && filledCells(b).some(isFilled),
    )?.[0];
    if (answer !== undefined) return { both, answer, tokens };
  }
  return null;
}

/** What is left of a name without the word that tells its side; null where it has none. */
function stemOf(name: string, token: string): string | null {
  const parts = name.split(/([_\-. ]+)/);
  const bare = parts.map((part) => part.toLowerCase());
  const at = bare.lastIndexOf(token);
  if (at >= 0) return bare.filter((part, k) => k !== at && /[^_\-. ]/.test(part)).join("_");
  const glued = /^\d$/.test(token) && name.endsWith(token) && /[a-z]\d$/i.test(name);
  return glued ? name.slice(0, -1).toLowerCase() : null;
}

function isAnswer(stem: string, column: RawColumn): boolean {
  const filled = filledCells(column);
  if (filled.length === 0 || NO_TEXT.test(stem)) return false;
  const isText = filled.every(
    (cell) => (typeof cell === "string" && !isNumeric(cell)) || Array.isArray(cell),
  );
  return isText && (stem === "" || ANSWER.test(stem));
}

interface Preference {
  readonly column: RawColumn;
  readonly kind: "signed" | "graded" | "wins";
  /** The numbers of both answers in a row; `isTurned` for the other reading of the preference. */
  readonly winsOf: (isTurned: boolean) => (row: number) => readonly [number | null, number | null];
}

function preferenceOf(raw: RawTable, sides: Sides): Preference | null {
  const paired = new Set([...sides.both.values()].flat());
  const free = raw.columns.filter((column) => !paired.has(column));
  const named = free.filter(
    ({ name }) => PREFERENCE.test(name) && !/id$|length/i.test(stripped(name)),
  );
  const bySign = /prefer|winner|better/i;
  named.sort((a, b) => Number(bySign.test(b.name)) - Number(bySign.test(a.name)));
  for (const column of named) {
    const preference = numericPreference(column, sides) ?? wordedPreference(column, sides);
    if (preference) return preference;
  }
  return null;
}

/** `better_response_id` names the better one. */
function stripped(name: string): string {
  return name.replace(/^(better|safer|preferred|winner)_.*id$/i, "better");
}

function numericPreference(column: RawColumn, { tokens }: Sides): Preference | null {
  const numbers = Array.from(column.cells, (cell) => (isNumeric(cell) ? Number(cell) : null));
  const present = numbers.filter((x) => x !== null);
  const filled = column.cells instanceof Float64Array ? present.length : filledCells(column).length;
  if (present.length === 0 || present.length < 0.9 * Math.min(filled, present.length + 1))
    return null;
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const x of present) {
    low = Math.min(low, x);
    high = Math.max(high, x);
  }
  if (low < 0) {
    // A negative preference is for the first, as HelpSteer3 has it.
    const winsOf = (isTurned: boolean) => (row: number) => {
      const x = numbers[row];
      const half = x === null ? null : ((isTurned ? 1 : -1) * x) / 2;
      return [half, half === null ? null : -half] as const;
    };
    return { column, kind: "signed", winsOf };
  }
  const [first, second] = low >= 1 && high <= 2 ? [1, 2] : tokens[0] === "0" ? [0, 1] : [1, 0];
  if (high > 2 || (first !== 1 && high > 1)) return null;
  const isGraded = present.some((x) => x !== first && x !== second);
  const winsOf = (isTurned: boolean) => (row: number) => {
    const x = numbers[row];
    if (x === null) return [null, null] as const;
    const share = (x - second) / (first - second);
    const won = isTurned ? 1 - share : share;
    return [won, 1 - won] as const;
  };
  return { column, kind: isGraded ? "graded" : "wins", winsOf };
}

function wordedPreference(column: RawColumn, { both, tokens }: Sides): Preference | null {
  const words = new Set(filledCells(column).map((cell) => String(cell).trim().toLowerCase()));
  if (words.size === 0 || words.size > MOST_LEVELS) return null;
  const names = [...both.values()].map((pair) => pair.map(({ name }) => name.toLowerCase()));
  const sideOf = (word: string) => sideOfWord(word, names, tokens);
  if (![...words].every((word) => sideOf(word) !== null)) return null;
  const winsOf = (isTurned: boolean) => (row: number) => {
    const cell = column.cells[row];
    const side = isFilled(cell) ? sideOf(String(cell).trim().toLowerCase()) : null;
    if (side === null) return [null, null] as const;
    if (side === "tie") return [0.5, 0.5] as const;
    return (side === 0) !== isTurned ? ([1, 0] as const) : ([0, 1] as const);
  };
  return { column, kind: "wins", winsOf };
}

/** The side that a word names, by the names of the columns or by the token that tells the sides apart. */
function sideOfWord(
  word: string,
  names: readonly (readonly string[])[],
  tokens: readonly [string, string],
): 0 | 1 | "tie" | null {
  if (/tie|draw|both|equal|same|neither|unentschieden/.test(word)) return "tie";
  const words = word.split(/[^a-z0-9]+/);
  const isSide = (k: 0 | 1) =>
    names.some((pair) => pair[k] === word) ||
    words.includes(tokens[k]) ||
    words.includes(k === 0 ? "first" : "second") ||
    words.includes(k === 0 ? "left" : "right") ||
    (/^\d$/.test(tokens[k]) && new RegExp(`^[a-z]+${tokens[k]}$`).test(word));
  return isSide(0) ? 0 : isSide(1) ? 1 : null;
}

function laidOut(
  raw: RawTable,
  sides: Sides,
  preference: Preference | null,
  wins: ((row: number) => readonly [number | null, number | null]) | null,
) {
  const paired = new Set([...sides.both.values()].flat());
  const shared = raw.columns.filter((c) => !paired.has(c) && c !== preference?.column);
  const twice = (cells: RawColumn["cells"]) =>
    Array.from({ length: 2 * raw.rows }, (_, j) => cells[j >> 1]);
  const columns: RawColumn[] = shared.map(({ name, cells }) => ({ name, cells: twice(cells) }));
  const base = { rows: 2 * raw.rows, columns };
  const response = freeName(base, "response");
  const hasPrompt = shared.some(({ name }) =>
    /prompt|question|instruction|query|input|context/i.test(name),
  );
  if (!hasPrompt) {
    const cells = twice(Array.from({ length: raw.rows }, (_, j) => `pair ${j + 1}`));
    columns.unshift({ name: "prompt", cells });
  }
  for (const [stem, [a, b]] of sides.both) {
    const cells = Array.from({ length: 2 * raw.rows }, (_, j) => (j % 2 ? b : a).cells[j >> 1]);
    if (stem === sides.answer) columns.push({ name: response, cells: cells.map(textOf) });
    else columns.push({ name: freeName({ ...base, columns }, stem || "side"), cells });
  }
  const won = freeName({ ...base, columns }, preference?.kind === "signed" ? "preference" : "win");
  if (wins) {
    const cells = Array.from({ length: 2 * raw.rows }, (_, j) => wins(j >> 1)[j % 2]);
    columns.push({ name: won, cells });
  }
  // What is said of a pair (a margin, a tie, an agreement) is no reward of one answer.
  const hints: Record<string, ColumnHint> = Object.fromEntries(
    shared.flatMap((c): [string, ColumnHint][] =>
      c.cells instanceof Float64Array || filledCells(c).every(isNumeric)
        ? [[c.name, { use: "ignore" }]]
        : [],
    ),
  );
  hints[response] = { use: "response" };
  return { raw: { ...raw, ...base, columns }, hints };
}

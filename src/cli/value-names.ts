import { type Checked, problem } from "./command-line.ts";

/** A name of a command line and where what follows it begins. */
interface NameFound {
  readonly name: string;
  readonly end: number;
}

/** A name with what stands behind its equals sign. */
export interface Assignment {
  readonly name: string;
  readonly wanted: string;
}

/**
 * Reads a list of names. A name of `known` may hold commas itself: the longest that fits is taken; any name may stand in
 * quotation marks, a quotation mark within doubled.
 */
export function readNames(text: string, known: readonly string[]): string[] {
  const names: string[] = [];
  for (let at = 0; at <= text.length; ) {
    const found = nameAt(text, at, known, ",") ?? partAt(text, at);
    names.push(found.name);
    at = found.end + 1;
  }
  return names;
}

/** Reads a list of name=wanted; names as in `readNames`, and they may hold equals signs too. */
export function readAssignments(
  text: string,
  known: readonly string[],
): Checked<readonly Assignment[]> {
  const assignments: Assignment[] = [];
  for (let at = 0; at <= text.length; ) {
    const part = partAt(text, at);
    const found = nameAt(text, at, known, "=") ?? plainNameIn(part.name, at, text);
    const rest = found && partAt(text, found.end + 1);
    if (!found || found.name === "" || !rest || rest.name === "")
      return problem(`palette: expected value=target, found "${part.name}"`);
    assignments.push({ name: found.name, wanted: rest.name });
    at = rest.end + 1;
  }
  return { ok: true, value: assignments };
}

/** The longest known name, or one in quotation marks, that stands at a place before `mark`; null where none does. */
function nameAt(
  text: string,
  from: number,
  known: readonly string[],
  mark: "," | "=",
): NameFound | null {
  const at = afterBlanks(text, from);
  let best: NameFound | null = null;
  for (const name of known) {
    if (!text.startsWith(name, at) || (best && name.length <= best.name.length)) continue;
    const end = markAfter(text, at + name.length, mark);
    if (end !== null) best = { name, end };
  }
  return best ?? quotedAt(text, at, mark);
}

function quotedAt(text: string, at: number, mark: "," | "="): NameFound | null {
  const quoted = /^"((?:[^"]|"")*)"/.exec(text.slice(at));
  const end = quoted && markAfter(text, at + quoted[0].length, mark);
  return quoted && end !== null
    ? { name: quoted[1].replaceAll('""', '"'), end: end as number }
    : null;
}

/** Where the mark stands that follows at once, blanks aside; the end of a text stands for a comma. */
function markAfter(text: string, from: number, mark: "," | "="): number | null {
  const at = afterBlanks(text, from);
  return text[at] === mark || (mark === "," && at === text.length) ? at : null;
}

/** What stands up to the next comma, without the blanks around it. */
function partAt(text: string, from: number): NameFound {
  const comma = text.indexOf(",", from);
  const end = comma < 0 ? text.length : comma;
  return { name: text.slice(from, end).trim(), end };
}

/** The name before the last equals sign of a part. */
function plainNameIn(part: string, from: number, text: string): NameFound | null {
  const equals = part.lastIndexOf("=");
  const start = afterBlanks(text, from);
  return equals < 0 ? null : { name: part.slice(0, equals).trim(), end: start + equals };
}

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at].trim() === "") at++;
  return at;
}

import { quote } from "../../table/table.ts";
import { type Bounds, valuesIn, withPlainNumbers } from "./json-scan.ts";
import { pythonAsJson5 } from "./python-text.ts";

/** Texts that are longer are read as plain JSON only: other dialects are read sign by sign. */
const LONGEST_DIALECT = 50e6;
/** Lines count as records of their own where at least this share of them are. */
const LINES_SHARE = 0.5;
const AROUND = [15, 25];

/** What a text of JSON, or of something close to it, holds. */
export type JsonText =
  | {
      readonly ok: true;
      /** One document, or records that stood one after another. */
      readonly kind: "document" | "records";
      readonly value: unknown;
      /** Lines that hold no record, from 1, and what stands there. */
      readonly badLines: readonly { readonly row: number; readonly value: string }[];
      /** Numbers written as NaN or Infinity, which JSON does not know. */
      readonly bareNumbers: number;
      /** What the text is written in, where that is not JSON. */
      readonly dialect: "JSON5" | "Python" | null;
      /** Line on which the text breaks off; null where it is whole. */
      readonly cutAt: number | null;
    }
  | { readonly ok: false; readonly row?: number; readonly value: string };

type Dialect = "JSON5" | "Python" | null;
type Parsed = { readonly value: unknown; readonly bare: number; readonly dialect: Dialect };
type Parse = (text: string) => Parsed | null;

/**
 * Parses a text as JSON; where it is none, as JSON with NaN in it, as a record per line, as records one after another, as JSON5
 * or as what Python prints. Only whole values are taken; a line or an end that is none is named.
 */
export async function parseJsonText(text: string): Promise<JsonText> {
  const strict = parseStrict(text);
  if (strict) return documentOf(strict);
  const lenient = text.length <= LONGEST_DIALECT ? await dialectParser() : parseStrict;
  return (
    readLines(text, parseStrict) ??
    whole(text, lenient) ??
    readLines(text, lenient) ??
    readOneByOne(text, lenient) ??
    refused(text)
  );
}

function documentOf({ value, bare, dialect }: Parsed): JsonText {
  return {
    ok: true,
    kind: "document",
    value,
    badLines: [],
    bareNumbers: bare,
    dialect,
    cutAt: null,
  };
}

/** JSON, in which Python's NaN and Infinity may stand for numbers. */
function parseStrict(text: string): Parsed | null {
  try {
    return { value: JSON.parse(text), bare: 0, dialect: null };
  } catch {
    const { text: plain, count } = withPlainNumbers(text);
    if (count === 0) return null;
    try {
      return { value: JSON.parse(plain), bare: count, dialect: null };
    } catch {
      return null;
    }
  }
}

async function dialectParser(): Promise<Parse> {
  const { default: json5 } = await import("json5");
  const parse = (text: string, dialect: Dialect): Parsed | null => {
    try {
      return { value: json5.parse(text), bare: 0, dialect };
    } catch {
      return null;
    }
  };
  return (text) => {
    if (!/^\s*[[{(/#]/.test(text)) return null;
    const plain = parseStrict(text) ?? parse(text, "JSON5");
    const python = plain ? null : pythonAsJson5(text);
    return plain ?? (python === null ? null : parse(python, "Python"));
  };
}

function whole(text: string, parse: Parse): JsonText | null {
  const parsed = parse(text);
  return parsed && documentOf(parsed);
}

/** A record a line; null where too few lines are one. */
function readLines(text: string, parse: Parse): JsonText | null {
  const lines = text.split("\n");
  const filled = lines.filter((line) => line.trim() !== "").length;
  if (filled < 2) return null;
  const records: unknown[] = [];
  const bad: { row: number; value: string }[] = [];
  let bare = 0;
  let dialect: Dialect = null;
  for (let j = 0; j < lines.length; j++) {
    const line = lines[j].trim();
    if (line === "") continue;
    const parsed = parse(line);
    if (parsed === null || typeof parsed.value !== "object") {
      bad.push({ row: j + 1, value: quote(line) });
      if (bad.length > (1 - LINES_SHARE) * filled) return null;
      continue;
    }
    records.push(parsed.value);
    bare += parsed.bare;
    dialect ??= parsed.dialect;
  }
  return linesOf(records, bad, bare, dialect, null);
}

/** The elements of a list that breaks off, or records one after another without a separator of their own. */
function readOneByOne(text: string, parse: Parse): JsonText | null {
  const { bounds, isCut } = valuesIn(text);
  const records: unknown[] = [];
  const bad: { row: number; value: string }[] = [];
  let bare = 0;
  let dialect: Dialect = null;
  for (const bound of bounds) {
    const parsed = parse(text.slice(bound.from, bound.to));
    if (parsed === null) {
      bad.push({
        row: lineOf(text, bound.from),
        value: quote(text.slice(bound.from, bound.to).trim()),
      });
      if (bad.length > (1 - LINES_SHARE) * bounds.length) return null;
      continue;
    }
    records.push(parsed.value);
    bare += parsed.bare;
    dialect ??= parsed.dialect;
  }
  if (records.length < 2) return null;
  return linesOf(records, bad, bare, dialect, isCut ? cutLine(text, bounds) : null);
}

function cutLine(text: string, bounds: readonly Bounds[]): number {
  const last = bounds.at(-1);
  return lineOf(text, last ? Math.min(text.length, last.to + 1) : 0);
}

function linesOf(
  records: readonly unknown[],
  badLines: readonly { readonly row: number; readonly value: string }[],
  bareNumbers: number,
  dialect: Dialect,
  cutAt: number | null,
): JsonText {
  return { ok: true, kind: "records", value: records, badLines, bareNumbers, dialect, cutAt };
}

function refused(text: string): JsonText {
  const { message, at } = failureOf(text);
  const line = /line (\d+)/.exec(message);
  const row = line ? Number(line[1]) : at === null ? undefined : lineOf(text, at);
  return { ok: false, row, value: quote(around(text, at)) };
}

function failureOf(text: string): { readonly message: string; readonly at: number | null } {
  try {
    JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    const at = /position (\d+)/.exec(message);
    return { message, at: at && Number(at[1]) };
  }
  return { message: "", at: null };
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split("\n").length;
}

function around(text: string, at: number | null): string {
  return at === null ? text.slice(0, 40) : text.slice(Math.max(0, at - AROUND[0]), at + AROUND[1]);
}

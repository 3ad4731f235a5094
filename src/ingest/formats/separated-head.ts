import { type Problem, quote } from "../table/table.ts";
import { firstRecords, guessDelimiter } from "./separated-records.ts";

/** The first records of a separated text, from its header on. */
export interface Beginning {
  readonly records: readonly (readonly string[])[];
  readonly delimiter: string;
  /** Records above the header that are no part of the table, and lines of remarks above these. */
  readonly above: number;
  readonly remarks: number;
}

const encoder = new TextEncoder();
const PREVIEW_ROWS = 1000;
const MOST_TITLES = 5;
const MOST_REMARKS = 200;
const NUMERIC = /^[+-]?(\d+[.,]?\d*|[.,]\d+)(e[+-]?\d+)?$/i;
/** Spreadsheets write their separator into a line of its own. */
const SEPARATOR_LINE = /^\uFEFF?"?sep=([^"\r\n])"?\r?\n/i;

/** True for a cell that holds nothing but a number, whichever its decimal mark. */
export function isNumeric(cell: string): boolean {
  return NUMERIC.test(cell.trim());
}

/** Splits the beginning of a separated text and passes over remarks and titles above its header, which are named as problems. */
export function beginningOf(head: string, problems: Problem[]): Beginning {
  const separatorLine = SEPARATOR_LINE.exec(head);
  const remarks = separatorLine ? [] : remarksOf(head);
  const body = encoder.encode(
    head.slice(separatorLine?.[0].length ?? remarks.reduce((sum, line) => sum + line.length, 0)),
  );
  const delimiter = separatorLine?.[1] ?? guessDelimiter(body);
  const all = firstRecords(body, delimiter, PREVIEW_ROWS);
  const titles = titlesOf(all);
  if (titles > 0 || remarks.length > 0)
    problems.push({
      code: "title-rows",
      severity: "warning",
      row: separatorLine ? 2 : 1,
      count: titles + remarks.length,
      expected: "the names of the columns",
      value: quote(remarks[0]?.trim() ?? all[0].find((cell) => cell.trim() !== "")),
    });
  const records = all.slice(titles);
  const above = titles + (separatorLine ? 1 : 0);
  const base = { above, remarks: remarks.length };
  if (!separatorLine && titles === 0 && isCutByDecimalCommas(records, delimiter))
    return { records: firstRecords(body, ";", PREVIEW_ROWS), delimiter: ";", ...base };
  return { records, delimiter, ...base };
}

/** Lines on top that are remarks, as many scripts write them; a header behind a # of its own is none. */
function remarksOf(head: string): string[] {
  const lines: string[] = [];
  let at = 0;
  while (lines.length < MOST_REMARKS && /^\uFEFF?\s*(#|\/\/|%)/.test(head.slice(at, at + 64))) {
    const end = head.indexOf("\n", at) + 1;
    if (end === 0) break;
    lines.push(head.slice(at, end));
    at = end;
  }
  const last = lines.at(-1);
  if (last === undefined) return lines;
  const next = head.slice(at, at + last.length + 4096).split("\n", 1)[0];
  const delimiter = guessDelimiter(encoder.encode(head.slice(at)));
  const isHeader =
    last.split(delimiter).length === next.split(delimiter).length &&
    next.split(delimiter).length > 1 &&
    next.split(delimiter).some(isNumeric);
  return isHeader ? lines.slice(0, -1) : lines;
}

/**
 * True when numbers with a comma in them outnumber those with a point. Where commas also separate the cells, 1,234 may be a
 * thousand, so that one of them has to be plainer.
 */
export function usesDecimalComma(rows: readonly (readonly string[])[], delimiter: string): boolean {
  let [commas, points] = [0, 0];
  let isPlain = delimiter !== ",";
  for (const row of rows.slice(0, 200))
    for (const cell of row) {
      const text = cell.trim();
      if (/^[+-]?(\d+|\d{1,3}([. '’]\d{3})+),\d+$/.test(text)) {
        commas++;
        isPlain ||= !/^[+-]?[1-9]\d{0,2},\d{3}$/.test(text);
      } else if (/^[+-]?\d+\.\d+$/.test(text)) points++;
    }
  return isPlain && commas > points;
}

/** How many rows on top hold one cell only, above a row of names and rows as wide as that. */
function titlesOf(records: readonly (readonly string[])[]): number {
  const filled = (row: readonly string[] | undefined) =>
    row?.filter((cell) => cell.trim() !== "").length ?? 0;
  let titles = 0;
  while (titles < MOST_TITLES && filled(records[titles]) === 1) titles++;
  const [header, ...rows] = records.slice(titles);
  if (titles === 0 || rows.length === 0 || filled(header) < 2) return 0;
  const isNamed = header.every((cell) => cell.trim() !== "" && !isNumeric(cell));
  return isNamed && rows.every((row) => row.length === header.length) ? titles : 0;
}

/** True for one column of numbers whose decimal commas were taken for separators. */
function isCutByDecimalCommas(
  [header, ...rows]: readonly (readonly string[])[],
  delimiter: string,
): boolean {
  return (
    delimiter === "," &&
    header?.length === 1 &&
    rows.length > 0 &&
    rows.some((row) => row.length === 2) &&
    rows.every((row) => row.length <= 2 && row.every((cell) => /^[+-]?\d+$/.test(cell.trim())))
  );
}

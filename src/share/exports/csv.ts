/** What a cell of separated text may hold; null is an empty cell. */
export type CsvCell = string | number | null;

/** What a spreadsheet would take for the start of a formula. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/**
 * One cell (RFC 4180). Numbers keep every digit; one that is not finite is an empty cell. Words that a spreadsheet would run
 * as a formula get an apostrophe in front, so that they stay words.
 */
export function csvCell(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(safe) || safe.startsWith("'") ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line with its end. */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/**
 * A table for people: with the mark by which spreadsheets know UTF-8, lines end in CR LF. Its numbers have the fifteen digits that
 * every calculation keeps, without the noise behind them.
 */
export function csvTable(
  columns: readonly string[],
  rows: readonly (readonly CsvCell[])[],
): string {
  const lines = rows.map((cells) =>
    csvLine(cells.map((cell) => (typeof cell === "number" ? withoutNoise(cell) : cell))),
  );
  return `\ufeff${csvLine(columns)}${lines.join("")}`;
}

/** A number to fifteen significant digits: 0.38393 for 0.38392999999999994. */
export function withoutNoise(x: number): number {
  const short = Number(x.toPrecision(15));
  return Number.isFinite(short) ? short : x;
}

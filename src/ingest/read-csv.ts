import Papa from "papaparse";
import { columnFromCells } from "./cells.ts";
import { type Problem, type ReadResult, refuse } from "./table.ts";
import { uniqueNames } from "./unique-names.ts";

const DELIMITERS = [",", "\t", ";", "|"];
const MOST_NAMED = 3;
const NUMERIC = /^[+-]?(\d+[.,]?\d*|[.,]\d+)(e[+-]?\d+)?$/i;

/** Reads comma-, tab-, semicolon- or bar-separated text with a header row. Rows of another length are dropped and named. */
export function readCsv(text: string): ReadResult {
  const parsed = Papa.parse<string[]>(text, {
    skipEmptyLines: "greedy",
    delimitersToGuess: DELIMITERS,
  });
  const rows = parsed.data;
  if (rows.length === 0) return refuse({ code: "empty-file" });
  const problems: Problem[] = [];
  const hasHeader = !rows[0].every((cell) => NUMERIC.test(cell.trim()));
  if (!hasHeader) problems.push({ code: "no-header", severity: "warning", row: 1 });
  const width = rows[0].length;
  const header = uniqueNames(hasHeader ? rows[0] : rows[0].map((_, i) => `column ${i + 1}`));
  problems.push(...header.problems);

  const firstRow = hasHeader ? 2 : 1;
  const good: string[][] = [];
  let ragged = 0;
  rows.slice(hasHeader ? 1 : 0).forEach((row, j) => {
    if (row.length === width) good.push(row);
    else if (++ragged <= MOST_NAMED)
      problems.push({
        code: "ragged-row",
        severity: "warning",
        row: firstRow + j,
        expected: String(width),
        value: String(row.length),
      });
  });
  if (ragged > MOST_NAMED)
    problems.push({
      code: "ragged-row",
      severity: "warning",
      count: ragged,
      expected: String(width),
    });
  if (good.length === 0 && ragged > 0) return { ok: false, problems: asErrors(problems) };

  const decimalComma = parsed.meta.delimiter !== "," && usesDecimalComma(good);
  const columns = header.names.map((name, i) => {
    const { column, problems: found } = columnFromCells(
      name,
      good.map((row) => row[i]),
      { firstRow, decimalComma },
    );
    problems.push(...found);
    return column;
  });
  return { ok: true, format: "csv", table: { rows: good.length, columns }, problems };
}

/** True when numbers with a comma in them outnumber those with a point. */
function usesDecimalComma(rows: readonly (readonly string[])[]): boolean {
  let commas = 0;
  let points = 0;
  for (const row of rows.slice(0, 200))
    for (const cell of row) {
      if (/^[+-]?\d+,\d+$/.test(cell.trim())) commas++;
      else if (/^[+-]?\d+\.\d+$/.test(cell.trim())) points++;
    }
  return commas > points;
}

function asErrors(problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => ({ ...problem, severity: "error" }));
}

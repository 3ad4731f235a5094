import { type Problem, quote, type Table, type TableColumn } from "../table/table.ts";
import { isBookkeeping } from "./column-names.ts";
import { varies } from "./column-reasons.ts";
import { FEWEST_ROWS, firstNumber } from "./mapping.ts";
import { proposeMapping } from "./propose-mapping.ts";

/** A column of words is taken for numbers with something beside them when so many of its first cells are. */
const ALMOST_SHARE = 0.8;
const LOOKED_AT = 200;
/** A number with a sign of money, a unit, a share or a group mark: $3.50, 80 %, 4/5, 3 stars, 1,234. */
const ALMOST = /^[\p{Sc}~≈<>=≤≥]?\s*[+-]?\d[\d.,'’\s]*(%|\p{Sc}|\/\s*\d+|\p{L}{1,12})?\.?$/u;

/** Problems of a table as a whole: too few rows, nothing numeric, words that are almost numbers, constant columns. */
export function checkTable(table: Table): Problem[] {
  const { rows, columns } = table;
  const numeric = columns.flatMap((c) => (c.kind === "number" ? [c] : []));
  if (rows === 0 || (rows < FEWEST_ROWS && numeric.length > 0))
    return [
      { code: "too-few-rows", severity: "error", count: rows, expected: String(FEWEST_ROWS) },
    ];
  const almost = almostNumbers(table);
  if (numeric.length === 0) {
    const first = columns.find((c) => c.kind === "text" && firstText(c) !== "") ?? columns[0];
    return [
      ...almost.map((p): Problem => ({ ...p, severity: "error" })),
      {
        code: "no-numeric-columns",
        severity: "error",
        column: first?.name,
        expected: "a number per answer",
        value: first && firstText(first),
      },
    ];
  }
  const constant = numeric.filter((c) => !varies(c.numbers));
  const severity = constant.length === numeric.length ? "error" : "warning";
  return [
    ...constant.map(
      (c): Problem => ({
        code: "constant-column",
        severity,
        column: c.name,
        expected: "numbers that differ",
        value: String(firstNumber(c)),
      }),
    ),
    ...almost,
  ];
}

/** Columns of words that are numbers but for something beside them; texts of prompts and answers are no such columns. */
function almostNumbers(table: Table): Problem[] {
  const uses = proposeMapping(table);
  return table.columns.flatMap((column, i): Problem[] => {
    if (column.kind !== "text" || uses[i].use !== "ignore" || isBookkeeping(column.name)) return [];
    const filled = column.texts.slice(0, LOOKED_AT).filter((text) => text.trim() !== "");
    const almost = filled.filter((text) => ALMOST.test(text.trim()));
    if (almost.length === 0 || almost.length < ALMOST_SHARE * filled.length) return [];
    const value = quote(almost[0].trim());
    const expected = "plain numbers";
    return [{ code: "almost-numbers", severity: "warning", column: column.name, expected, value }];
  });
}

function firstText(column: TableColumn): string {
  if (column.kind !== "text") return "";
  return quote(column.texts.find((text) => text.trim() !== "")?.trim() ?? "");
}

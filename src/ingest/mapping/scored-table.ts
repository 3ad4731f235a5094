import type { ScoreColumn } from "../table/scores.ts";
import type { Problem, Table, TableColumn } from "../table/table.ts";
import { uniqueNames } from "../table/unique-names.ts";
import { checkTable } from "./check-table.ts";
import { type ColumnMapping, FEWEST_ROWS } from "./mapping.ts";
import { type ColumnPreview, previewColumn } from "./preview.ts";

/** What is shown of scores beside the columns of the file, and what they are proposed for. */
export interface ScorePreview {
  readonly columns: readonly ColumnPreview[];
  readonly mapping: readonly ColumnMapping[];
  readonly problems: readonly Problem[];
}

/** A table with columns of scores behind its own. */
export function withScores(table: Table, scores: readonly ScoreColumn[]): Table {
  const own = table.columns.map((c) => c.name);
  const { names } = uniqueNames([...own, ...scores.map((s) => s.name)]);
  const columns = scores.map((score, i): TableColumn => {
    const missing = score.scores.reduce((sum, x) => sum + Number(Number.isNaN(x)), 0);
    const name = names[own.length + i];
    return { name, kind: "number", numbers: score.scores, missing, bad: 0 };
  });
  return { rows: table.rows, columns: [...table.columns, ...columns] };
}

/** What is shown of the scores of a table that `withScores` made; those that vary are proposed as values. */
export function previewScores(scored: Table, scores: readonly ScoreColumn[]): ScorePreview {
  const columns = scored.columns.slice(scored.columns.length - scores.length);
  const problems = columns.flatMap((column) =>
    checkTable({ rows: scored.rows, columns: [column] }).map(
      (problem): Problem => ({ ...problem, severity: "warning" }),
    ),
  );
  return {
    columns: columns.map((column, i) => ({ ...previewColumn(column), scoredBy: scores[i].kind })),
    mapping: columns.map(({ name }, i) => ({
      column: name,
      id: name,
      use: problems.some((p) => p.column === name) ? "ignore" : "value",
      lowerIsBetter: scores[i].lowerIsBetter,
    })),
    problems,
  };
}

/** Problems of a table that has texts: what it lacks in numbers can be scored here, so that stops nobody. */
export function easedByTexts(table: Table, problems: readonly Problem[]): readonly Problem[] {
  const hasTexts = table.columns.some((c) => c.kind === "text" && c.texts.some((t) => t.trim()));
  if (!hasTexts || table.rows < FEWEST_ROWS) return problems;
  return problems.map((p) => ({ ...p, severity: "warning" }));
}

import type { TiltOracle, View } from "../core/rows/oracle.ts";
import { rowsOracle } from "../core/rows/rows-oracle.ts";
import { buildSamples, type Samples } from "../core/rows/samples.ts";
import {
  applyMapping,
  type ColumnMapping,
  type ColumnUse,
  type MappedRows,
} from "../ingest/mapping/mapping.ts";
import { proposeMapping } from "../ingest/mapping/propose-mapping.ts";
import type { ReadTable, Table } from "../ingest/table/table.ts";
import { NO_PROMPTS } from "./arguments.ts";
import { type Checked, problem } from "./command-line.ts";
import { sentence } from "./read-table.ts";

/** A set of values of a file, ready to be solved. */
export interface Prepared {
  readonly samples: Samples;
  readonly oracle: TiltOracle;
  readonly view: View;
  /** The column of prompts and how many there are; null where answers count each by itself. */
  readonly prompts: { readonly column: string; readonly count: number } | null;
  /** What should be known of the rows: those left out, and which values are costs. */
  readonly notes: readonly string[];
}

/** What the command line says of the columns, over what the file itself says. */
export interface ColumnChoices {
  readonly mode: "pooled" | "per-prompt";
  readonly promptColumn: string | null;
  readonly weightColumn: string | null;
  readonly lower: readonly string[];
  readonly higher: readonly string[];
}

/** Names of all numeric columns, and of those that look like values. */
export function valueNames({ table, hints }: ReadTable): {
  readonly numeric: string[];
  readonly proposed: string[];
} {
  return {
    numeric: table.columns.filter((c) => c.kind === "number").map((c) => c.name),
    proposed: proposeMapping(table, hints).flatMap((m) => (m.use === "value" ? [m.column] : [])),
  };
}

/**
 * Samples of some columns, read as the page proposes to read them: costs, prompts and what the layout knows. Rows with a gap in
 * one of these columns are left out, and that is noted.
 */
export function prepare(
  read: ReadTable,
  ids: readonly string[],
  choices: ColumnChoices,
): Checked<Prepared> {
  const mapping = mappingOf(read, ids, choices);
  if (!mapping.ok) return mapping;
  const mapped = applyMapping(read.table, mapping.value);
  if (!mapped.ok) return problem(sentence(mapped.problems[0]));
  const { data } = mapped;
  const promptColumn = mapping.value.find(({ use }) => use === "prompt")?.column;
  if (choices.mode === "per-prompt") {
    if (!data.prompts) return problem("--mode per-prompt needs --prompt-column NAME");
    if (countOf(data.prompts) === data.rows)
      return problem(`--mode per-prompt: no two answers share an entry of column ${promptColumn}`);
  }
  // The order that was asked for is that of the report.
  const columns = ids.flatMap((id) => data.columns.filter((column) => column.id === id));
  try {
    const samples = buildSamples(columns, data);
    return {
      ok: true,
      value: {
        samples,
        oracle: rowsOracle(samples),
        view: { mode: choices.mode },
        prompts:
          data.prompts && promptColumn !== undefined
            ? { column: promptColumn, count: countOf(data.prompts) }
            : null,
        notes: [...droppedNotes(read.table, ids, data), ...directionNotes(read, samples, choices)],
      },
    };
  } catch (error) {
    return problem(error instanceof Error ? error.message : String(error));
  }
}

/** What of the file's own proposal is left once the command line has spoken. */
function mappingOf(
  { table, hints }: ReadTable,
  ids: readonly string[],
  { promptColumn, weightColumn, lower, higher }: ColumnChoices,
): Checked<ColumnMapping[]> {
  for (const [option, column] of [
    ["--prompt-column", promptColumn === NO_PROMPTS ? null : promptColumn],
    ["--weight-column", weightColumn],
  ])
    if (column !== null && !table.columns.some((c) => c.name === column))
      return problem(`there is no column "${column}" for ${option}`);
  const isBoth = lower.find((id) => higher.includes(id));
  if (isBoth !== undefined) return problem(`${isBoth} cannot be better both lower and higher`);
  const proposal = proposeMapping(table, hints);
  const values = ids.flatMap((id) => proposal.filter((m) => m.column === id));
  const named = (column: string | null, use: ColumnUse): ColumnMapping[] =>
    column === null ? [] : [{ column, id: column, use, lowerIsBetter: false }];
  const prompts =
    promptColumn === null
      ? proposal.filter((m) => m.use === "prompt" && !ids.includes(m.column))
      : named(promptColumn === NO_PROMPTS ? null : promptColumn, "prompt");
  return {
    ok: true,
    value: [
      ...values.map(
        (m): ColumnMapping => ({
          ...m,
          use: "value",
          lowerIsBetter: lower.includes(m.id) || (m.lowerIsBetter && !higher.includes(m.id)),
        }),
      ),
      ...prompts,
      ...named(weightColumn, "weight"),
    ],
  };
}

/** How many rows are left out, and for which columns. */
function droppedNotes(table: Table, ids: readonly string[], { problems }: MappedRows): string[] {
  const dropped = problems.find(({ code }) => code === "rows-dropped");
  if (!dropped) return [];
  const gaps = ids.flatMap((id) => {
    const count = gapsOf(table, id).filter(Boolean).length;
    return count > 0 ? [`${id} has no number in ${count}`] : [];
  });
  return [`${sentence(dropped)}${gaps.length > 0 ? ` (${gaps.join(", ")})` : ""}`];
}

/** Where a numeric column holds no number. */
export function gapsOf({ columns, rows }: Table, id: string): boolean[] {
  const column = columns.find(({ name }) => name === id);
  return column?.kind === "number"
    ? Array.from(column.numbers, (x) => !Number.isFinite(x))
    : new Array<boolean>(rows).fill(true);
}

/** Which values are read as costs, and of which it is not known whether they are. */
function directionNotes(
  { hints }: ReadTable,
  { values }: Samples,
  { lower, higher }: ColumnChoices,
): string[] {
  const isTold = (id: string) => lower.includes(id) || higher.includes(id);
  const costs = values.filter((v) => v.lowerIsBetter && !isTold(v.id)).map((v) => v.id);
  const open = values.filter(({ id }) => hints.get(id)?.isDirectionOpen && !isTold(id));
  return [
    ...(costs.length > 0
      ? [`read as lower is better: ${costs.join(", ")}; --higher-is-better turns that round`]
      : []),
    ...(open.length > 0
      ? [
          `not known whether more or less is better, read as more: ${open.map((v) => v.id).join(", ")}; --lower-is-better turns that round`,
        ]
      : []),
  ];
}

function countOf(prompts: Int32Array): number {
  return new Set(prompts).size;
}

import { open } from "node:fs/promises";
import type { TiltOracle, View } from "../core/rows/oracle.ts";
import { rowsOracle } from "../core/rows/rows-oracle.ts";
import { buildSamples, type Samples } from "../core/rows/samples.ts";
import { checkTable } from "../ingest/mapping/check-table.ts";
import { applyMapping, type ColumnMapping } from "../ingest/mapping/mapping.ts";
import { proposeMapping } from "../ingest/mapping/propose-mapping.ts";
import { readSource } from "../ingest/read-source.ts";
import type { ReadingPicks } from "../ingest/table/reading.ts";
import type { Problem, ReadResult, ReadTable, Table } from "../ingest/table/table.ts";
import { problems } from "../ui/text/en/problems.ts";
import { type Checked, problem } from "./command-line.ts";
import { readingNotes, withGrades } from "./reading-notes.ts";

/** A set of values of a file, ready to be solved. */
export interface Prepared {
  readonly samples: Samples;
  readonly oracle: TiltOracle;
  /** Raw rewards by id. */
  readonly raw: ReadonlyMap<string, Float64Array>;
  readonly view: View;
}

/** A table as it was read, and every guess that was made about it as a sentence. */
export type FileTable = ReadTable & { readonly notes: readonly string[] };

/** The table of a file, or one sentence that says why not. */
export async function readFileTable(
  file: string,
  picks: ReadingPicks = {},
): Promise<Checked<FileTable>> {
  let read: ReadResult;
  try {
    const handle = await open(file);
    const { size } = await handle.stat();
    const slice = async (from: number, to: number) => {
      const bytes = new Uint8Array(to - from);
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, from);
      return bytes.subarray(0, bytesRead);
    };
    read = await readSource([{ name: file, size, slice }], { picks }).finally(() => handle.close());
  } catch (error) {
    return problem(
      `${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}`,
    );
  }
  if (!read.ok) return problem(sentence(read.problems[0], file));
  const graded = withGrades(read, picks);
  const fatal = checkTable(graded.table).find(
    (p) => p.severity === "error" && p.code !== "constant-column",
  );
  return fatal
    ? problem(sentence(fatal, file))
    : { ok: true, value: { ...graded, notes: readingNotes(read, picks) } };
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

/** Samples of some columns, grouped by `promptColumn` where one is given. */
export function prepare(
  table: Table,
  ids: readonly string[],
  promptColumn: string | null,
): Checked<Prepared> {
  const mapping = ids.map(
    (id): ColumnMapping => ({ column: id, id, use: "value", lowerIsBetter: false }),
  );
  if (promptColumn !== null) {
    if (!table.columns.some((c) => c.name === promptColumn))
      return problem(`there is no column "${promptColumn}" for --prompt-column`);
    mapping.push({ column: promptColumn, id: promptColumn, use: "prompt", lowerIsBetter: false });
  }
  const mapped = applyMapping(table, mapping);
  if (!mapped.ok) return problem(sentence(mapped.problems[0]));
  const { columns, prompts } = mapped.data;
  try {
    const samples = buildSamples(columns, { prompts });
    return {
      ok: true,
      value: {
        samples,
        oracle: rowsOracle(samples),
        raw: new Map(columns.map((c) => [c.id, Float64Array.from(c.rewards)])),
        view: { mode: promptColumn === null ? "pooled" : "per-prompt" },
      },
    };
  } catch (error) {
    return problem(error instanceof Error ? error.message : String(error));
  }
}

/** A problem of a file as one sentence that names it. */
export function sentence(fileProblem: Problem, file?: string): string {
  return problems[fileProblem.code]({ ...(file === undefined ? {} : { file }), ...fileProblem });
}

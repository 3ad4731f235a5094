import { readFile } from "node:fs/promises";
import type { SolveReport } from "../core/solve/report.ts";
import { solvePalette } from "../core/solve/solve-palette.ts";
import type { ReadTable } from "../ingest/table/table.ts";
import { parseArguments, type SolveArguments } from "./arguments.ts";
import { type Checked, problem } from "./command-line.ts";
import { frontReport } from "./front-report.ts";
import { fullReport } from "./full-report.ts";
import { type AskedTarget, checkCases, parsePalette, wrongTarget } from "./palette-text.ts";
import { type ColumnChoices, gapsOf, type Prepared, prepare, valueNames } from "./prepare.ts";
import { readFileTable } from "./read-table.ts";
import { parsePicks } from "./reading-notes.ts";
import type { CommandOutcome } from "./report-outcome.ts";
import { readAssignments, readNames } from "./value-names.ts";

/** A command line whose names are those of the file's columns. */
interface SolveTask extends ColumnChoices {
  readonly read: ReadTable;
  readonly asked: SolveArguments;
  /** Names of all numeric columns. */
  readonly numeric: readonly string[];
  readonly values: readonly string[] | null;
  readonly front: readonly string[];
  readonly order: readonly string[];
}

/** Solves the palettes of a command line over the rows of a file; every verdict is an output. */
export async function runSolve(args: readonly string[]): Promise<CommandOutcome> {
  const asked = parseArguments(args);
  if (!asked.ok) return asked;
  const picks = parsePicks(asked.value.read);
  if (!picks.ok) return picks;
  const file = await readFileTable(asked.value.file, picks.value);
  if (!file.ok) return file;
  const task = taskOf(file.value.read, asked.value);
  if (!task.ok) return task;
  const { cases } = asked.value;
  const outcome = await (cases !== null ? solveCases(task.value, cases) : solveOne(task.value));
  if (!outcome.ok) return outcome;
  // Nothing is left out or read in silence that might be an answer.
  const notes = [...new Set([...file.value.notes, ...(outcome.notes ?? [])])];
  return { ok: true, output: outcome.output, ...(notes.length > 0 ? { notes } : {}) };
}

function taskOf(read: ReadTable, asked: SolveArguments): Checked<SolveTask> {
  const { numeric } = valueNames(read);
  const listed = (text: string | null) => (text === null ? null : readNames(text, numeric));
  const values = listed(asked.values);
  const lower = listed(asked.lower) ?? [];
  const higher = listed(asked.higher) ?? [];
  const stranger = [...(values ?? []), ...lower, ...higher].find((id) => !numeric.includes(id));
  if (stranger !== undefined)
    return problem(`there is no numeric column "${stranger}"; there are: ${numeric.join(", ")}`);
  const front = listed(asked.front);
  if (front && (front.length !== 2 || front[0] === front[1]))
    return problem("--front needs two values, as in --front humor,helpful");
  const order = listed(asked.order) ?? [];
  const { mode, promptColumn, weightColumn } = asked;
  const choices = { mode, promptColumn, weightColumn, lower, higher };
  return {
    ok: true,
    value: { ...choices, read, asked, numeric, values, front: front ?? [], order },
  };
}

async function solveCases(task: SolveTask, file: string): Promise<CommandOutcome> {
  const checked = await readCases(file, task.values ?? task.numeric);
  if (!checked.ok) return checked;
  const bySet = new Map<string, Checked<Prepared>>();
  const reports: SolveReport[] = [];
  for (const [place, one] of checked.value.entries()) {
    const key = JSON.stringify(one.values);
    const prepared = bySet.get(key) ?? prepare(task.read, one.values, task);
    bySet.set(key, prepared);
    if (!prepared.ok) return prepared;
    const { oracle, samples, view } = prepared.value;
    const wrong = wrongTarget(place, one, samples.values);
    if (wrong) return problem(wrong);
    reports.push(await solvePalette(oracle, samples, one.palette, { view }));
  }
  const notes = [...bySet.values()].flatMap((set) => (set.ok ? set.value.notes : []));
  return { ok: true, output: reports, notes };
}

async function solveOne(task: SolveTask): Promise<CommandOutcome> {
  const { asked, front, order } = task;
  const chosen = columnsOf(task);
  if (!chosen.ok) return chosen;
  const { columns } = chosen.value;
  const prepared = prepare(task.read, columns, task);
  if (!prepared.ok) return prepared;
  const { samples, oracle, view } = prepared.value;
  const indexOf = (id: string) => samples.values.findIndex((v) => v.id === id);
  const strange = [...front, ...order].find((id) => indexOf(id) < 0);
  if (strange !== undefined)
    return problem(`there is no value "${strange}"; there are: ${columns.join(", ")}`);
  const palette = asked.palette === null ? null : parsePalette(asked.palette, samples.values);
  if (palette && !palette.ok) return palette;
  const wishes: readonly (AskedTarget | undefined)[] = samples.values.map(({ id }) =>
    palette?.value.get(id),
  );
  const targets = wishes.map((wish) => wish?.target ?? null);
  const notes = [
    ...chosen.value.notes,
    ...prepared.value.notes,
    ...wishes.flatMap((wish) => wish?.note ?? []),
  ];
  if (front.length === 2) {
    const pair = [indexOf(front[0]), indexOf(front[1])] as const;
    const { budgets, angles } = asked;
    const output = await frontReport(prepared.value, targets, { budgets, angles, pair });
    return { ok: true, output, notes };
  }
  if (asked.full) {
    const first = order.map(indexOf);
    const output = await fullReport(prepared.value, targets, {
      order: [...new Set([...first, ...samples.values.keys()])],
      klBudget: asked.klBudget,
      isQuantile: wishes.map((wish) => wish?.isQuantile ?? false),
    });
    return { ok: true, output, notes };
  }
  const report = await solvePalette(oracle, samples, targets, { view });
  return { ok: true, output: { values: columns, ...report }, notes };
}

/**
 * The values of a report: those of `--values`, else those that are asked for, and of what else looks like a value whatever has a
 * number in all of their rows, so that what is not asked costs no row.
 */
function columnsOf(
  task: SolveTask,
): Checked<{ readonly columns: readonly string[]; readonly notes: readonly string[] }> {
  const { read, asked, numeric, values } = task;
  if (values) return { ok: true, value: { columns: values, notes: [] } };
  const assignments = readAssignments(asked.palette ?? "", numeric);
  if (asked.palette !== null && !assignments.ok) return assignments;
  const named = [
    ...(assignments.ok ? assignments.value.map(({ name }) => name) : []),
    ...task.front,
  ];
  const needed = numeric.filter((id) => named.includes(id));
  const isShort = needed
    .map((id) => gapsOf(read.table, id))
    .reduce((some, gaps) => some.map((gap, j) => gap || gaps[j]), noGaps(read.table.rows));
  const others = valueNames(read).proposed.filter(
    (id) => !needed.includes(id) && id !== task.promptColumn && id !== task.weightColumn,
  );
  const gapsIn = new Map(
    others.map((id) => [id, gapsOf(read.table, id).filter((gap, j) => gap && !isShort[j]).length]),
  );
  const isFull = (id: string) => gapsIn.get(id) === 0;
  const rows = isShort.filter((gap) => !gap).length;
  const notes = others
    .filter((id) => !isFull(id))
    .map(
      (id) =>
        `${id} is left out of the report: it has no number in ${gapsIn.get(id)} of the ${rows} rows; name it in --values to use only the others`,
    );
  const columns = numeric.filter((id) => needed.includes(id) || isFull(id));
  return { ok: true, value: { columns, notes } };
}

function noGaps(rows: number): boolean[] {
  return new Array<boolean>(rows).fill(false);
}

async function readCases(
  file: string,
  names: readonly string[],
): Promise<ReturnType<typeof checkCases>> {
  try {
    return checkCases(JSON.parse(await readFile(file, "utf8")), names);
  } catch (error) {
    return problem(
      `cases: ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

import { readFile } from "node:fs/promises";
import type { SolveReport } from "../core/solve/report.ts";
import { solvePalette } from "../core/solve/solve-palette.ts";
import type { ReadTable, Table } from "../ingest/table/table.ts";
import { parseArguments, type SolveArguments } from "./arguments.ts";
import { type Checked, problem } from "./command-line.ts";
import { frontReport } from "./front-report.ts";
import { fullReport } from "./full-report.ts";
import { checkCases, parsePalette } from "./palette-text.ts";
import {
  type FileTable,
  type Prepared,
  prepare,
  readFileTable,
  sentence,
  valueNames,
} from "./prepare.ts";
import { parsePicks, TOLD } from "./reading-notes.ts";
import type { CommandOutcome } from "./report-outcome.ts";

/** Solves the palettes of a command line over the rows of a file; every verdict is an output. */
export async function runSolve(args: readonly string[]): Promise<CommandOutcome> {
  const asked = parseArguments(args);
  if (!asked.ok) return asked;
  const picks = parsePicks(asked.value.read);
  if (!picks.ok) return picks;
  const read = await readFileTable(asked.value.file, picks.value);
  if (!read.ok) return read;
  const { numeric } = valueNames(read.value);
  const { values, cases } = asked.value;
  const stranger = values?.find((id) => !numeric.includes(id));
  if (stranger !== undefined)
    return problem(`there is no numeric column "${stranger}"; there are: ${numeric.join(", ")}`);
  const outcome = await (cases !== null
    ? solveCases(read.value.table, asked.value, cases, values ?? numeric)
    : solveOne(read.value, asked.value));
  return outcome.ok ? { ...outcome, ...notesOn(read.value) } : outcome;
}

/** Rows that were not taken for answers and every guess are told: nothing is left out or read in silence. */
function notesOn(read: FileTable): { readonly notes?: readonly string[] } {
  const told = read.problems.filter(({ code }) => TOLD.has(code)).map((found) => sentence(found));
  const notes = [...told, ...read.notes];
  return notes.length > 0 ? { notes } : {};
}

async function solveCases(
  table: Table,
  asked: SolveArguments,
  file: string,
  numeric: readonly string[],
): Promise<CommandOutcome> {
  const checked = await readCases(file, numeric);
  if (!checked.ok) return checked;
  const bySet = new Map<string, Checked<Prepared>>();
  const reports: SolveReport[] = [];
  for (const one of checked.value) {
    const key = JSON.stringify(one.values);
    const prepared = bySet.get(key) ?? prepare(table, one.values, promptsOf(asked));
    bySet.set(key, prepared);
    if (!prepared.ok) return prepared;
    const { oracle, samples, view } = prepared.value;
    reports.push(await solvePalette(oracle, samples, one.palette, { view }));
  }
  return { ok: true, output: reports };
}

async function solveOne(read: ReadTable, asked: SolveArguments): Promise<CommandOutcome> {
  const { numeric, proposed } = valueNames(read);
  const named = [...namesIn(asked.palette ?? ""), ...(asked.front ?? [])];
  const columns =
    asked.values ??
    numeric.filter(
      (id) => named.includes(id) || (proposed.includes(id) && id !== asked.promptColumn),
    );
  const prepared = prepare(read.table, columns, promptsOf(asked));
  if (!prepared.ok) return prepared;
  const { samples, oracle, raw, view } = prepared.value;
  const indexOf = (id: string) => samples.values.findIndex((v) => v.id === id);
  const strange = [...(asked.front ?? []), ...(asked.order ?? [])].find((id) => indexOf(id) < 0);
  if (strange !== undefined)
    return problem(`there is no value "${strange}"; there are: ${columns.join(", ")}`);
  let targets: readonly (number | null)[] = samples.values.map(() => null);
  if (asked.palette !== null) {
    const read = parsePalette(asked.palette, (id) => raw.get(id) ?? null, columns);
    if (!read.ok) return read;
    targets = samples.values.map((v) => read.value.get(v.id) ?? null);
  }
  if (asked.front) {
    const pair = [indexOf(asked.front[0]), indexOf(asked.front[1])] as const;
    return { ok: true, output: await frontReport(prepared.value, targets, { ...asked, pair }) };
  }
  if (asked.full) {
    const first = (asked.order ?? []).map(indexOf);
    const order = [...new Set([...first, ...samples.values.keys()])];
    return {
      ok: true,
      output: await fullReport(prepared.value, targets, { order, klBudget: asked.klBudget }),
    };
  }
  const report = await solvePalette(oracle, samples, targets, { view });
  return { ok: true, output: { values: columns, ...report } };
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

/** The column that groups rows, in per-prompt mode only. */
function promptsOf({ mode, promptColumn }: SolveArguments): string | null {
  return mode === "per-prompt" ? promptColumn : null;
}

function namesIn(palette: string): string[] {
  return palette.split(",").map((part) => part.slice(0, part.lastIndexOf("=")).trim());
}

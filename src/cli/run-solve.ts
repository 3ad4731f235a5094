import { readFile } from "node:fs/promises";
import { memoryOracle } from "../core/memory-oracle.ts";
import type { TiltOracle } from "../core/oracle.ts";
import type { SolveReport } from "../core/report.ts";
import { buildSamples, type Samples } from "../core/samples.ts";
import { solvePalette } from "../core/solve-palette.ts";
import { applyMapping, type ColumnMapping, checkTable, proposeMapping } from "../ingest/mapping.ts";
import { readBytes } from "../ingest/read-bytes.ts";
import type { Problem, Table } from "../ingest/table.ts";
import { problems } from "../ui/text/en/problems.ts";
import { type Checked, parseArguments, problem } from "./arguments.ts";
import { checkCases, parsePalette } from "./palette-text.ts";

/** A report that names the values in whose order its lists are. */
export type NamedReport = { readonly values: readonly string[] } & SolveReport;

/** What is printed, or the one line that says why not. */
export type SolveOutcome =
  | { readonly ok: true; readonly output: NamedReport | readonly SolveReport[] }
  | { readonly ok: false; readonly problem: string };

/** Solves the palettes of a command line over the rows of a file; every verdict is an output. */
export async function runSolve(args: readonly string[]): Promise<SolveOutcome> {
  const asked = parseArguments(args);
  if (!asked.ok) return asked;
  const { file, palette, cases, values } = asked.value;
  const table = await readTable(file);
  if (!table.ok) return table;
  const known = numericNames(table.value);
  const proposed = proposeMapping(table.value).flatMap((m) =>
    m.use === "value" ? [m.column] : [],
  );
  const stranger = values?.find((id) => !known.includes(id));
  if (stranger !== undefined)
    return problem(`there is no numeric column "${stranger}"; there are: ${known.join(", ")}`);

  if (cases !== null) {
    const checked = await readCases(cases, values ?? known);
    if (!checked.ok) return checked;
    const bySet = new Map<string, Checked<Prepared>>();
    const reports: SolveReport[] = [];
    for (const one of checked.value) {
      const key = JSON.stringify(one.values);
      const made = bySet.get(key) ?? samplesOf(table.value, one.values);
      bySet.set(key, made);
      if (!made.ok) return made;
      reports.push(await solvePalette(made.value.oracle, made.value.samples, one.palette));
    }
    return { ok: true, output: reports };
  }

  const columns = values ?? withNamed(proposed, palette ?? "", known);
  const made = samplesOf(table.value, columns);
  if (!made.ok) return made;
  const { samples, oracle, raw } = made.value;
  const targets = parsePalette(palette ?? "", (id) => raw.get(id) ?? null, columns);
  if (!targets.ok) return targets;
  const report = await solvePalette(
    oracle,
    samples,
    samples.values.map((v) => targets.value.get(v.id) ?? null),
  );
  return { ok: true, output: { values: columns, ...report } };
}

interface Prepared {
  readonly samples: Samples;
  readonly oracle: TiltOracle;
  readonly raw: ReadonlyMap<string, Float64Array>;
}

async function readTable(file: string): Promise<Checked<Table>> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return problem(
      `${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}`,
    );
  }
  const read = readBytes(bytes);
  if (!read.ok) return problem(`${file}: ${sentence(read.problems[0])}`);
  const fatal = checkTable(read.table).find(
    (p) => p.severity === "error" && p.code !== "constant-column",
  );
  return fatal ? problem(`${file}: ${sentence(fatal)}`) : { ok: true, value: read.table };
}

async function readCases(
  file: string,
  known: readonly string[],
): Promise<ReturnType<typeof checkCases>> {
  try {
    return checkCases(JSON.parse(await readFile(file, "utf8")), known);
  } catch (error) {
    return problem(
      `cases: ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function samplesOf(table: Table, ids: readonly string[]): Checked<Prepared> {
  const mapping = ids.map(
    (id): ColumnMapping => ({ column: id, id, use: "value", lowerIsBetter: false }),
  );
  const mapped = applyMapping(table, mapping);
  if (!mapped.ok) return problem(sentence(mapped.problems[0]));
  try {
    const samples = buildSamples(mapped.data.columns);
    const raw = new Map(mapped.data.columns.map((c) => [c.id, Float64Array.from(c.rewards)]));
    return { ok: true, value: { samples, oracle: memoryOracle(samples), raw } };
  } catch (error) {
    return problem(error instanceof Error ? error.message : String(error));
  }
}

function numericNames(table: Table): string[] {
  return table.columns.filter((c) => c.kind === "number").map((c) => c.name);
}

/** The proposed values, and any other numeric column that the palette names. */
function withNamed(
  proposed: readonly string[],
  palette: string,
  known: readonly string[],
): string[] {
  const named = palette.split(",").map((part) => part.slice(0, part.lastIndexOf("=")).trim());
  return known.filter((id) => proposed.includes(id) || named.includes(id));
}

function sentence(found: Problem): string {
  return problems[found.code](found);
}

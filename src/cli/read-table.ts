import { open } from "node:fs/promises";
import { checkTable } from "../ingest/mapping/check-table.ts";
import { readSource } from "../ingest/read-source.ts";
import type { ReadingPicks } from "../ingest/table/reading.ts";
import type { Problem, ReadResult, ReadTable } from "../ingest/table/table.ts";
import { problems } from "../ui/text/en/problems.ts";
import { type Checked, problem } from "./command-line.ts";
import { readingNotes, withGrades } from "./reading-notes.ts";

/** The table of a file and what should be known of the reading, every guess included; or one sentence that says why not. */
export async function readFileTable(
  file: string,
  picks: ReadingPicks = {},
): Promise<Checked<{ readonly read: ReadTable; readonly notes: readonly string[] }>> {
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
  const found = checkTable(graded.table);
  const fatal = found.find((p) => p.severity === "error" && p.code !== "constant-column");
  if (fatal) return problem(sentence(fatal, file));
  const almost = found.filter(({ code }) => code === "almost-numbers");
  const told = [...read.problems, ...almost].map((each) => sentence(each));
  const notes = [...told, ...readingNotes(read, picks)];
  return { ok: true, value: { read: graded, notes } };
}

/** A problem of a file as one sentence that names it. */
export function sentence(fileProblem: Problem, file?: string): string {
  return problems[fileProblem.code]({ ...(file === undefined ? {} : { file }), ...fileProblem });
}

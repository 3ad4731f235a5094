/** What a command came to: an output to print as JSON, or the sentence that says why not. */
export type Outcome =
  | { readonly ok: true; readonly output: object }
  | { readonly ok: false; readonly problem: string };

/** Prints an outcome, a problem as one line on stderr, and returns the exit code: 0, or 2 for bad input. */
export function reportOutcome(command: string, outcome: Outcome): number {
  if (outcome.ok) {
    process.stdout.write(`${JSON.stringify(outcome.output)}\n`);
    return 0;
  }
  process.stderr.write(`${command}: ${outcome.problem.replace(/\s+/g, " ").trim()}\n`);
  return 2;
}

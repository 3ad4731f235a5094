/** What a command came to: an output to print as JSON, or the sentence that says why not. */
export type CommandOutcome =
  | {
      readonly ok: true;
      readonly output: object;
      /** What the reader should know beside it. */
      readonly notes?: readonly string[];
    }
  | { readonly ok: false; readonly problem: string };

/** Prints an outcome, a problem or a note as one line on stderr, and returns the exit code: 0, or 2 for bad input. */
export function reportOutcome(command: string, outcome: CommandOutcome): number {
  const tell = (text: string) =>
    process.stderr.write(`${command}: ${text.replace(/\s+/g, " ").trim()}\n`);
  if (outcome.ok) {
    for (const note of outcome.notes ?? []) tell(note);
    process.stdout.write(`${JSON.stringify(outcome.output)}\n`);
    return 0;
  }
  tell(outcome.problem);
  return 2;
}

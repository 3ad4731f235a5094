import { reportOutcome } from "./cli/report-outcome.ts";
import { runRouge } from "./cli/run-rouge.ts";
import { runSolve } from "./cli/run-solve.ts";

const COMMANDS = { solve: runSolve, rouge: runRouge };

/**
 * Runs `npm run solve` or `npm run rouge` with its arguments and returns the exit code: 0 for every verdict and score,
 * 2 for a bad file, palette or option.
 */
export async function main(
  command: keyof typeof COMMANDS,
  args: readonly string[],
): Promise<number> {
  return reportOutcome(command, await COMMANDS[command](args));
}

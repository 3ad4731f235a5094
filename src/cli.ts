import { runSolve } from "./cli/run-solve.ts";

/** Runs `npm run solve` with its arguments and returns the exit code: 0 for every verdict, 2 for a bad file or palette. */
export async function main(args: readonly string[]): Promise<number> {
  const outcome = await runSolve(args);
  if (outcome.ok) {
    process.stdout.write(`${JSON.stringify(outcome.output)}\n`);
    return 0;
  }
  process.stderr.write(`solve: ${outcome.problem.replace(/\s+/g, " ").trim()}\n`);
  return 2;
}

// npm starts scripts in the root; a file named on the command line is meant from where the user stands.
const { INIT_CWD, npm_lifecycle_event: script } = process.env;
const cwd = process.cwd();
const { bundled } = await import("./bundle.mjs");

/** Runs a command of `src/cli.ts` with the arguments of this process; its exit code becomes this one's. */
export async function runCommand(command) {
  const { main } = await load(command);
  process.exitCode = await main(command, process.argv.slice(2));
}

async function load(command) {
  try {
    const address = await bundled("src/cli.ts", "cli", ["src"]);
    process.chdir(script === command && INIT_CWD ? INIT_CWD : cwd);
    return await import(address);
  } catch (error) {
    process.stderr.write(`${command}: could not be built: ${error.message}\n`);
    process.exit(2);
  }
}

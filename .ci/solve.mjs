// npm starts scripts in the root; a file named on the command line is meant from where the user stands.
const { INIT_CWD, npm_lifecycle_event: script } = process.env;
const here = script === "solve" && INIT_CWD ? INIT_CWD : process.cwd();
const { bundled } = await import("./bundle.mjs");

const { main } = await load();
process.exitCode = await main(process.argv.slice(2));

async function load() {
  try {
    const address = await bundled("src/cli.ts", "solve", ["src"]);
    process.chdir(here);
    return await import(address);
  } catch (error) {
    process.stderr.write(`solve: could not be built: ${error.message}\n`);
    process.exit(2);
  }
}

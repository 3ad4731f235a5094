import { runTool } from "./tools.mjs";

/** Builds the application, and all of it in one file, for the tests of both; resolves to whether that went well. */
export async function buildBoth(options) {
  const quiet = ["build", "--logLevel", "warn"];
  return (
    (await runTool("vite", quiet, options)) &&
    (await runTool("vite", [...quiet, "--mode", "single"], options))
  );
}

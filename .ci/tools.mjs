import { spawn } from "node:child_process";
import { resolve } from "node:path";

/** The repository's root; every script works from there, wherever it was started. */
export const ROOT = resolve(import.meta.dirname, "..");
process.chdir(ROOT);

const TOOLS = {
  biome: "@biomejs/biome/bin/biome",
  knip: "knip/bin/knip.js",
  tsc: "typescript/bin/tsc",
  vitest: "vitest/vitest.mjs",
  vite: "vite/bin/vite.js",
  playwright: "@playwright/test/cli.js",
};

/**
 * Runs one of the project's tools with no stdin; resolves to whether it exited with 0. Its output is streamed, or where a turn
 * is given held back until that has come, so that the words of two tools do not mix.
 */
export function runTool(tool, args, { env = {}, turn = null } = {}) {
  const child = spawn(process.execPath, [resolve("node_modules", TOOLS[tool]), ...args], {
    stdio: ["ignore", ...(turn ? ["pipe", "pipe"] : ["inherit", "inherit"])],
    env: { ...process.env, ...env },
  });
  if (turn) {
    for (const name of ["stdout", "stderr"]) {
      const held = [];
      const hold = (part) => held.push(part);
      child[name].on("data", hold);
      void turn.then(() => {
        child[name].off("data", hold);
        for (const part of held) process[name].write(part);
        child[name].on("data", (part) => process[name].write(part));
      });
    }
  }
  return new Promise((done) => {
    child.on("error", () => done(false));
    child.on("close", (code) => done(code === 0));
  });
}

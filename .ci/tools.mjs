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

/** Runs one of the project's tools with its output streamed and no stdin; resolves to whether it exited with 0. */
export function runTool(tool, args, env = {}) {
  const child = spawn(process.execPath, [resolve("node_modules", TOOLS[tool]), ...args], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
  });
  return new Promise((done) => {
    child.on("error", () => done(false));
    child.on("exit", (code) => done(code === 0));
  });
}

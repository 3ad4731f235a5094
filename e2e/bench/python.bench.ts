import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PythonCheck } from "./python/check.ts";
import { EXPORT_CHECKS } from "./python/export-checks.ts";
import { findPython } from "./python/interpreter.ts";
import { MORAL_CHECKS } from "./python/moral-checks.ts";

/** Runs the Python files that the app hands out under a real Python with numpy, where there is one; whatever fails makes the bench fail. */
export async function bench(): Promise<void> {
  const python = findPython();
  if (!python) {
    say("No Python 3 with numpy was found, so none of these checks ran; set PYTHON to one.");
    process.exitCode = 1;
    return;
  }
  const checks = [...EXPORT_CHECKS, ...MORAL_CHECKS];
  let held = 0;
  for (const check of checks) if (await holds(check, python)) held++;
  say(`${held} of ${checks.length} hold under ${python}`);
  if (held < checks.length) process.exitCode = 1;
}

async function holds({ name, run }: PythonCheck, python: string): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "value-palette-"));
  try {
    await run(python, folder);
    say(`✓ ${name}`);
    return true;
  } catch (error) {
    say(`✗ ${name}: ${error instanceof Error ? error.message : error}`);
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** A Python 3 with numpy: `$PYTHON`, those on the path, the system's own, then pyenv's; null where there is none. Installs nothing. */
export function findPython(): string | null {
  const places = [
    process.env.PYTHON ?? "",
    "python3",
    "python",
    "/usr/bin/python3",
    ...versions(join(homedir(), ".pyenv/versions")),
  ];
  const hasNumpy = (place: string) =>
    spawnSync(place, ["-c", "import numpy"], { stdio: "ignore" }).status === 0;
  return places.filter((place) => place !== "").find(hasNumpy) ?? null;
}

/** Runs Python in a folder and gives back what it printed; throws what it complains of. */
export function runPython(
  python: string,
  words: readonly string[],
  folder: string,
  input = "",
): string {
  const { status, stdout, stderr } = spawnSync(python, words, {
    cwd: folder,
    input,
    encoding: "utf8",
  });
  if (status !== 0 || stderr !== "") throw new Error(`invalid run: ${stderr}`);
  return stdout;
}

function versions(folder: string): string[] {
  try {
    return readdirSync(folder).map((version) => join(folder, version, "bin/python3"));
  } catch {
    return [];
  }
}

import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

// Prints the path of a Python 3 that has numpy: $PYTHON, those on the path, Debian's own, then pyenv's. As root with apt it
// installs Debian's numpy where there is none; where that fails too, one sentence says what to do.
const isRoot = process.getuid?.() === 0;
const found =
  findPython() ??
  (isRoot && apt("update") && apt("install", "-y", "python3-numpy") ? findPython() : null);
if (found) process.stdout.write(found);
else {
  process.stderr.write(
    "No Python 3 with numpy could be found or installed: install Debian's python3-numpy, or set PYTHON to one, and run this again.\n",
  );
  process.exitCode = 1;
}

function findPython() {
  const places = [
    process.env.PYTHON,
    "python3",
    "python",
    "/usr/bin/python3",
    ...versions(join(homedir(), ".pyenv/versions")),
  ];
  return places.filter(Boolean).find((place) => run(place, "-c", "import numpy")) ?? null;
}

function apt(...words) {
  return run("apt-get", ...words);
}

function versions(folder) {
  try {
    return readdirSync(folder).map((version) => join(folder, version, "bin/python3"));
  } catch {
    return [];
  }
}

function run(command, ...words) {
  return spawnSync(command, words, { stdio: "ignore" }).status === 0;
}

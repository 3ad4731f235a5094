import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");
const ARROWS: Record<string, readonly string[]> = {
  core: [],
  moral: ["core"],
  rewards: ["core"],
  ingest: ["core"],
  engine: ["core", "moral", "rewards", "ingest"],
  share: ["core"],
  state: ["core", "share", "moral", "rewards", "ingest"],
  plots: ["core", "ui"],
  ui: [],
  panels: ["state", "plots", "ui", "share", "core", "moral", "rewards", "ingest"],
  workers: ["core", "moral", "rewards", "ingest", "engine"],
};
const WORKER_USERS = ["engine", "workers"];

const files = ["src", "workers"]
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((f) =>
      join(folder, f),
    ),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\.d\.ts$|\/testing\//.test(file));

function roomOf(file: string): string {
  const [top, room] = file.split("/");
  return top === "workers" ? "workers" : /\.tsx?$/.test(room) ? "top" : room;
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1]);
}

describe("the house", () => {
  test("has files to check", () => expect(files.length).toBeGreaterThan(50));

  test.each(files.filter((f) => ARROWS[roomOf(f)]))("%s imports only what its room may", (file) => {
    const room = roomOf(file);
    const foreign = importsOf(file)
      .filter((name) => name.startsWith("."))
      .map((name) => relative(ROOT, resolve(ROOT, dirname(file), name)))
      .filter((target) => roomOf(target) !== room && !ARROWS[room].includes(roomOf(target)));
    expect(foreign).toEqual([]);
    if (!WORKER_USERS.includes(room)) expect(importsOf(file)).not.toContain("comlink");
  });

  test("panels do not import one another", () => {
    const crossing = files
      .filter((f) => f.startsWith("src/panels/"))
      .flatMap((file) => {
        const panel = file.split("/")[2];
        return importsOf(file)
          .map((name) => relative(ROOT, resolve(ROOT, dirname(file), name)))
          .filter(
            (target) =>
              target.startsWith("src/panels/") &&
              target.split("/").length > 3 &&
              target.split("/")[2] !== panel,
          )
          .map((target) => `${file} → ${target}`);
      });
    expect(crossing).toEqual([]);
  });

  test("no file is over 300 lines", () => {
    const long = files.filter(
      (file) => readFileSync(join(ROOT, file), "utf8").split("\n").length > 301,
    );
    expect(long).toEqual([]);
  });
});

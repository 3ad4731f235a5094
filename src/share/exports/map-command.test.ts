import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { withoutNoise } from "./csv.ts";
import { mapCommand } from "./map-command.ts";
import { exported, exportedHhh } from "./testing/exported.ts";

const folder = mkdtempSync(join(tmpdir(), "value-palette-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a program called "python" is given when a shell runs the file. */
function given(file: string): string[] {
  writeFileSync(join(folder, "python"), '#!/bin/sh\nprintf "%s\\0" "$@"\n', { mode: 0o755 });
  const { status, stdout, stderr } = spawnSync("/bin/sh", ["-c", file], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.split("\0").slice(0, -1);
}

test("hands the authors' program every target with all its digits and no noise, in their order", async () => {
  const { facts } = await exportedHhh(70);
  const [script, list, values, file, command, ...rest] = given(mapCommand(facts));
  expect([script, command, rest]).toEqual(["alignValues.py", "optimize_lambda", []]);
  expect(list.replace("--c_list=", "").split(",").map(Number)).toEqual(
    facts.values.map(({ asked }) => withoutNoise(asked ?? Number.NaN)),
  );
  expect(values).toBe(
    "--value_list=humor,gpt2-helpful,gpt2-harmless,diversity,coherence,perplexity",
  );
  expect(file).toBe("--file_path=answers.json");
  for (const { price } of facts.values)
    expect(mapCommand(facts)).toContain(` ${withoutNoise(price)}\n`);
});

test("out of reach it asks for the closest safe mix", async () => {
  const { facts } = await exportedHhh(90);
  const list = given(mapCommand(facts))[1].replace("--c_list=", "").split(",").map(Number);
  expect(list).toEqual(facts.values.map(({ aimed }) => withoutNoise(aimed ?? Number.NaN)));
  expect(list[0]).toBeLessThan(facts.values[0].asked ?? 0);
});

test("turns costs, leaves out what is left out, and passes any name through the shell", async () => {
  const rewards = (shift: number) => Float64Array.from({ length: 200 }, (_, j) => (j * shift) % 97);
  const odd = 'a $(touch x) `id` "q" \\ !\n# b';
  const columns = [
    { id: odd, rewards: rewards(31) },
    { id: "cost", rewards: rewards(17), lowerIsBetter: true },
    { id: "free", rewards: rewards(7) },
  ];
  const { facts } = await exported(columns, [60, 60, null]);
  const file = mapCommand(facts);
  const [, list, values] = given(file);
  const [a, b] = facts.values.map(({ asked }) => withoutNoise(asked ?? Number.NaN));
  expect(list).toBe(`--c_list=${a},${-b}`);
  expect(values).toBe(`--value_list=${odd},cost`);
  expect(file).toContain("# Lower is better: store cost with its sign turned");
});

test.each([
  ["a JSON file of the user", { kind: "file", name: "mine.json", fingerprint: "0" }, "mine.json"],
  [
    "a file of another format",
    { kind: "file", name: "mine.csv", fingerprint: "0" },
    "answers.json",
  ],
  ["a sample", { kind: "sample", name: "opt-1.3b", rows: 9, seed: 1 }, "answers.json"],
] as const)("names %s", async (_, source, name) => {
  const { facts } = await exported([{ id: "a", rewards: Float64Array.from([1, 2, 3]) }], [60]);
  expect(given(mapCommand({ ...facts, source }))[3]).toBe(`--file_path=${name}`);
});

test("says which names have to change, and that prompts are not known", async () => {
  const rewards = Float64Array.from([1, 2, 3]);
  const { facts } = await exported([{ id: "a,b", rewards }], [60]);
  expect(mapCommand(facts)).toContain("# The program splits names at commas: rename a,b.\n");
  expect(mapCommand(facts)).not.toContain("prompts");
  expect(mapCommand({ ...facts, mode: "per-prompt" })).toContain("# The program knows no prompts");
  const plain = await exported([{ id: "ab", rewards }], [60]);
  expect(mapCommand(plain.facts)).not.toContain("rename");
});

test("with nothing asked there is nothing to run", async () => {
  const columns = [{ id: "a", rewards: Float64Array.from([1, 2, 3]) }];
  const { facts } = await exported(columns, [null]);
  expect(given(mapCommand(facts))).toEqual([]);
});

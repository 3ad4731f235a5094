import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runRouge } from "./run-rouge.ts";

const folder = mkdtempSync(join(tmpdir(), "value-palette-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

const complaint = async (...args: string[]) => {
  const outcome = await runRouge(args);
  return outcome.ok ? "none" : outcome.problem;
};

describe("npm run rouge", () => {
  const pairs = file("pairs.json", [
    { target: "testing one two", prediction: "testing" },
    { target: "running dogs", prediction: "runs dog" },
    { target: "running dogs", prediction: "runs dog", stem: true },
    { target: "", prediction: "" },
  ]);

  test("prints precision, recall and F of each pair in order", async () => {
    const outcome = await runRouge([pairs]);
    expect(outcome).toEqual({
      ok: true,
      output: [
        {
          rouge1: [1, 1 / 3, 1 / 2],
          rouge2: [0, 0, 0],
          rougeL: [1, 1 / 3, 1 / 2],
          rougeLsum: [1, 1 / 3, 1 / 2],
        },
        { rouge1: [0, 0, 0], rouge2: [0, 0, 0], rougeL: [0, 0, 0], rougeLsum: [0, 0, 0] },
        { rouge1: [1, 1, 1], rouge2: [1, 1, 1], rougeL: [1, 1, 1], rougeLsum: [1, 1, 1] },
        { rouge1: [0, 0, 0], rouge2: [0, 0, 0], rougeL: [0, 0, 0], rougeLsum: [0, 0, 0] },
      ],
    });
  });

  test("--stem holds for every pair that does not say otherwise", async () => {
    const unstemmed = file("unstemmed.json", [
      { target: "running", prediction: "runs" },
      { target: "running", prediction: "runs", stem: false },
    ]);
    const outcome = await runRouge([unstemmed, "--stem"]);
    expect(outcome.ok && outcome.output.map(({ rouge1 }) => rouge1[2])).toEqual([1, 0]);
  });

  test("bad input is one clear line", async () => {
    expect(await complaint()).toMatch(/^no file given; usage/);
    expect(await complaint(pairs, pairs)).toMatch(/^more than one file/);
    expect(await complaint(pairs, "--stem=yes")).toMatch(/^--stem takes no value; usage/);
    expect(await complaint(pairs, "--stemming")).toMatch(/^unknown option --stemming; usage/);
    expect(await complaint(join(folder, "none.json"))).toMatch(/cannot be read: ENOENT/);
    expect(await complaint(file("broken.json", "[{"))).toMatch(/cannot be read: /);
    expect(await complaint(file("object.json", {}))).toMatch(/expected an array of pairs/);
    expect(await complaint(file("list.json", [["a", "b"]]))).toMatch(
      /pair 1: expected an object with target and prediction, found \["a","b"\]/,
    );
    expect(await complaint(file("half.json", [{ target: "a" }]))).toMatch(
      /pair 1: expected a text as prediction, found nothing/,
    );
    expect(
      await complaint(file("odd.json", [{ target: "a", prediction: "b", stem: "yes" }])),
    ).toMatch(/pair 1: expected true or false as stem, found "yes"/);
  });
});

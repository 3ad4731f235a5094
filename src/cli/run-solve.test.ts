import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type GoldenPalette, golden, goldenPath } from "../core/testing/golden.ts";
import { runSolve } from "./run-solve.ts";

const folder = mkdtempSync(join(tmpdir(), "value-palette-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const square = file("square.csv", "id,x,y,note\n1,0,0,a\n2,1,0,b\n3,0,10,c\n4,1,10,d\n");
const report = async (...args: string[]) => {
  const outcome = await runSolve(args);
  if (!outcome.ok) throw new Error(outcome.problem);
  return outcome.output as unknown as Record<string, unknown> & {
    lambda: number[];
    levels: number[];
  };
};
const complaint = async (...args: string[]) => {
  const outcome = await runSolve(args);
  return outcome.ok ? "none" : outcome.problem;
};

describe("npm run solve", () => {
  test("raw and quantile targets; unnamed values are unconstrained; ids are no values", async () => {
    const found = await report(square, "--palette", "x=0.9");
    expect(found).toMatchObject({ values: ["x", "y"], status: "aligned", certificate: null });
    expect(found.lambda[0]).toBeCloseTo(Math.log(9), 10);
    expect(found.lambda[1]).toBe(0);
    const quantiles = await report(square, "--palette=y=q60", "--values", "y");
    expect(quantiles.levels[0]).toBeCloseTo(7, 9);
    expect(await report(square, "--palette=y=60%", "--values", "y")).toEqual(quantiles);
  });

  test("every verdict is a report: infeasible with a raw certificate, boundary, already met", async () => {
    const beyond = await report(square, "--palette", "x=1.5");
    expect(beyond).toMatchObject({ status: "infeasible", certificate: { bound: 2, asked: 3 } });
    expect(await report(square, "--palette", "x=1")).toMatchObject({ status: "boundary" });
    expect(await report(square, "--palette", "x=0.2,y=-1")).toMatchObject({
      status: "already-met",
      kl: 0,
    });
  });

  test("cases: one report each, in order, in the order of their own values", async () => {
    const cases = file(
      "cases.json",
      JSON.stringify([
        { values: ["y", "x"], palette: [8, 0.9] },
        { values: ["x"], palette: [2] },
      ]),
    );
    const [first, second] = (await report(square, "--cases", cases)) as unknown as {
      status: string;
      lambda: number[];
    }[];
    expect(first.lambda[0]).toBeCloseTo(Math.log(4) / 10, 10);
    expect(first.lambda[1]).toBeCloseTo(Math.log(9), 10);
    expect(second.status).toBe("infeasible");
  });

  test("a total at the end is no answer, and that is noted", async () => {
    const totalled = file("total.csv", "prompt,x,y\na,0,0\nb,1,0\nc,0,1\nTotal,1,1\n");
    const outcome = await runSolve([totalled, "--palette", "x=0.4"]);
    expect(outcome).toMatchObject({
      ok: true,
      output: { status: "aligned" },
      notes: [
        expect.stringMatching(/row 5: expected an answer, found a row that sums up the others/),
      ],
    });
    const plain = await runSolve([square, "--palette", "x=0.4"]);
    expect(plain).not.toHaveProperty("notes");
  });

  test.each<[string, string[], RegExp]>([
    ["unknown", ["--colour", "red"], /^unknown option --colour; usage/],
    ["short", ["-p", "x=1"], /^unknown option -p; usage/],
    ["given twice", ["--palette", "x=1", "--palette=x=2"], /^--palette is given twice$/],
    ["without its text", ["--palette"], /^--palette needs a value; usage/],
    ["with an empty text", ["--palette="], /^--palette needs a value; usage/],
    ["for two files", ["more.csv", "--palette", "x=1"], /^more than one file given; usage/],
    ["at odds", ["--palette", "x=1", "--cases", "c.json"], /^give either --palette or --cases/],
    [
      "of cases and a front",
      ["--cases", "c.json", "--front", "x,y"],
      /^--front goes with --palette/,
    ],
    ["of one value twice", ["--front", "x,x"], /^--front needs two values/],
    [
      "of no report",
      ["--palette", "x=1", "--report", "short"],
      /^--report knows only "full", not "short"$/,
    ],
    [
      "of a report on nothing",
      ["--front", "x,y", "--report", "full"],
      /^--report full needs --palette$/,
    ],
    [
      "of no mode",
      ["--palette", "x=1", "--mode", "both"],
      /^--mode is pooled or per-prompt, not "both"$/,
    ],
    ["of no prompts", ["--palette", "x=1", "--mode", "per-prompt"], /needs --prompt-column NAME$/],
    ["of a budget of nothing", ["--palette", "x=1", "--kl-budget", "0"], /above 0, not "0"$/],
    ["of a boundless budget", ["--palette", "x=1", "--kl-budget", "Infinity"], /not "Infinity"$/],
    ["of equal budgets", ["--front", "x,y", "--budgets", "1,1"], /above 0, ascending/],
    ["of one angle", ["--front", "x,y", "--angles", "1"], /from 2 to 1000, not "1"$/],
    ["of half an angle", ["--front", "x,y", "--angles", "2.5"], /from 2 to 1000, not "2.5"$/],
    ["of too many angles", ["--front", "x,y", "--angles", "1001"], /from 2 to 1000, not "1001"$/],
  ])("an option %s is one clear line", async (_, options, line) => {
    expect(await complaint(square, ...options)).toMatch(line);
  });

  test("an option may stand before the file, its text may begin with a dash", async () => {
    expect(await report("--palette", "x=0.9", square)).toMatchObject({ status: "aligned" });
    expect(await complaint(square, "--palette", "-x=1")).toBe(
      'palette: there is no value "-x"; there are: x, y',
    );
  });

  test("a bad file, palette or option is one clear line", async () => {
    expect(await complaint()).toMatch(/^no file given; usage/);
    expect(await complaint(square)).toMatch(/either --palette or --cases/);
    expect(await complaint(square, "--palette", "z=1")).toBe(
      'palette: there is no value "z"; there are: x, y',
    );
    expect(await complaint(square, "--palette", "x=high")).toMatch(
      /expected a number or a quantile/,
    );
    expect(await complaint(square, "--palette", "x=q101")).toMatch(/between q0 and q100/);
    expect(await complaint(square, "--palette", "x=1,x=2")).toMatch(/given twice/);
    expect(await complaint(square, "--palette", "x=1e308")).toMatch(/expected a target from/);
    expect(await complaint(square, "--colour", "red")).toMatch(/unknown option --colour/);
    expect(await complaint(join(folder, "none.csv"), "--palette", "x=1")).toMatch(
      /cannot be read: ENOENT/,
    );
    expect(await complaint(file("empty.csv", ""), "--palette", "x=1")).toMatch(/the file is empty/);
    expect(
      await complaint(square, "--cases", file("far.json", '[{"values":["x"],"palette":[1e308]}]')),
    ).toMatch(/^cases: case 1: expected a target from .* for x, found "1e\+308"$/);
    expect(
      await complaint(square, "--cases", file("odd.json", '[{"values":["x"],"palette":["a"]}]')),
    ).toMatch(/case 1: expected a number for x, found "a"/);
    expect(await complaint(square, "--values", "nope", "--palette", "x=1")).toMatch(
      /no numeric column "nope"/,
    );
  });
});

describe("npm run solve on the paper's file", () => {
  test("all recorded cases through the command line's own path", async () => {
    const cases = golden<GoldenPalette[]>("recorded-palettes.json.gz");
    const path = file(
      "recorded.json",
      JSON.stringify(cases.map(({ values, palette }) => ({ values, palette }))),
    );
    const data = goldenPath("llama2_chat");
    const reports = (await report(data, "--cases", path)) as unknown as {
      status: string;
      lambda: number[];
    }[];
    expect(reports.length).toBe(cases.length);
    reports.forEach((r, k) => {
      expect(r.status === "infeasible").toBe(cases[k].verdict === "infeasible");
      cases[k].lambda?.forEach((l, i) => {
        expect(Math.abs(r.lambda[i] - l)).toBeLessThanOrEqual(1e-5 * (0.001 + Math.abs(l)));
      });
    });
  });
});

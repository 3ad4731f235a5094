import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { buildSamples } from "../core/rows/samples.ts";
import { quantileTarget } from "../core/rows/units.ts";
import { draws } from "../core/testing/draws.ts";
import { sourceOfBytes } from "../ingest/bytes/source.ts";
import { applyMapping } from "../ingest/mapping/mapping.ts";
import { previewOf } from "../ingest/mapping/preview.ts";
import { readSource } from "../ingest/read-source.ts";
import { runSolve } from "./run-solve.ts";

const folder = mkdtempSync(join(tmpdir(), "value-palette-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

interface Output {
  readonly values: readonly string[];
  readonly status: string;
  readonly lambda: readonly number[];
  readonly levels: readonly number[];
  readonly kl: number;
  readonly prompts: { readonly column: string; readonly count: number } | null;
  readonly intervals: {
    readonly df: number;
    readonly lambda: readonly ({ readonly se: number } | null)[];
  };
  readonly heldOut: { readonly se: readonly number[] };
}

async function solved(...args: string[]): Promise<Output & { readonly notes: readonly string[] }> {
  const outcome = await runSolve(args);
  if (!outcome.ok) throw new Error(outcome.problem);
  return { ...(outcome.output as Output), notes: outcome.notes ?? [] };
}
const complaint = async (...args: string[]) => {
  const outcome = await runSolve(args);
  return outcome.ok ? "none" : outcome.problem;
};

const d = draws(31);
const severities = Array.from({ length: 200 }, () => Math.floor(4 * d.uniform()));
const rated = severities
  .map((severity, j) =>
    JSON.stringify({
      prompt: `q${j >> 1}`,
      response_0: `a${j}`,
      response_1: `b${j}`,
      is_response_0_safe: severity < 2,
      is_response_1_safe: severity < 1,
      response_0_severity_level: severity,
      response_1_severity_level: (severity + j) % 4,
      better_response_id: j % 2,
      safer_response_id: 0,
    }),
  )
  .join("\n");

describe("columns on the command line are what they are on the page", () => {
  const costly = file("rated.jsonl", rated);

  test("a cost of a known layout is lowered, its quantiles are of the better side, and that is said", async () => {
    const bytes = new TextEncoder().encode(rated);
    const read = await readSource([sourceOfBytes(bytes, "rated.jsonl")]);
    if (!read.ok) throw new Error("not read");
    const mapped = applyMapping(read.table, previewOf(read, []).mapping);
    if (!mapped.ok) throw new Error("not mapped");
    const page = buildSamples(mapped.data.columns, mapped.data);
    const severity = page.values.find(({ id }) => id === "severity");
    if (!severity?.lowerIsBetter) throw new Error("no cost");

    const raw = await solved(costly, "--palette", "severity=1");
    expect(raw.values).toEqual(page.values.map(({ id }) => id));
    expect(raw.status).toBe("aligned");
    expect(raw.levels[raw.values.indexOf("severity")]).toBeCloseTo(1, 8);
    expect(raw.notes).toEqual([expect.stringMatching(/^read as lower is better: severity;/)]);
    const quantile = await solved(costly, "--palette", "severity=q70");
    const level = quantile.levels[quantile.values.indexOf("severity")];
    expect(level).toBeCloseTo(quantileTarget(severity, 70), 8);
  });

  test("a direction can be overruled either way, and only one way", async () => {
    const turned = await solved(
      costly,
      "--palette",
      "severity=1",
      "--higher-is-better",
      "severity",
    );
    expect(turned).toMatchObject({ status: "already-met", notes: [] });
    const plain = file("plain.csv", "a,b\n0,0\n1,1\n2,0\n3,1\n");
    const cost = await solved(plain, "--palette", "a=1", "--lower-is-better", "a");
    expect(cost.levels[0]).toBeCloseTo(1, 9);
    expect(await complaint(plain, "--palette", "a=1", "--lower-is-better", "c")).toMatch(
      /no numeric column "c"/,
    );
    expect(
      await complaint(
        plain,
        "--palette",
        "a=1",
        "--lower-is-better",
        "a",
        "--higher-is-better",
        "a",
      ),
    ).toBe("a cannot be better both lower and higher");
  });

  test("prompts are clusters of intervals and folds, unless told otherwise", async () => {
    const rows = Array.from({ length: 60 }, (_, x) => {
      const own = d.normal();
      return [0, 1, 2, 3].map(() => `p${x},${own + 0.2 * d.normal()}`).join("\n");
    });
    const asked = file("asked.csv", `prompt,a\n${rows.join("\n")}\n`);
    const ask = (...more: string[]) =>
      solved(asked, "--palette", "a=q70", "--report", "full", ...more);
    const clustered = await ask();
    expect(clustered.prompts).toEqual({ column: "prompt", count: 60 });
    const single = await ask("--prompt-column", "none");
    expect(single.prompts).toBeNull();
    const se = (output: Output) => output.intervals.lambda[0]?.se ?? Number.NaN;
    expect(se(clustered)).toBeGreaterThan(1.5 * se(single));
    expect(clustered.intervals.df).toBeLessThan(single.intervals.df / 2);
    expect(await ask("--prompt-column", "prompt")).toEqual(clustered);
    const perPrompt = await ask("--mode", "per-prompt");
    expect(perPrompt.status).toBe("infeasible");
    const alone = file("alone.csv", "prompt,a\np,1\nq,2\nr,4\n");
    expect(await complaint(alone, "--palette", "a=2", "--mode", "per-prompt")).toMatch(
      /no two answers share an entry of column prompt$/,
    );
  });

  test("a column of weights is the base that the mix starts from", async () => {
    const weighed = file("weighed.csv", "a,w\n0,1\n1,1\n2,2\n");
    const even = await solved(weighed, "--palette", "a=1.2", "--values", "a");
    const own = await solved(weighed, "--palette", "a=1.2", "--weight-column", "w");
    expect(even.status).toBe("aligned");
    expect(own).toMatchObject({ values: ["a"], status: "already-met" });
    expect(await complaint(weighed, "--palette", "a=1", "--weight-column", "v")).toBe(
      'there is no column "v" for --weight-column',
    );
  });
});

test("a certificate far from zero keeps its gap, where bound and asked are one double", async () => {
  const far = file("far.csv", `a\n${[0, 1, 2, 3].map((k) => 1e9 + k / 1000).join("\n")}\n`);
  const found = await solved(far, "--palette", "a=1000000000.0031");
  const { certificate } = found as unknown as {
    certificate: { bound: number; asked: number; gap: number };
  };
  expect(found.status).toBe("infeasible");
  expect(certificate.asked).toBeGreaterThanOrEqual(certificate.bound);
  expect(certificate.gap).toBeCloseTo(0.1 / Math.sqrt(1.25), 3);
});

describe("rows with gaps", () => {
  const gaps = file("gaps.csv", "a,b,c\n1,1,0\n2,,1\n3,,0\n4,2,1\n5,1,\n6,0,0\n");

  test("are kept where nothing is asked of their column, which is left out and named", async () => {
    const found = await solved(gaps, "--palette", "a=4");
    expect(found.values).toEqual(["a"]);
    expect(found.levels[0]).toBeCloseTo(4, 9);
    expect(found.notes).toEqual([
      expect.stringMatching(/^b is left out of the report: it has no number in 2 of the 6 rows;/),
      expect.stringMatching(/^c is left out of the report: it has no number in 1 of the 6 rows;/),
    ]);
    const cases = file("gaps.json", JSON.stringify([{ values: ["a"], palette: [4] }]));
    const outcome = await runSolve([gaps, "--cases", cases]);
    const [one] = outcome.ok ? (outcome.output as Output[]) : [];
    expect(one.lambda[0]).toBe(found.lambda[0]);
  });

  test("are left out where something is, counted by column", async () => {
    const found = await solved(gaps, "--palette", "a=3.5,b=1");
    expect(found.values).toEqual(["a", "b"]);
    expect(found.notes).toEqual([
      expect.stringMatching(/^c is left out of the report: it has no number in 1 of the 4 rows;/),
      expect.stringMatching(/^2 of 6 rows are left out .* \(b has no number in 2\)$/),
    ]);
    const all = await solved(gaps, "--palette", "a=3.5", "--values", "a,b,c");
    expect(all.notes).toEqual([
      expect.stringMatching(
        /^3 of 6 rows are left out .* \(b has no number in 2, c has no number in 1\)$/,
      ),
    ]);
  });

  test("a name with a comma or an equals sign is asked like any other", async () => {
    const named = file("named.csv", '"care, warmth",kind=nice,kind\n0,0,1\n1,2,0\n2,1,1\n3,3,0\n');
    const found = await solved(named, "--palette", "care, warmth=2,kind=nice=q60");
    expect(found.values).toEqual(["care, warmth", "kind=nice", "kind"]);
    expect(found.levels[0]).toBeGreaterThanOrEqual(2 - 1e-9);
    const listed = await solved(
      named,
      "--palette",
      '"care, warmth"=2',
      "--values",
      "kind=nice,care, warmth",
    );
    expect(listed.values).toEqual(["kind=nice", "care, warmth"]);
  });

  test("a quantile beyond every level of ratings is clamped, and that is said", async () => {
    const few = file("few.csv", "a\n0\n0\n0\n1\n2\n3\n4\n4\n4\n4\n");
    const found = await solved(few, "--palette", "a=q95");
    expect(found.status).toBe("boundary");
    expect(found.notes).toEqual([
      "palette: equal answers count half, so a has no level above q80: q95 is taken as q80",
    ]);
  });
});

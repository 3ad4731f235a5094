import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type GoldenModel, type GoldenPalette, golden, goldenSamples } from "./golden.ts";

const MODELS: [GoldenModel, string[], string][] = [
  [
    "llama2_chat",
    ["humor", "harmless", "gpt2-helpful", "perplexity", "coherence", "diversity", "gpt2-harmless"],
    "291090243849ac243a29c78ef9cc45b982892120d35b658fd41deeb9e1bc6182",
  ],
  [
    "opt1.3b",
    ["perplexity", "humor", "gpt2-helpful", "diversity", "gpt2-harmless", "coherence"],
    "30801568635b7e51a2bf5740d14b9fd3a7dce812053328351c44a5936d502c64",
  ],
];
const PROMPTS = "25dc03d04e5d2d4e2f4f1f591d77a335fb635aecb1c79e42ebb9d6ce8af9e4af";

const sha256 = (arrays: readonly (Float64Array | Int32Array)[]) =>
  arrays.reduce((hash, numbers) => hash.update(numbers), createHash("sha256")).digest("hex");

describe("the public samples", () => {
  test.each(MODELS)("of %s are the published numbers, bit for bit", (model, values, digest) => {
    const { prompt, ...rewards } = goldenSamples(model);
    expect(Object.keys(rewards)).toEqual(values);
    expect(sha256(values.map((id) => Float64Array.from(rewards[id])))).toBe(digest);
    expect(sha256([Int32Array.from(prompt)])).toBe(PROMPTS);
  });

  test.each(MODELS)("of %s hold numbers alone, one of each value and answer", (model) => {
    for (const column of Object.values(goldenSamples(model))) {
      expect(column).toHaveLength(2312);
      expect(column.every(Number.isFinite)).toBe(true);
    }
    expect(new Set(goldenSamples(model).prompt).size).toBe(2178);
  });
});

describe("the paper's own figures", () => {
  const [head, ...lines] = readFileSync(
    join(import.meta.dirname, "golden/paper-levels.csv"),
    "utf8",
  )
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  const levelsOf = (line: string[], values: readonly string[]) =>
    values.map((id) => Number(line[head.indexOf(id)]));

  test("name model, method and palette of each line, and its levels", () => {
    expect(head.slice(0, 3)).toEqual(["base", "method", "palette"]);
    expect(lines).toHaveLength(21);
    for (const line of lines) {
      expect(line).toHaveLength(head.length);
      expect(line.slice(3).map(Number).every(Number.isFinite)).toBe(true);
    }
  });

  test("begin with the means of the public samples, to the printed digits", () => {
    for (const [model] of MODELS) {
      const values = head.slice(3);
      const line = lines.find(([base, method]) => base === model && method === "original") ?? [];
      const samples = goldenSamples(model);
      levelsOf(line, values).forEach((level, i) => {
        const column = samples[values[i]];
        const mean = column.reduce((sum, r) => sum + r, 0) / column.length;
        expect(Math.abs(mean - level), `${model} ${values[i]}`).toBeLessThanOrEqual(0.0005001);
      });
    }
  });
});

describe("the recorded palettes", () => {
  test.each([
    ["recorded-palettes.json.gz", 495],
    ["paper-palettes.json", 16],
  ])(
    "%s: a verdict that its margin bears out, and prices exactly where it is feasible",
    (name, count) => {
      const palettes = golden<GoldenPalette[]>(name);
      expect(palettes).toHaveLength(count);
      for (const one of palettes) {
        expect(one.palette).toHaveLength(one.values.length);
        expect(one.verdict).toBe(one.margin_sd > 0 ? "feasible" : "infeasible");
        expect(one.lambda?.length).toBe(one.verdict === "feasible" ? one.values.length : undefined);
        expect(one.rho_from_mean === undefined).toBe(one.verdict === "feasible");
      }
    },
  );
});

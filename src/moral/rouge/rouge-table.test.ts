import { describe, expect, test } from "vitest";
import { bootstrapMeans } from "./bootstrap-means.ts";
import { ROUGE_TYPES, rouge } from "./rouge.ts";
import { rougeMatches } from "./rouge-matches.ts";
import { rougeTable } from "./rouge-table.ts";

describe("bootstrap means", () => {
  const figures = Float64Array.from({ length: 200 }, (_, j) => (j % 10) / 10);

  test("the interval is that of the normal law where there are many figures", () => {
    const [{ mean, low, high, count }] = bootstrapMeans([figures], { replicates: 4000 });
    const se = Math.sqrt(0.0825 / 200);
    expect(mean).toBeCloseTo(0.45, 12);
    expect(count).toBe(200);
    expect(Math.abs(low - (mean - 1.96 * se))).toBeLessThan(0.1 * se);
    expect(Math.abs(high - (mean + 1.96 * se))).toBeLessThan(0.1 * se);
  });

  test("the same seed draws the same, another one not; equal columns see equal resamples", () => {
    const [a, b] = bootstrapMeans([figures, figures.slice()]);
    expect(a).toEqual(b);
    expect(bootstrapMeans([figures])[0]).toEqual(a);
    expect(bootstrapMeans([figures], { seed: 2 })[0].low).not.toBe(a.low);
  });

  test("figures of one question are drawn together: two of each say no more than one", () => {
    const single = Float64Array.from({ length: 60 }, (_, j) => ((j * 37) % 60) / 60);
    const twice = Float64Array.from({ length: 120 }, (_, j) => single[j >> 1]);
    const questions = Array.from(twice, (_, j) => j >> 1);
    const width = ({ low, high }: { low: number; high: number }) => high - low;
    const [alone] = bootstrapMeans([single]);
    const [paired] = bootstrapMeans([twice], { questions });
    expect(paired.count).toBe(120);
    for (const end of ["mean", "low", "high"] as const)
      expect(paired[end]).toBeCloseTo(alone[end], 12);
    expect(width(bootstrapMeans([twice])[0])).toBeLessThan(0.8 * width(paired));
    const opposed = Float64Array.from(twice, (x, j) => (j % 2 === 0 ? x : 1 - x));
    expect(width(bootstrapMeans([opposed], { questions })[0])).toBeCloseTo(0, 12);
  });

  test("missing figures are left out, and nothing at all is no figure", () => {
    const [some, none] = bootstrapMeans([
      [1, Number.NaN, 1],
      [Number.NaN, Number.NaN, Number.NaN],
    ]);
    expect(some).toEqual({ mean: 1, low: 1, high: 1, count: 2 });
    expect(none).toEqual({ mean: Number.NaN, low: Number.NaN, high: Number.NaN, count: 0 });
  });
});

describe("the table of systems", () => {
  const references = [["the dog runs", "a cat sleeps"], ["it rains"], []];
  const systems = [
    { id: "same", answers: ["a cat sleeps", "it rains", "nobody asked"] },
    { id: "half", answers: ["the dog", null, "x"] },
  ];

  test("means are those of the single scores, the best of several references", async () => {
    const [same, half] = await rougeTable(references, systems);
    for (const type of ROUGE_TYPES) {
      expect(same.means[type]).toEqual({ mean: 1, low: 1, high: 1, count: 2 });
      expect([...half.perQuestion[type]]).toEqual([
        rouge("the dog runs", "the dog")[type].f,
        Number.NaN,
        Number.NaN,
      ]);
    }
  });

  test("tells how far it is, and a checkpoint that rejects ends it", async () => {
    const shares: number[] = [];
    await rougeTable(references, systems, {
      checkpoint: async (share) => {
        shares.push(share);
      },
    });
    expect(shares).toEqual([0]);
    const off = rougeTable(references, systems, { checkpoint: () => Promise.reject("off") });
    await expect(off).rejects.toBe("off");
  });

  test("two thousand pairs of a hundred words are all counted", async () => {
    const words = "the a of to and dog runs fairly because nobody should ever harm others".split(
      " ",
    );
    const text = (k: number) =>
      Array.from({ length: 100 }, (_, i) => words[(i * i + k * (i % 7)) % words.length]).join(" ");
    const many = Array.from({ length: 2000 }, (_, k) => k);
    const [row] = await rougeTable(
      many.map((k) => [text(k)]),
      [{ id: "a", answers: many.map((k) => text(k + 1)) }],
      { stem: true },
    );
    expect(row.means.rouge1.count).toBe(2000);
  });
});

describe("matched stretches", () => {
  const shown = (stretches: readonly { text: string; matched: boolean }[]) =>
    stretches.map(({ text, matched }) => (matched ? `[${text}]` : text)).join("");

  test("ROUGE-1 marks as many as both sides have", () => {
    const found = rougeMatches("The dog, the cat", "Dog dog sat", "rouge1");
    expect(shown(found.target)).toBe("The [dog], the cat");
    expect(shown(found.prediction)).toBe("[Dog] dog sat");
  });

  test("ROUGE-2 marks pairs, ROUGE-L the common subsequence, Lsum over lines", () => {
    const two = rougeMatches("a b c d", "x b c y a", "rouge2");
    expect(shown(two.target)).toBe("a [b c] d");
    const longest = rougeMatches("a b c d", "d a c", "rougeL");
    expect(shown(longest.target)).toBe("[a] b [c] d");
    expect(shown(longest.prediction)).toBe("d [a c]");
    const lines = rougeMatches("w1 w2 w3 w4 w5", "w1 w2 w6 w7 w8\nw1 w3 w8 w9 w5", "rougeLsum");
    expect(shown(lines.target)).toBe("[w1 w2 w3] w4 [w5]");
    expect(shown(lines.prediction)).toBe("[w1 w2] w6 w7 w8\nw1 [w3] w8 w9 [w5]");
  });

  test("the stretches make up the texts, and match as many tokens as the score counted", () => {
    const target = "Go to her first.\nShe is owed the dogs’ truth!";
    const prediction = "She owed her dog the truth,\nfirst of all. Go!";
    for (const type of ROUGE_TYPES) {
      const found = rougeMatches(target, prediction, type, { stem: true });
      expect(found.target.map(({ text }) => text).join("")).toBe(target);
      expect(found.prediction.map(({ text }) => text).join("")).toBe(prediction);
      if (type === "rouge2") continue;
      const hits = found.target
        .filter(({ matched }) => matched)
        .flatMap(({ text }) => text.match(/[a-z]+/gi) ?? []);
      const tokens = target.match(/[a-z]+/gi) ?? [];
      const { recall } = rouge(target, prediction, { stem: true })[type];
      expect(hits.length / tokens.length).toBeCloseTo(recall, 12);
    }
  });
});

import { sourceOfBytes } from "../../src/ingest/bytes/source.ts";
import { readSource } from "../../src/ingest/read-source.ts";
import { hostileFiles } from "../../src/ingest/testing/mutations.ts";
import { rougeTable } from "../../src/moral/rouge/rouge-table.ts";
import { splat } from "../../src/plots/clouds/splat.ts";
import { bucketReader } from "../../src/rewards/classifier/feature-rows.ts";
import { ms } from "./browser/watched-drag.ts";

interface Part {
  readonly name: string;
  readonly budget: number;
  run(): unknown;
}

const RUNS = 3;
const POINTS = 500_000;
const PAIRS = 2000;
const WORDS = "the a of to and dog runs fairly because nobody should ever harm others".split(" ");

/** Single computations that somebody waits for, each by itself, best of three. */
export async function bench(): Promise<void> {
  console.log("\n| computation | measured | budget |\n|---|---|---|");
  let isKept = true;
  for (const { name, budget, run } of parts()) {
    let best = Number.POSITIVE_INFINITY;
    for (let k = 0; k < RUNS; k++) {
      const began = performance.now();
      await run();
      best = Math.min(best, performance.now() - began);
    }
    isKept &&= best <= budget;
    console.log(`| ${name} | ${ms(best)} | ≤ ${budget} ms |`);
  }
  console.log(`\nbudgets: ${isKept ? "kept" : "NOT KEPT"}`);
  if (!isKept) process.exitCode = 1;
}

function parts(): Part[] {
  const points = Float32Array.from({ length: 2 * POINTS }, (_, i) => (i * 7919) % 400);
  const picture = new Float32Array(400 * 400);
  const pairs = Array.from({ length: PAIRS }, (_, k) => k);
  const endless = "ab".repeat(5_000_000);
  const read = bucketReader();
  return [
    {
      name: "half a million points in a cloud",
      budget: 900,
      run: () => splat(points, 400, 400, 1.5, picture),
    },
    {
      name: "ROUGE of two thousand pairs of a hundred words, with stems",
      budget: 3000,
      run: () =>
        rougeTable(
          pairs.map((k) => [textOf(k)]),
          [{ id: "a", answers: pairs.map((k) => textOf(k + 1)) }],
          { stem: true },
        ),
    },
    {
      name: "features of a word of ten million letters",
      budget: 2000,
      run: () => read(endless),
    },
    ...hostileFiles().map(([name, bytes]) => ({
      name: `reading ${name}`,
      budget: 5000,
      run: () => readSource([sourceOfBytes(bytes, "hostile")]),
    })),
  ];
}

function textOf(k: number): string {
  return Array.from({ length: 100 }, (_, i) => WORDS[(i * i + k * (i % 7)) % WORDS.length]).join(
    " ",
  );
}

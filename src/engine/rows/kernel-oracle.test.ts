import { afterEach, describe, expect, test, vi } from "vitest";
import type { TiltOracle } from "../../core/rows/oracle.ts";
import { rowsOracle } from "../../core/rows/rows-oracle.ts";
import type { Samples } from "../../core/rows/samples.ts";
import { columnsOf, draws, REWARD_KINDS } from "../../core/testing/draws.ts";
import { expectAgreement } from "../testing/agreement.ts";
import { kernelOracle, placeSamples } from "./kernel-oracle.ts";
import { plainSums } from "./plain-sums.ts";

interface Case {
  readonly rows: number;
  readonly size: number;
  readonly kind: string;
  readonly narrow?: boolean;
  readonly weighted?: boolean;
  readonly spread?: boolean;
}

/** Columns as they are, not standardised, so that scales may differ. */
function samplesOf({ rows, size, kind, narrow, weighted, spread }: Case, seed: number): Samples {
  const d = draws(seed);
  const columns = columnsOf(REWARD_KINDS[kind], rows, size, d).map((c, i) => {
    const scaled = c.map((r) => (spread ? r * 10 ** (3 * (i % 5) - 6) : r));
    return narrow ? Float32Array.from(scaled) : scaled;
  });
  const raw = Float64Array.from({ length: rows }, (_, j) => (j % 7 === 3 ? 0 : d.uniform()));
  const sum = raw.reduce((s, w) => s + w, 0);
  const weights = weighted ? raw.map((w) => w / sum) : null;
  return { rows, values: [], columns, weights, prompts: null };
}

const CASES: Case[] = [
  { rows: 1, size: 1, kind: "Gaussian" },
  { rows: 3, size: 2, kind: "Gaussian", narrow: true },
  { rows: 255, size: 3, kind: "log-normal" },
  { rows: 257, size: 6, kind: "Gaussian", weighted: true },
  { rows: 1001, size: 6, kind: "t with 3 degrees of freedom", spread: true },
  { rows: 2312, size: 7, kind: "rare binary", narrow: true, weighted: true },
  { rows: 999, size: 12, kind: "ratings 0–4", weighted: true },
  { rows: 514, size: 13, kind: "Gaussian", spread: true },
  { rows: 333, size: 32, kind: "log-normal", narrow: true },
];

describe("the compiled kernel agrees with the TypeScript one", () => {
  test.each(CASES)("$rows × $size, $kind", async (one) => {
    for (const seed of [1, 2, 3]) {
      const samples = samplesOf(one, seed);
      const placed = placeSamples(samples);
      expect(placed.kernel).toBe("simd");
      await expectAgreement(kernelOracle(placed), samples, seed);
    }
  });
});

const SMALL = samplesOf({ rows: 1001, size: 4, kind: "Gaussian", weighted: true }, 4);

test("the TypeScript sums agree with the oracle they are made of", async () => {
  const { columns, weights, rows } = SMALL;
  const sums = plainSums(columns, weights);
  const placed = { samples: SMALL, kernel: "plain" as const, sums: () => sums };
  expect(sums.rows).toBe(rows);
  await expectAgreement(kernelOracle(placed), SMALL, 5);
});

test("a tilt of almost no spread keeps its digits", async () => {
  // Two rows carry all the weight and differ by 1e-7 across λ: the covariance along it is 1e-14 of the values' squares.
  const d = draws(6);
  const x = Float64Array.from({ length: 4000 }, () => d.normal());
  const y = x.map((r) => r + 1e-7 * d.normal());
  const samples: Samples = {
    rows: 4000,
    values: [],
    columns: [x, y],
    weights: null,
    prompts: null,
  };
  const lambda = Float64Array.of(1.5, 1.5);
  const ours = await kernelOracle(placeSamples(samples)).tilt(lambda);
  const theirs = await rowsOracle(samples).tilt(lambda);
  const across = ({ cov }: { cov: Float64Array }) => cov[0] - cov[1] - cov[2] + cov[3];
  expect(across(theirs)).toBeGreaterThan(1e-15);
  expect(Math.abs(across(ours) - across(theirs))).toBeLessThan(4e-15);
});

test("columns move into the kernel's memory, and per-prompt sums use them there", async () => {
  const prompts = Int32Array.from({ length: SMALL.rows }, (_, j) => j % 100);
  const samples = { ...SMALL, prompts };
  const placed = placeSamples(samples);
  expect(placed.samples.columns[0].buffer).toBe(placed.samples.columns[1].buffer);
  expect(placed.samples.columns).toEqual(samples.columns);
  const view = { mode: "per-prompt" as const };
  const lambda = Float64Array.of(1, 0, 0.5, 2);
  const [ours, theirs]: TiltOracle[] = [kernelOracle(placed), rowsOracle(samples)];
  expect(await ours.tilt(lambda, view)).toEqual(await theirs.tilt(lambda, view));
  expect(await ours.support(lambda, view)).toEqual(await theirs.support(lambda, view));
  expect(await ours.top(lambda, 3, "lowered", view)).toEqual(
    await theirs.top(lambda, 3, "lowered", view),
  );
  expect(await ours.distribution(lambda, 8, view)).toEqual(
    await theirs.distribution(lambda, 8, view),
  );
});

test("stretches that overlap keep their own bins", () => {
  const placed = placeSamples(SMALL);
  const binning = (bins: number) => ({
    bins,
    min: new Float64Array(4).fill(-2),
    max: new Float64Array(4).fill(2),
  });
  const lambda = Float64Array.of(0.5, 0, 0, 1);
  const [all, half] = [placed.sums(0, SMALL.rows), placed.sums(400, SMALL.rows)];
  const first = all.distribution(lambda, binning(16));
  const other = half.distribution(lambda, binning(8));
  expect(other.after.length).toBe(32);
  expect(all.distribution(lambda, binning(16))).toEqual(first);
  expect(half.distribution(lambda, binning(8))).toEqual(other);
});

test("a λ that is not finite is refused", async () => {
  const lambda = Float64Array.of(Number.NaN, 0, 0, 0);
  await expect(kernelOracle(placeSamples(SMALL)).tilt(lambda)).rejects.toThrow("invalid lambda");
});

test("a stretch that starts within a group of four rows is refused", () => {
  expect(() => placeSamples(SMALL).sums(2, 10)).toThrow("invalid stretch: 2 to 10");
});

describe("where the compiled kernel cannot run", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  test.each([
    ["no WebAssembly", undefined],
    ["no SIMD", { validate: () => false }],
  ])("%s: the TypeScript kernel takes over", async (_, stub) => {
    vi.resetModules();
    vi.stubGlobal("WebAssembly", stub);
    const fresh = await import("./kernel-oracle.ts");
    const placed = fresh.placeSamples(SMALL);
    expect(placed.kernel).toBe("plain");
    await expectAgreement(fresh.kernelOracle(placed), SMALL, 7);
  });

  test("more than 32 values", () => {
    const samples = samplesOf({ rows: 40, size: 33, kind: "Gaussian" }, 8);
    expect(placeSamples(samples).kernel).toBe("plain");
  });
});

import { describe, expect, test } from "vitest";
import { seededRandom } from "../numerics/random.ts";
import { rowsOracle } from "../rows/rows-oracle.ts";
import type { Samples } from "../rows/samples.ts";
import { problemOf } from "../testing/problem.ts";
import { certificateAllowance, certificateAt, certify } from "./certificate.ts";

/** Rows whose coordinates are small whole numbers over 8, in sd units as they are, so that the middle of any two is exact. */
function wholeRows(seed: number, size: number): Samples {
  const random = seededRandom(seed);
  const rows = 12;
  const columns = Array.from({ length: size }, () =>
    Float64Array.from({ length: rows }, () => Math.floor(64 * random.uniform()) / 8 - 4),
  );
  const values = problemOf(columns).samples.values;
  return { rows, values, columns, weights: null, prompts: null };
}

/** A direction ≥ 0 along which two rows are level but for rounding, or null where none is. */
function levelDirection(a: Float64Array, b: Float64Array, seed: number): Float64Array | null {
  const random = seededRandom(seed);
  const u = a.map(() => random.uniform());
  const gap = a.map((x, i) => x - b[i]);
  const last = gap.length - 1;
  let rest = 0;
  for (let i = 0; i < last; i++) rest += u[i] * gap[i];
  u[last] = -rest / gap[last];
  return u[last] > 0 && Number.isFinite(u[last]) ? u : null;
}

describe("a certificate", () => {
  test("never proves the exact middle of two rows out of reach, though rounding alone would", async () => {
    let provedByRounding = 0;
    let tried = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const samples = wholeRows(seed, 3 + (seed % 4));
      const oracle = rowsOracle(samples);
      const row = (j: number) => Float64Array.from(samples.columns, (c) => c[j]);
      for (let j = 1; j < 6; j++) {
        const u = levelDirection(row(0), row(j), 1000 * seed + j);
        if (!u) continue;
        tried++;
        const pair = {
          ...samples,
          rows: 2,
          columns: samples.columns.map((c) => Float64Array.of(c[0], c[j])),
        };
        const { value } = await rowsOracle(pair).support(u);
        const middle = row(0).map((x, i) => (x + row(j)[i]) / 2);
        const asked = u.reduce((s, x, i) => s + x * middle[i], 0);
        if (value < asked) provedByRounding++;
        expect(certificateAt(oracle, u, middle, value)).toBeNull();
      }
    }
    expect(tried).toBeGreaterThan(300);
    expect(provedByRounding).toBeGreaterThan(20);
  });

  const { samples, oracle } = problemOf([
    [0, 4, 0],
    [0, 0, 4],
  ]);
  const [x, y] = samples.values;
  const inSd = (a: number, b: number) => Float64Array.of((a - x.mean) / x.sd, (b - y.mean) / y.sd);

  test("is a direction that sums to 1, what it bounds and what is asked of it", async () => {
    const found = await certify(oracle, Float64Array.of(3, 1), inSd(4, 3));
    expect(found?.direction).toEqual(Float64Array.of(0.75, 0.25));
    expect(found?.bound).toBeCloseTo(0.75 * inSd(4, 0)[0] + 0.25 * inSd(4, 0)[1], 12);
    expect(found?.asked).toBeCloseTo(0.75 * inSd(4, 3)[0] + 0.25 * inSd(4, 3)[1], 12);
  });

  test("is there beyond the hull and nowhere else, whatever the direction's length", async () => {
    for (const length of [1e-6, 1, 1e6]) {
      const along = Float64Array.of(length, length);
      expect(await certify(oracle, along, inSd(2.01, 2))).not.toBeNull();
      expect(await certify(oracle, along, inSd(2, 2))).toBeNull();
      expect(await certify(oracle, along, inSd(1.99, 2))).toBeNull();
    }
    expect(await certify(oracle, new Float64Array(2), inSd(9, 9))).toBeNull();
  });

  test("leaves out what is not asked: a value without a target has no part in it", async () => {
    const targets = Float64Array.of(inSd(5, 0)[0], Number.NEGATIVE_INFINITY);
    expect((await certify(oracle, Float64Array.of(1, 0), targets))?.direction).toEqual(
      Float64Array.of(1, 0),
    );
  });

  test("allows for rounding in proportion to λ, to the rewards and to the targets", () => {
    const at = (lambda: number[], targets: number[]) =>
      certificateAllowance(oracle, Float64Array.from(lambda), Float64Array.from(targets));
    const widest = (i: number) => Math.max(Math.abs(oracle.min[i]), Math.abs(oracle.max[i]));
    const unit = 4 * 4 * Number.EPSILON;
    expect(at([2, 0], [1, Number.NEGATIVE_INFINITY])).toBeCloseTo(unit * 2 * (widest(0) + 1), 20);
    expect(at([-1, 3], [-2, 5])).toBeCloseTo(unit * (widest(0) + 2 + 3 * (widest(1) + 5)), 20);
    expect(at([0, 0], [1, 1])).toBe(0);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axisDomain } from "./domain.ts";

const number = fc.integer({ min: -1e7, max: 1e7 }).map((n) => n / 1000);

describe("axisDomain", () => {
  it("holds the baseline, the best level and every mark", () => {
    fc.assert(
      fc.property(number, number, fc.array(number, { maxLength: 5 }), (baseline, best, marks) => {
        const [low, high] = axisDomain(baseline, best, marks, Math.min(baseline, best) - 1);
        expect(high).toBeGreaterThan(low);
        for (const x of [baseline, best, ...marks]) {
          expect(x).toBeGreaterThanOrEqual(low);
          expect(x).toBeLessThanOrEqual(high);
        }
      }),
    );
  });

  it("stays the very same while the marks fit, and only ever grows", () => {
    const first = axisDomain(0.6, 2.59, [2.17], -2.78);
    expect(axisDomain(0.6, 2.59, [1.4], -2.78, first)).toBe(first);
    const wider = axisDomain(0.6, 2.59, [-1], -2.78, first);
    expect(wider[0]).toBeLessThan(-1);
    expect(wider[1]).toBe(first[1]);
    expect(axisDomain(0.6, 2.59, [2.17], -2.78, wider)).toBe(wider);
  });

  it("is settled after the first time, whatever rounding does to whole steps", () => {
    const part = fc.integer({ min: -40, max: 40 }).map((n) => n / 20);
    fc.assert(
      fc.property(part, part, part, (baseline, gain, loss) => {
        const [best, worst] = [baseline + Math.abs(gain), baseline - Math.abs(loss)];
        const first = axisDomain(baseline, best, [], worst);
        expect(axisDomain(baseline, best, [], worst, first)).toBe(first);
      }),
      { numRuns: 2000 },
    );
  });

  it("ignores marks that are not numbers", () => {
    expect(axisDomain(0, 1, [Number.NaN], -1)).toEqual(axisDomain(0, 1, [], -1));
  });
});

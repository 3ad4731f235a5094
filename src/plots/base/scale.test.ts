import { scaleLinear } from "d3";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axisTicks, linearScale, type Scale, svgNumber, svgPercent } from "./scale.ts";

describe("linearScale", () => {
  it("maps and inverts, reversed domains too", () => {
    const scale = linearScale([3, 1], [100, 300]);
    expect(scale(3)).toBe(100);
    expect(scale(1.5)).toBe(250);
    expect(scale.invert(200)).toBe(2);
  });
  it("agrees with d3's scale, which later plots use in its place", () => {
    const end = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(fc.tuple(end, end), fc.tuple(end, end), end, ([a, b], range, x) => {
        fc.pre(a !== b && range[0] !== range[1]);
        const [ours, theirs]: Scale[] = [linearScale([a, b], range), scaleLinear([a, b], range)];
        expect(ours(x)).toBeCloseTo(theirs(x), 6);
        expect(ours.invert(x)).toBeCloseTo(theirs.invert(x), 6);
        expect(ours.domain()).toEqual(theirs.domain());
      }),
    );
  });
  it("refuses an empty domain", () => {
    expect(() => linearScale([1, 1], [0, 1])).toThrow("invalid domain: 1,1");
    expect(() => linearScale([0, Number.NaN], [0, 1])).toThrow("invalid domain");
  });
});

describe("axisTicks", () => {
  it.each([
    [[-0.2, 2.8], 6, [0, 0.5, 1, 1.5, 2, 2.5], 1],
    [[2.8, -0.2], 6, [0, 0.5, 1, 1.5, 2, 2.5], 1],
    [[0, 100], 4, [0, 20, 40, 60, 80, 100], 0],
    [[0.011, 0.032], 4, [0.015, 0.02, 0.025, 0.03], 3],
  ] as const)("of %j, about %i", (domain, count, values, digits) => {
    expect(axisTicks(domain, count)).toEqual({ values, digits });
  });
});

it("writes coordinates short and without minus zero", () => {
  expect([svgNumber(1.005), svgNumber(-0.001), svgNumber(12), svgPercent(1 / 3)]).toEqual([
    "1",
    "0",
    "12",
    "33.33%",
  ]);
});

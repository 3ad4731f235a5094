import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  digitsFor,
  digitsForError,
  formatBound,
  formatCount,
  formatDecimal,
  formatMegabytes,
  formatNats,
  formatNatsBelow,
  formatNumber,
  formatPercent,
  formatSigned,
  parseNumber,
} from "./format.ts";
import { speak } from "./language.ts";
import { en } from "./text/en.ts";

describe("digitsForError", () => {
  it.each([
    [1.77, 0.03, 2],
    [1.77, 0.004, 3],
    [1.77, 0.000021, 5],
    [25, 1.4, 0],
    [1.77, 1e-12, 6],
    [1.77, 0, 2],
    [0.119, Number.NaN, 3],
  ])("gives a spread of %s with an error of %s %s decimals", (sd, se, digits) => {
    expect(digitsForError(sd, se)).toBe(digits);
  });
});

describe("digitsFor", () => {
  it.each([
    [1.77, 2],
    [1.1, 2],
    [0.447, 2],
    [0.119, 3],
    [2, 1],
    [25, 0],
    [5000, 0],
    [1e-5, 7],
    [0, 2],
    [Number.NaN, 2],
  ])("gives a spread of %s %s decimals", (sd, digits) => {
    expect(digitsFor(sd)).toBe(digits);
  });

  it("keeps the last decimal between 1/200 and 1/20 of the spread", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 19, noNaN: true }), (sd) => {
        const last = 10 ** -digitsFor(sd);
        expect(last).toBeLessThanOrEqual((sd / 20) * (1 + 1e-6));
        expect(last).toBeGreaterThanOrEqual((sd / 200) * (1 - 1e-6));
      }),
    );
  });
});

describe("formatNumber", () => {
  it("uses the real minus sign and never writes minus zero", () => {
    expect(formatNumber(-1.011, { scale: 1.1 })).toBe("−1.01");
    expect(formatNumber(-0.001, { digits: 2 })).toBe("0.00");
    expect(formatNumber(-0, { digits: 1 })).toBe("0.0");
  });
  it("groups thousands and keeps three significant digits without a scale", () => {
    expect(formatNumber(2312, { digits: 0 })).toBe("2,312");
    expect(formatNumber(0.01234)).toBe("0.0123");
    expect(formatNumber(61.83)).toBe("61.8");
    expect(formatNumber(0)).toBe("0");
  });
  it("writes very small and very large numbers with a power of ten", () => {
    expect(formatNumber(-1.234e-7, { scale: 1e-7 })).toBe("−1.23 × 10⁻⁷");
    expect(formatNumber(2.5e12)).toBe("2.50 × 10¹²");
    expect(formatNumber(2.5e12, { scale: 1e12 })).toBe("2.50 × 10¹²");
    expect(formatCount(2e9)).toBe("2.00 × 10⁹");
  });
  it("writes as many digits as tell numbers apart that lie close together far from zero", () => {
    expect(formatNumber(1e9 + 0.08, { scale: 1 })).toBe("1,000,000,000.08");
    expect(formatNumber(1e9 + 0.5, { digits: 2, locale: "de" })).toBe("1.000.000.000,50");
    expect(formatNumber(203_603_000_624.9688, { scale: 1e-3 })).toBe("203,603,000,624.96880");
    expect(formatNumber(1.23456e9, { scale: 3e7 })).toBe("1.235 × 10⁹");
    expect(formatNumber(5.0000000012, { scale: 1e-9 })).toBe("5.00000000120 × 10⁰");
    for (const [a, b] of [
      [1e9, 1e9 + 0.06],
      [1e17, 1e17 + 3e14],
      [3, 3 + 1e-10],
    ])
      expect(formatNumber(a, { scale: b - a })).not.toBe(formatNumber(b, { scale: b - a }));
  });
  it("says nothing for NaN", () => {
    expect(formatNumber(Number.NaN)).toBe("–");
    expect(formatNumber(Number.NEGATIVE_INFINITY)).toBe("−∞");
  });
  it("follows the locale", () => {
    expect(formatNumber(-1234.5, { digits: 1, locale: "de" })).toBe("−1.234,5");
  });
});

describe("the other forms", () => {
  it("signs what is not zero", () => {
    expect(formatSigned(0.071, { digits: 2 })).toBe("+0.07");
    expect(formatSigned(-0.25, { digits: 2 })).toBe("−0.25");
    expect(formatSigned(-0.001, { digits: 2 })).toBe("0.00");
  });
  it("writes counts, shares and nats", () => {
    expect(formatCount(2312)).toBe("2,312");
    expect(formatPercent(0.078)).toBe("8\u202f%");
    expect(formatPercent(0.0087)).toBe("0.9\u202f%");
    expect(formatPercent(0)).toBe("0\u202f%");
    expect(formatNats(1.7214)).toBe("1.72");
    expect(formatNats(0.0121)).toBe("0.012");
    expect(formatNats(0.0006814)).toBe("0.00068");
    expect(formatNats(0.000012)).toBe("0.000012");
    expect(formatNats(1e-9)).toBe("0");
    expect(formatNats(0)).toBe("0");
    expect(formatNats(12.34)).toBe("12.3");
  });
  it("rounds a bound outwards, and what a cost is at least downwards", () => {
    expect(formatBound(2.6149, 2, "greatest")).toBe("2.62");
    expect(formatBound(2.6149, 2, "least")).toBe("2.61");
    expect(formatBound(-2.6149, 2, "greatest")).toBe("−2.61");
    expect(formatBound(1 + 2e-16, 2, "greatest")).toBe("1.00");
    expect(formatBound(0.3, 2, "least")).toBe("0.30");
    expect(formatNatsBelow(1.7299)).toBe("1.72");
    expect(formatNatsBelow(0.0129)).toBe("0.012");
    expect(formatNatsBelow(0.0004)).toBe("0.00040");
    expect(formatNatsBelow(0.0000001)).toBe("0");
  });
  it("writes megabytes with one decimal below ten", () => {
    expect([0, 1_234_567, 9_999_999, 10_000_000].map(formatMegabytes)).toEqual([
      "0.0",
      "1.2",
      "10.0",
      "10",
    ]);
  });
});

describe("parseNumber", () => {
  it.each([
    ["−1.01", -1.01],
    [" 2,312 ", 2312],
    ["0,85", 0.85],
    ["1,234.5", 1234.5],
    [".5", 0.5],
    ["1e-3", 1e-3],
    ["", null],
    ["abc", null],
    ["1..2", null],
    ["1e999", null],
    ["-", null],
  ])("reads %j as %s", (text, x) => {
    expect(parseNumber(text)).toBe(x);
  });
  it("reads back what formatNumber writes", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e8, max: 1e8 }), (n) => {
        expect(parseNumber(formatNumber(n / 100, { digits: 2 }))).toBe(n / 100);
      }),
    );
  });
});

describe("a page in German", () => {
  beforeEach(() => speak({ ...en, locale: "de" }));
  afterEach(() => speak(en));

  it("writes commas, grouped thousands and a real minus sign without being told", () => {
    expect(formatNumber(-1234.5, { digits: 1 })).toBe("−1.234,5");
    expect(formatSigned(0.1, { digits: 1 })).toBe("+0,1");
    expect(formatCount(2312)).toBe("2.312");
    expect(formatPercent(0.0087)).toBe("0,9\u202f%");
    expect(formatNats(1.7214)).toBe("1,72");
    expect(formatNumber(-1.234e-7, { scale: 1e-7 })).toBe("−1,23 × 10⁻⁷");
    expect(formatDecimal("-0.1234567890123")).toBe("−0,1234567890123");
    expect(formatDecimal("-1.25e-120")).toBe("−1,25 × 10⁻¹²⁰");
  });

  it.each([
    ["1,5", 1.5],
    ["1.5", 1.5],
    ["0.125", 0.125],
    ["1.234", 1234],
    ["1.234,5", 1234.5],
    ["−1,23e-7", -1.23e-7],
    ["1,234.5", null],
    ["1,2,3", null],
  ])("reads %j as %s", (text, x) => {
    expect(parseNumber(text)).toBe(x);
  });

  it("reads back what it writes", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e8, max: 1e8 }), (n) => {
        expect(parseNumber(formatNumber(n / 100, { digits: 2 }))).toBe(n / 100);
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { discKernel, pointOpacity, shade, splat } from "./splat.ts";

const sum = (xs: Float32Array) => xs.reduce((a, b) => a + b, 0);

describe("splat", () => {
  it("stamps a disc of about πr² around each point", () => {
    const { cover } = discKernel(3);
    expect(sum(cover)).toBeGreaterThan(Math.PI * 9);
    expect(sum(cover)).toBeLessThan(Math.PI * 16);
    const out = splat([20, 20, 20, 20, 40, 10], 64, 48, 3, new Float32Array(64 * 48));
    expect(sum(out)).toBeCloseTo(3 * sum(cover), 3);
    expect(out[20 * 64 + 20]).toBe(2);
    expect(out[10 * 64 + 40]).toBe(1);
  });
  it("clips discs at the edges and skips what is not in the picture", () => {
    const out = splat([0, 0, -50, 3, Number.NaN, 2, 63, 47], 64, 48, 2, new Float32Array(64 * 48));
    expect(out[0]).toBe(1);
    expect(out[63 + 47 * 64]).toBe(1);
    expect(out[30 * 64 + 30]).toBe(0);
  });
  it("draws only the wanted flags, on a cleared ground", () => {
    const out = new Float32Array(32 * 32).fill(9);
    const filter = { flags: [1, 0], value: 0 as const };
    splat([5, 5, 20, 20], 32, 32, 1, out, filter);
    expect([out[5 * 32 + 5], out[20 * 32 + 20]]).toEqual([0, 1]);
  });
  it("takes half a million points and looks at each once", () => {
    const length = 1_000_000;
    let reads = 0;
    const points = new Proxy<ArrayLike<number>>([], {
      get(_, name) {
        if (name === "length") return length;
        reads++;
        return (Number(name) * 7919) % 400;
      },
    });
    const out = splat(points, 400, 400, 1, new Float32Array(160_000));
    expect(reads).toBe(length);
    expect(sum(out)).toBeGreaterThan(length / 2);
  });
});

it("shades as overlapping discs of that opacity would", () => {
  const out = new Uint8ClampedArray(12);
  shade(Float32Array.from([0, 1, 2]), [10, 20, 30], 0.5, out);
  expect([...out]).toEqual([10, 20, 30, 0, 10, 20, 30, 128, 10, 20, 30, 191]);
});

it("makes points fainter the more there are", () => {
  expect(pointOpacity(10)).toBe(0.85);
  expect(pointOpacity(6000)).toBeCloseTo(0.336, 3);
  expect(pointOpacity(1e6)).toBe(0.08);
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convexCurve, curveCommands, type Pixel, sampleCurve } from "./convex-curve.ts";

const front = (angles: readonly number[]): Pixel[] =>
  [0, ...angles, Math.PI / 2]
    .sort((a, b) => a - b)
    .map((a) => [200 * Math.sin(a), 150 - 150 * Math.cos(a)]);

const angles = fc.uniqueArray(fc.double({ min: 0.01, max: 1.56, noNaN: true }), {
  minLength: 1,
  maxLength: 12,
  selector: (a) => Math.round(a * 50),
});

describe("convexCurve", () => {
  it("passes through every point and never bends the other way", () => {
    fc.assert(
      fc.property(angles, (seed) => {
        const points = front(seed);
        const pieces = convexCurve(points);
        expect(pieces.map((piece) => piece[3])).toEqual(points.slice(1));
        const samples = sampleCurve(pieces, 5);
        for (let i = 2; i < samples.length; i++) {
          const [a, b, c] = [samples[i - 2], samples[i - 1], samples[i]];
          const turn = (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]);
          expect(turn).toBeGreaterThan(-1e-6);
        }
      }),
    );
  });

  it("stays within half a pixel of an ellipse given at nine angles", () => {
    const points = front([1, 2, 3, 4, 5, 6, 7].map((k) => (k * Math.PI) / 16));
    for (const [x, y] of sampleCurve(convexCurve(points), 8)) {
      const radius = Math.hypot(x / 200, (150 - y) / 150);
      expect(Math.abs(radius - 1) * 200).toBeLessThan(0.5);
    }
  });

  it("draws straight pieces between points on a line", () => {
    expect(
      curveCommands(
        convexCurve([
          [0, 0],
          [10, 0],
          [20, 0],
        ]),
      ),
    ).toBe("L10,0L20,0");
  });
});

import { expect, test } from "vitest";
import { seededRandom } from "../../core/numerics/random.ts";
import { lcsLength, lcsPlaces } from "./lcs.ts";

test("the length is that of the subsequence found, for sequences of up to two hundred tokens", () => {
  const random = seededRandom(5);
  for (let k = 0; k < 200; k++) {
    const made = () =>
      Int32Array.from({ length: Math.floor(200 * random.uniform()) }, () =>
        Math.floor(random.uniform() * (2 + k)),
      );
    const [a, b] = [made(), made()];
    const places = lcsPlaces(a, b);
    expect(lcsLength(a, b)).toBe(places.length);
    expect(lcsLength(b, a)).toBe(places.length);
    for (const [i, j] of places) expect(a[i]).toBe(b[j]);
    for (let p = 1; p < places.length; p++) {
      expect(places[p][0]).toBeGreaterThan(places[p - 1][0]);
      expect(places[p][1]).toBeGreaterThan(places[p - 1][1]);
    }
  }
});

test("of the same sequence it is all of it, of nothing it is nothing", () => {
  for (const length of [1, 30, 31, 32, 62, 63, 200]) {
    const a = Int32Array.from({ length }, (_, i) => i % 7);
    expect(lcsLength(a, a)).toBe(length);
    expect(lcsLength(a, new Int32Array(0))).toBe(0);
  }
});

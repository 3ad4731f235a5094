import { expect, test } from "vitest";
import { normalQuantile } from "./normal.ts";

test.each([
  [0.5, 0],
  [0.6, 0.2533471031357997],
  [0.7, 0.5244005127080407],
  [0.9, 1.2815515655446004],
  [0.999, 3.090232306167813],
  [0.2, -0.8416212335729143],
])("the normal quantile of %d", (p, z) => {
  expect(normalQuantile(p)).toBeCloseTo(z, 12);
});

test("a probability is more than 0 and less than 1", () => {
  for (const p of [0, 1, -0.1, Number.NaN])
    expect(() => normalQuantile(p)).toThrow("invalid probability");
});

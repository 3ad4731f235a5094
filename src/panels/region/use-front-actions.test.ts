import { expect, test } from "vitest";
import { buildSamples } from "../../core/rows/samples.ts";
import type { PaletteDocument } from "../../share/document/document.ts";
import { withFrontPoint } from "./use-front-actions.ts";

const rewards = Float64Array.from([1, 2, 3, 5]);
const { values } = buildSamples(["a", "b", "c"].map((id) => ({ id, rewards })));
const setting = { participation: "hold" as const, target: 2, unit: "sd" as const };
const document: PaletteDocument = {
  version: 1,
  source: { kind: "file", name: "x", fingerprint: "y" },
  values: { a: setting, b: setting, c: setting },
  order: ["a", "b", "c"],
  pair: ["a", "c"],
};

test("a front point becomes the pair's targets, the others keep theirs", () => {
  const { values: now } = withFrontPoint(document, values, [2, 0], [4, 3], "targets");
  expect(now.c).toEqual({ participation: "target", target: 4, unit: "sd" });
  expect(now.a).toEqual({ participation: "target", target: 3, unit: "sd" });
  expect(now.b).toEqual(setting);
});

test("where the others were free in the picture they are left out", () => {
  const { values: now } = withFrontPoint(document, values, [0, 1], [4, 3], "free");
  expect(now.c.participation).toBe("out");
  expect(now.b.target).toBe(3);
});

import { describe, expect, test } from "vitest";
import { buildSamples } from "../core/rows/samples.ts";
import { quantileTarget } from "../core/rows/units.ts";
import { drawCalibratedSample } from "../ingest/calibrated/calibrated-sample.ts";
import type { DataSource } from "../share/document/document.ts";
import { defaultDocument, paletteOf, reconcile, samePalette } from "./palette.ts";

const source: DataSource = { kind: "sample", name: "llama-2-7b-chat", rows: 300, seed: 1 };
const { values } = buildSamples(drawCalibratedSample("llama-2-7b-chat", { rows: 300 }));
const others = buildSamples([
  { id: "kind", rewards: Float64Array.from({ length: 20 }, (_, j) => j + 1) },
  { id: "humor", rewards: Float64Array.from({ length: 20 }, (_, j) => 20 - j) },
]).values;

describe("the palette of a document", () => {
  test("the first visit asks humor, helpfulness and harmlessness at 70 % and holds the rest", () => {
    const document = defaultDocument(source, values);
    expect(values.map((v) => document.values[v.id].participation)).toEqual([
      "target",
      "target",
      "target",
      "hold",
      "hold",
      "hold",
    ]);
    expect(document.values.humor.target).toBeCloseTo(quantileTarget(values[0], 70), 12);
    expect(document.pair).toEqual(["humor", "gpt2-harmless"]);
    const palette = paletteOf(document, values);
    expect(palette.targets[3]).toBe(values[3].mean);
    expect(palette.held).toEqual([false, false, false, true, true, true]);
  });

  test("other data is asked for all its values at 70 %", () => {
    const document = defaultDocument(source, others);
    expect(paletteOf(document, others).targets).toEqual([
      quantileTarget(others[0], 70),
      quantileTarget(others[1], 70),
    ]);
    expect(defaultDocument(source, others.slice(0, 1)).pair).toBeNull();
  });

  test("a value left out is asked nothing", () => {
    const document = defaultDocument(source, others);
    const without = {
      ...document,
      values: {
        ...document.values,
        kind: { ...document.values.kind, participation: "out" as const },
      },
    };
    expect(paletteOf(without, others).targets[0]).toBeNull();
    expect(samePalette(paletteOf(without, others), paletteOf(document, others))).toBe(false);
  });

  test("on other data the settings of values that are still there stay, the rest is named", () => {
    const document = defaultDocument(source, values);
    const { document: fitted, dropped } = reconcile(document, others);
    expect(fitted.values.humor).toEqual(document.values.humor);
    expect(fitted.values.kind.participation).toBe("out");
    expect(fitted.order).toEqual(["humor", "kind"]);
    expect(fitted.pair).toEqual(["kind", "humor"]);
    expect(dropped).toContain("diversity");
  });

  test("a unit that a value does not offer becomes raw and is named, in kept palettes too", () => {
    const logs = buildSamples([
      { id: "kind", rewards: Float64Array.from([1, 2, 3]) },
      { id: "logp", rewards: Float64Array.from([-3, -1, -2]) },
    ]).values;
    const likely = { participation: "target", target: -1.5, unit: "likelihood" } as const;
    const asked = { kind: likely, logp: likely };
    const { document, inRaw } = reconcile(
      {
        ...defaultDocument(source, logs),
        values: asked,
        scenarios: [{ id: "s1", name: "A", values: asked }],
      },
      logs,
    );
    const fitted = { kind: { ...likely, unit: "raw" }, logp: likely };
    expect(document.values).toEqual(fitted);
    expect(document.scenarios?.[0].values).toEqual(fitted);
    expect(inRaw).toEqual(["kind"]);
    expect(reconcile(document, logs).inRaw).toEqual([]);
  });
});

test("a target that lies further off than any number to reckon with is held, and named", () => {
  const document = defaultDocument(source, others);
  const far = { ...document.values.kind, target: -1e308 };
  const read = reconcile({ ...document, values: { ...document.values, kind: far } }, others);
  expect(read.held).toEqual(["kind"]);
  expect(read.document.values.kind.target).toBe(1 - 1000 * 19);
  expect(read.document.values.humor).toEqual(document.values.humor);
  expect(reconcile(document, others).held).toEqual([]);
});

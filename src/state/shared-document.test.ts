import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { presetsFor } from "../core/rows/presets.ts";
import { buildSamples } from "../core/rows/samples.ts";
import { drawCalibratedSample } from "../ingest/calibrated/calibrated-sample.ts";
import { FIRST_SOURCE, type PaletteDocument } from "../share/document/document.ts";
import { decodeLink, encodeLink } from "../share/link/link.ts";
import { defaultDocument, presetSettings, reconcile } from "./palette.ts";
import { leanDocument } from "./shared-document.ts";

const samples = buildSamples(drawCalibratedSample(FIRST_SOURCE.name));
const { values } = samples;
const ids = values.map(({ id }) => id);
const first = defaultDocument(FIRST_SOURCE, values);

const through = (document: PaletteDocument) => {
  const link = encodeLink(leanDocument(document, values));
  const read = decodeLink(link);
  if (!read.ok) throw new Error("unreadable");
  return { link, ...reconcile(read.document, values), problems: read.problems };
};

const documents: fc.Arbitrary<PaletteDocument> = fc
  .record({
    preset: fc.constantFrom(...presetsFor(values)),
    own: fc.dictionary(
      fc.constantFrom(...ids),
      fc.record({
        participation: fc.constantFrom("target" as const, "hold" as const, "out" as const),
        target: fc.double({ min: -5, max: 5, noNaN: true }).map((x) => x + 0),
        unit: fc.constantFrom("raw" as const, "sd" as const),
      }),
    ),
    order: fc.oneof(fc.constant(ids), fc.shuffledSubarray(ids, { minLength: ids.length })),
    pair: fc.shuffledSubarray(ids, { minLength: 2, maxLength: 2 }),
  })
  .map(({ preset, own, order, pair }) => ({
    ...first,
    values: { ...presetSettings(preset, values), ...own },
    order,
    pair: [pair[0], pair[1]],
  }));

describe("a link of loaded data", () => {
  test("leaves out what the data gives, and everything comes back exactly", () =>
    fc.assert(
      fc.property(documents, (document) => {
        expect(through(document)).toMatchObject({ document, dropped: [], problems: [] });
      }),
      { numRuns: 500 },
    ));

  test("says next to nothing at the first palette, a preset, or after one move", () => {
    expect(through(first).link.length).toBeLessThan(16);
    for (const preset of presetsFor(values)) {
      const document = { ...first, values: presetSettings(preset, values) };
      expect(through(document).link.length).toBeLessThan(32);
    }
    const { humor } = first.values;
    const moved = { ...first.values, humor: { ...humor, target: Math.E } };
    expect(through({ ...first, values: moved }).link.length).toBeLessThan(50);
  });

  test("that names a value without its setting gets the first palette's", () => {
    const { diversity: _, ...rest } = first.values;
    expect(reconcile({ ...first, values: rest }, values).document).toEqual(first);
  });

  test("never shows more than the document: what is looked at is no part of it", () => {
    const shared = {
      ...first,
      panel: "trust",
      others: "free",
      solver: 3,
      preset: "hhh-50",
    } as const;
    expect(reconcile(shared, values).document).toEqual(first);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FIRST_SOURCE, type SharedDocument } from "../document/document.ts";
import { documents } from "../testing/documents.ts";
import { readSettingsFile, writeSettingsFile } from "./settings-file.ts";

const document: SharedDocument = {
  version: 1,
  source: FIRST_SOURCE,
  values: {
    humor: { participation: "target", target: 1 / 3, unit: "raw" },
    diversity: { participation: "hold", target: 0, unit: "sd" },
  },
  order: ["humor", "diversity"],
  pair: ["humor", "diversity"],
};

describe("a file of settings", () => {
  test("gives back any of a thousand documents exactly", () =>
    fc.assert(
      fc.property(documents, (any) => {
        expect(readSettingsFile(writeSettingsFile(any))).toEqual({
          ok: true,
          document: any,
          problems: [],
        });
      }),
      { numRuns: 1000 },
    ));

  test("reads like a list", () => {
    expect(writeSettingsFile(document)).toBe(`{
  "format": "value-palette",
  "version": 1,
  "source": {"kind":"sample","name":"llama-2-7b-chat","rows":2312,"seed":5},
  "values": [
    {"id":"humor","participation":"target","target":0.3333333333333333,"unit":"raw"},
    {"id":"diversity","participation":"hold","target":0,"unit":"sd"}
  ],
  "pair": ["humor","diversity"]
}
`);
  });

  test("that somebody wrote by hand falls back field by field and names the fields", () => {
    const text = writeSettingsFile(document)
      .replace('"target":0.3333333333333333', '"target":"a third"')
      .replace('"pair": ["humor","diversity"]', '"pair": "both", "panel": "trust"');
    const read = readSettingsFile(text);
    expect(read).toMatchObject({
      ok: true,
      document: { values: { diversity: document.values.diversity }, pair: null, panel: "trust" },
      problems: [
        { field: "values", value: "humor" },
        { field: "pair", value: "both" },
      ],
    });
  });

  test("of a later version, cut short, or something else, is told apart", () => {
    const text = writeSettingsFile(document);
    expect(readSettingsFile(text.replace('"version": 1', '"version": 7'))).toEqual({
      ok: false,
      reason: "newer",
    });
    expect(readSettingsFile(text.slice(0, 200))).toEqual({ ok: false, reason: "unreadable" });
    for (const other of ["", "[1,2]", "null", '{"format":"geojson"}', "humor,cost\n1,2\n"])
      expect(readSettingsFile(other)).toEqual({ ok: false, reason: "no-settings" });
  });
});

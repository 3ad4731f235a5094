import { expect, test } from "vitest";
import { FIRST_SOURCE } from "../../share/document/document.ts";
import { writeSettingsFile } from "../../share/link/settings-file.ts";
import { sortFiles } from "./settings-files.ts";

const text = writeSettingsFile({
  version: 1,
  source: FIRST_SOURCE,
  values: {},
  order: [],
  pair: null,
  panel: "trust",
});

test("settings are told from data by what they say, not by their name alone", async () => {
  const csv = new File(["a,b\n1,2\n"], "answers.csv");
  const json = new File(['[{"a":1}]'], "answers.json");
  const { reading, notices, data } = await sortFiles([
    csv,
    new File([text], "renamed.json"),
    json,
    new File([text.slice(0, 60)], "cut.palette.json"),
    new File(['[{"a":1}]'], "rows.palette.json"),
    new File([text.replace('"version": 1', '"version": 2')], "later.palette.json"),
  ]);
  expect(data).toEqual([csv, json]);
  expect(reading).toMatchObject({ document: { panel: "trust" }, problems: [] });
  expect(notices).toEqual([
    { kind: "settings-opened", detail: "renamed.json" },
    { kind: "settings-unreadable", detail: "cut.palette.json" },
    { kind: "settings-unreadable", detail: "rows.palette.json" },
    { kind: "settings-newer", detail: "later.palette.json" },
  ]);
});

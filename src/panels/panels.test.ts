import { expect, test } from "vitest";
import { FIRST_PANEL, FIRST_SOURCE, type SharedDocument } from "../share/document/document.ts";
import { decodeLink, encodeLink } from "../share/link/link.ts";
import { openPanel, PANEL_NAMES, panelProblems } from "./panels.ts";

const document: SharedDocument = {
  version: 1,
  source: FIRST_SOURCE,
  values: {},
  order: [],
  pair: null,
};

test("every panel can be named in a link; the first is the one that is open without", () => {
  for (const panel of PANEL_NAMES) {
    const named = { ...document, panel };
    const read = decodeLink(encodeLink(named));
    expect(read).toEqual({
      ok: true,
      document: panel === FIRST_PANEL ? document : named,
      problems: [],
    });
    expect(panelProblems(named)).toEqual([]);
    expect(openPanel(panel)).toBe(panel);
  }
  expect(openPanel(undefined)).toBe(FIRST_PANEL);
});

test("a name of no panel opens the first, and is told", () => {
  for (const panel of ["kitchen", "toString"]) {
    expect(openPanel(panel)).toBe(FIRST_PANEL);
    expect(panelProblems({ ...document, panel })).toEqual([{ field: "panel", value: panel }]);
  }
  expect(panelProblems(document)).toEqual([]);
});

import { expect, test } from "vitest";
import { FIRST_SOURCE, type SharedDocument } from "../share/document/document.ts";
import { decodeLink, encodeLink } from "../share/link/link.ts";
import { openPanel, PANEL_NAMES, panelProblems } from "./panels.ts";

const document: SharedDocument = {
  version: 1,
  source: FIRST_SOURCE,
  values: {},
  order: [],
  pair: null,
};

test("every panel can be named in a link", () => {
  for (const panel of PANEL_NAMES) {
    const shared = { ...document, panel };
    expect(decodeLink(encodeLink(shared))).toEqual({ ok: true, document: shared, problems: [] });
    expect(panelProblems(shared)).toEqual([]);
  }
});

test("the first panel is the one that is open anyway", () => {
  expect(openPanel(PANEL_NAMES[0])).toBeNull();
  expect(openPanel(PANEL_NAMES[1])).toBe(PANEL_NAMES[1]);
});

test("a name of no panel opens the first, and is told", () => {
  for (const panel of ["kitchen", "toString"]) {
    expect(openPanel(panel)).toBeNull();
    expect(panelProblems({ ...document, panel })).toEqual([{ field: "panel", value: panel }]);
  }
  expect(panelProblems(document)).toEqual([]);
});

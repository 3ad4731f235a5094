import { expect, test } from "vitest";
import type { PaletteDocument } from "../share/document/document.ts";
import { createDocumentStore } from "./document-store.ts";
import {
  deleteScenario,
  keepScenario,
  MOST_SCENARIOS,
  moveScenario,
  nextScenarioName,
  renameScenario,
  restoreScenario,
  undeleteScenario,
  withReference,
} from "./scenarios.ts";

const at = (target: number): PaletteDocument => ({
  version: 1,
  source: { kind: "sample", name: "opt-1.3b", rows: 100, seed: 1 },
  values: { a: { participation: "target", target, unit: "raw" } },
  order: ["a"],
  pair: null,
});
const moved = (document: PaletteDocument, target: number) => ({
  ...document,
  values: at(target).values,
});
const names = (document: PaletteDocument) => document.scenarios?.map(({ name }) => name);

function three(): PaletteDocument {
  let document = at(1);
  for (const [k, name] of ["A", "B", "C"].entries())
    document = keepScenario(moved(document, k + 1), name);
  return document;
}

test("palettes are kept as they stood, moved, renamed and restored", () => {
  const document = moved(three(), 9);
  expect(names(document)).toEqual(["A", "B", "C"]);
  expect(names(moveScenario(document, "s3", -1))).toEqual(["A", "C", "B"]);
  expect(moveScenario(document, "s1", -1)).toBe(document);
  expect(names(renameScenario(document, "s2", "  kind "))).toEqual(["A", "kind", "C"]);
  expect(renameScenario(document, "s2", " ")).toBe(document);
  expect(restoreScenario(document, "s2").values.a.target).toBe(2);
  expect(restoreScenario(document, "none")).toBe(document);
});

test("deleting the reference leaves none; deleting another keeps it", () => {
  const document = withReference(three(), "s2");
  expect(deleteScenario(document, "s1").reference).toBe("s2");
  expect("reference" in deleteScenario(document, "s2")).toBe(false);
  expect("reference" in withReference(document, null)).toBe(false);
});

test("a deleted scenario comes back where it was, and as the reference", () => {
  const before = withReference(three(), "s2");
  const back = undeleteScenario(moved(deleteScenario(before, "s2"), 7), "s2", before);
  expect(names(back)).toEqual(["A", "B", "C"]);
  expect(back.reference).toBe("s2");
  expect(back.values.a.target).toBe(7);
  expect(undeleteScenario(back, "s2", before)).toBe(back);
});

test("names go through the alphabet, ids never repeat, and there is an end", () => {
  expect(nextScenarioName([])).toBe("A");
  expect(nextScenarioName(three().scenarios ?? [])).toBe("D");
  const again = keepScenario(deleteScenario(three(), "s2"), "B");
  expect(new Set(again.scenarios?.map(({ id }) => id)).size).toBe(3);
  let many = at(1);
  for (let k = 0; k < 40; k++) many = keepScenario(many, nextScenarioName(many.scenarios ?? []));
  expect(many.scenarios?.length).toBe(MOST_SCENARIOS);
});

test("every change is one step of undo, and one that changes nothing is none", () => {
  const store = createDocumentStore(at(1));
  const { edit } = store.getState();
  edit((d) => keepScenario(d, "A"));
  edit((d) => deleteScenario(d, "s1"));
  edit((d) => moveScenario(d, "s1", 1));
  store.temporal.getState().undo();
  expect(names(store.getState().document)).toEqual(["A"]);
  store.temporal.getState().undo();
  expect(names(store.getState().document)).toBeUndefined();
});

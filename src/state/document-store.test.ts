import { describe, expect, test } from "vitest";
import type { PaletteDocument } from "../share/document/document.ts";
import { createDocumentStore } from "./document-store.ts";

const initial: PaletteDocument = {
  version: 1,
  source: { kind: "file", name: "a.csv", fingerprint: "00" },
  values: {
    a: { participation: "target", target: 1, unit: "raw" },
    b: { participation: "hold", target: 2, unit: "sd" },
  },
  order: ["a", "b"],
  pair: ["a", "b"],
};

function make() {
  const store = createDocumentStore(initial);
  return {
    store,
    at: () => store.getState().document,
    act: store.getState(),
    history: store.temporal.getState,
  };
}

describe("the document", () => {
  test("setting a target makes the value a target and keeps its unit", () => {
    const { act, at } = make();
    act.setTarget("b", 5);
    expect(at().values.b).toEqual({ participation: "target", target: 5, unit: "sd" });
    act.setTarget("nobody", 5);
    expect(Object.keys(at().values)).toEqual(["a", "b"]);
  });

  test("every change can be undone and done again", () => {
    const { act, at, history } = make();
    act.setTarget("a", 3);
    act.setParticipation("b", "out");
    act.moveValue("b", 0);
    expect(at().order).toEqual(["b", "a"]);
    history().undo();
    history().undo();
    history().undo();
    expect(at()).toEqual(initial);
    history().redo();
    expect(at().values.a.target).toBe(3);
  });

  test("a whole drag is one step", () => {
    const { act, at, history } = make();
    const gesture = act.beginGesture();
    for (let k = 0; k < 50; k++) act.setTargets({ a: k, b: -k });
    gesture.end();
    expect(at().values.a.target).toBe(49);
    expect(history().pastStates.length).toBe(1);
    history().undo();
    expect(at()).toEqual(initial);
    history().redo();
    expect(at().values.b.target).toBe(-49);
  });

  test("a drag that goes nowhere is no step", () => {
    const { act, history } = make();
    act.beginGesture().end();
    expect(history().pastStates.length).toBe(0);
  });

  test("a drag that is called off is no step, and nothing of it stays", () => {
    const { store, act, at, history } = make();
    const gesture = act.beginGesture();
    act.setTarget("a", 7);
    gesture.cancel();
    expect(at()).toBe(initial);
    expect(history().pastStates.length).toBe(0);
    expect(store.getState().isGesturing).toBe(false);
  });

  test("only who began a drag ends it", () => {
    const { store, act, at, history } = make();
    const slider = act.beginGesture();
    act.setTarget("a", 2);
    const diamond = act.beginGesture();
    act.setTargets({ a: 3, b: 3 });
    slider.end();
    slider.cancel();
    expect(store.getState().isGesturing).toBe(true);
    act.setTargets({ a: 4, b: 4 });
    diamond.end();
    expect(history().pastStates.length).toBe(2);
    history().undo();
    expect(at().values.a.target).toBe(2);
    history().undo();
    expect(at()).toEqual(initial);
  });

  test("one unit for all values is one step and moves no target", () => {
    const { act, at, history } = make();
    act.setUnits("quantile");
    expect(Object.values(at().values).map(({ unit }) => unit)).toEqual(["quantile", "quantile"]);
    expect(at().values.a.target).toBe(1);
    expect(history().pastStates.length).toBe(1);
  });

  test("a preset keeps the units", () => {
    const { act, at } = make();
    act.applySettings({ b: { participation: "target", target: 9 } });
    expect(at().values.b).toEqual({ participation: "target", target: 9, unit: "sd" });
  });
});

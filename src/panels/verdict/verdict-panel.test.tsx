// @vitest-environment happy-dom
import { act, cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import type { Palette } from "../../core/rows/palette.ts";
import { SolverService } from "../../engine/solver/solver-service.ts";
import { createAnalysesStore, entryOf } from "../../state/analyses-store.ts";
import { createDocumentStore } from "../../state/document-store.ts";
import { defaultDocument, emptyDocument } from "../../state/palette.ts";
import { createPreferencesStore } from "../../state/preferences-store.ts";
import { createSessionStore } from "../../state/session-store.ts";
import { StoresContext } from "../kit/stores.ts";
import { VerdictPanel } from "./verdict-panel.tsx";

afterEach(cleanup);

const SAMPLE = { kind: "sample", name: "llama-2-7b-chat", rows: 2312, seed: 5 } as const;
const service = new SolverService();
const loaded = await service.load(SAMPLE, "sample");
if (!loaded.ok) throw new Error(loaded.detail);
const { values, rows } = loaded;
/** A palette that asks for so many standard deviations more of the first three values; 1.2 are out of reach. */
const palette = (sd: number): Palette => ({
  targets: values.map((v, i) => (i < 3 ? v.mean + sd * v.sd : v.mean)),
  held: values.map((_, i) => i >= 3),
});

/** The verdict on a page whose engine is the test itself. */
async function page() {
  const session = createSessionStore();
  const analyses = createAnalysesStore(session);
  const document = createDocumentStore(emptyDocument(SAMPLE));
  document.getState().replaceDocument(defaultDocument(SAMPLE, values));
  session.setState({ data: { stamp: 1, rows, values, dropped: 0 }, engine: "ready" });
  const stores = {
    session,
    analyses,
    document,
    preferences: createPreferencesStore(null, ["en"]),
  };
  const answer = async (asked: Palette) => {
    const outcome = await service.answer(asked);
    if (!outcome.ok) throw new Error(outcome.detail);
    act(() => session.setState({ answer: outcome.value, answered: asked, isAnswering: false }));
  };
  const requested = () => entryOf(analyses.getState(), "repairs").requests[0];
  /** Works out the repairs that the panel asks for. */
  const repair = async () => {
    const request = requested();
    const outcome = await service.analyse("repairs", request, () => undefined);
    if (!outcome.ok) throw new Error(outcome.detail);
    act(() => analyses.getState().answer("repairs", 0, { request, result: outcome.value }));
  };
  await answer(palette(1.2));
  render(
    <StoresContext value={stores}>
      <VerdictPanel />
    </StoresContext>,
  );
  const offers = () =>
    within(screen.getByRole("list", { name: "What can be done" })).getAllByRole("button");
  const isOffered = () => screen.queryByRole("combobox") !== null;
  return { session, analyses, document, answer, repair, requested, offers, isOffered };
}

describe("the repairs beside the verdict", () => {
  test("are those that came with the answer until all of them are worked out", async () => {
    const { repair, offers, isOffered, requested } = await page();
    const few = offers().length;
    expect(isOffered()).toBe(false);
    expect(requested().palette).toEqual(palette(1.2));
    await repair();
    expect(offers().length).toBeGreaterThan(few);
    expect(isOffered()).toBe(true);
  });

  test("of the palette before are not offered for the one on the screen", async () => {
    const { answer, repair, isOffered, requested } = await page();
    await repair();
    await answer(palette(1.3));
    expect(isOffered()).toBe(false);
    expect(requested().palette).toEqual(palette(1.3));
    await repair();
    expect(isOffered()).toBe(true);
  });

  test("stay while the order of the values changes, and are asked for anew", async () => {
    const { document, repair, isOffered, requested } = await page();
    await repair();
    const { order } = requested();
    act(() => document.getState().moveValue(values[0].id, 2));
    expect(requested().order).not.toEqual(order);
    expect(isOffered()).toBe(true);
  });

  test("that failed say so, and can be tried again", async () => {
    const { analyses } = await page();
    act(() => analyses.getState().end("repairs", "failed", "invalid lambda: NaN"));
    expect(screen.getByRole("alert").textContent).toContain("invalid lambda: NaN");
    act(() => screen.getByRole("button", { name: "Try again" }).click());
    expect(entryOf(analyses.getState(), "repairs").round).toBe(1);
  });
});

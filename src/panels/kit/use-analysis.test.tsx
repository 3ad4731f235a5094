// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, renderHook, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, describe, expect, test } from "vitest";
import type { Palette } from "../../core/rows/palette.ts";
import { createAnalysesStore, entryOf } from "../../state/analyses-store.ts";
import { createDocumentStore } from "../../state/document-store.ts";
import { emptyDocument } from "../../state/palette.ts";
import { createPreferencesStore } from "../../state/preferences-store.ts";
import { createSessionStore, type LoadedData } from "../../state/session-store.ts";
import { AnalysisStatus } from "./analysis-status.tsx";
import { type Stores, StoresContext } from "./stores.ts";
import { useAnalysis } from "./use-analysis.ts";

afterEach(cleanup);

const palette = (target: number): Palette => ({ targets: [target], held: [false] });
const data = (stamp: number): LoadedData => ({ stamp, rows: 2, values: [], dropped: 0 });

function page() {
  const session = createSessionStore();
  session.setState({ data: data(1), engine: "ready" });
  const analyses = createAnalysesStore(session);
  const stores: Stores = {
    session,
    analyses,
    document: createDocumentStore(emptyDocument({ kind: "file", name: "a", fingerprint: "0" })),
    preferences: createPreferencesStore(null, ["en"]),
  };
  const wrapper = ({ children }: { children: ReactNode }) => (
    <StoresContext value={stores}>{children}</StoresContext>
  );
  const entry = () => entryOf(analyses.getState(), "strength");
  const answer = (target: number, result: unknown) =>
    act(() =>
      analyses.getState().answer("strength", 0, {
        request: { palette: palette(target) },
        result: result as never,
      }),
    );
  return { session, analyses, wrapper, entry, answer };
}

describe("a panel's analysis", () => {
  test("says what the panel wants to see, and shows what there is of it", () => {
    const { wrapper, entry, answer } = page();
    const { result, rerender } = renderHook(
      ({ target }) => useAnalysis("strength", { palette: palette(target) }),
      { wrapper, initialProps: { target: 1 } },
    );
    expect(entry().requests).toEqual([{ palette: palette(1) }]);
    expect(result.current).toMatchObject({ result: null, of: null, isFresh: false });
    answer(1, "one");
    expect(result.current).toMatchObject({ result: "one", isFresh: true });
    rerender({ target: 2 });
    expect(entry().requests).toEqual([{ palette: palette(2) }]);
    expect(result.current).toMatchObject({
      result: "one",
      of: { palette: palette(1) },
      isFresh: false,
    });
  });

  test("of other data is not shown, and what is wanted is wanted of the new data", () => {
    const { session, wrapper, entry, answer } = page();
    const { result } = renderHook(() => useAnalysis("strength", { palette: palette(1) }), {
      wrapper,
    });
    answer(1, "of the old data");
    act(() => session.setState({ data: data(2) }));
    expect(result.current).toMatchObject({ result: null, of: null, isFresh: false });
    expect(entry().requests).toEqual([{ palette: palette(1) }]);
  });

  test("can pause without losing its result", () => {
    const { wrapper, entry, answer } = page();
    const { result, rerender } = renderHook(
      ({ isPaused }) => useAnalysis("strength", { palette: palette(1) }, isPaused),
      { wrapper, initialProps: { isPaused: false } },
    );
    answer(1, "one");
    rerender({ isPaused: true });
    expect(entry().requests).toEqual([]);
    expect(result.current).toMatchObject({ result: "one", isFresh: true });
  });

  test("of an earlier request is gone where the newest one fails", () => {
    const { analyses, wrapper, answer } = page();
    const { result, rerender } = renderHook(
      ({ target }) => useAnalysis("strength", { palette: palette(target) }),
      { wrapper, initialProps: { target: 1 } },
    );
    answer(1, "one");
    act(() => analyses.getState().end("strength", "failed", "broken"));
    expect(result.current).toMatchObject({ result: "one", isFresh: true });
    rerender({ target: 2 });
    act(() => analyses.getState().end("strength", "failed", "broken"));
    expect(result.current).toMatchObject({ result: null, of: null, status: "failed" });
  });

  test("is released with the panel", () => {
    const { wrapper, entry, answer } = page();
    const { unmount } = renderHook(() => useAnalysis("strength", { palette: palette(1) }), {
      wrapper,
    });
    answer(1, "one");
    unmount();
    expect(entry()).toMatchObject({ requests: [], answers: [] });
  });
});

function Panel() {
  const analysis = useAnalysis("strength", { palette: palette(1) });
  return <AnalysisStatus analysis={analysis} />;
}

describe("the state of an analysis", () => {
  test("that failed is a sentence with its reason, and a button that tries again", () => {
    const { analyses, wrapper, entry } = page();
    render(<Panel />, { wrapper });
    act(() => analyses.getState().end("strength", "failed", "invalid lambda: NaN"));
    expect(screen.getByRole("alert").textContent).toContain(
      "This could not be worked out: invalid lambda: NaN.",
    );
    const { round } = entry();
    fireEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(entry().round).toBe(round + 1);
  });

  test("that is on its way is a progress with a way to stop it", () => {
    const { analyses, wrapper, entry } = page();
    render(<Panel />, { wrapper });
    act(() => analyses.getState().begin("strength"));
    act(() => analyses.getState().progress("strength", 0.25));
    expect(screen.getByRole<HTMLProgressElement>("progressbar").value).toBe(0.25);
    fireEvent.click(screen.getByRole("button", { name: "Stop" }));
    expect(entry().status).toBe("stopped");
    expect(screen.getByRole("status").textContent).toContain("Stopped.");
  });
});

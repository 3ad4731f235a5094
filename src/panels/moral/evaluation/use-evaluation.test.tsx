// @vitest-environment happy-dom
import { act, cleanup, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { MoralApi, Service } from "../../../engine/contract.ts";
import type { EvaluationRequest, EvaluationSummary } from "../../../moral/evaluation.ts";
import { createAnalysesStore } from "../../../state/analyses-store.ts";
import { createDocumentStore } from "../../../state/document-store.ts";
import { createMoralStore, type MoralState } from "../../../state/moral-store.ts";
import { emptyDocument } from "../../../state/palette.ts";
import { createPeopleStore } from "../../../state/people-store.ts";
import { createPreferencesStore } from "../../../state/preferences-store.ts";
import { createSessionStore } from "../../../state/session-store.ts";
import { StoresContext } from "../../kit/stores.ts";
import { type MoralDesk, MoralDeskContext } from "../kit/moral-desk.ts";
import { useEvaluation } from "./use-evaluation.ts";

afterEach(cleanup);

const set = (fingerprint: string) =>
  ({ set: { values: [], open: 0, fingerprint }, model: {} }) as unknown as Partial<MoralState>;

/** An evaluation on its way. */
interface Running {
  readonly request: EvaluationRequest;
  tell(share: number): void;
  end(summary: EvaluationSummary | null): void;
}

function page() {
  const session = createSessionStore();
  const store = createMoralStore();
  store.setState(set("a"));
  const running: Running[] = [];
  const cancelEvaluation = vi.fn();
  const service: Partial<Service<MoralApi>> = {
    evaluate: (request, tell) =>
      new Promise((resolve) =>
        running.push({ request, tell, end: (value) => resolve({ value, fingerprint: "" }) }),
      ),
  };
  const desk: Partial<MoralDesk> = {
    store,
    people: createPeopleStore(null),
    ask: async (question) => (await question(service as Service<MoralApi>)).value,
    cancelEvaluation,
  };
  const stores = {
    session,
    analyses: createAnalysesStore(session),
    document: createDocumentStore(emptyDocument({ kind: "file", name: "a", fingerprint: "0" })),
    preferences: createPreferencesStore(null, ["en"]),
  };
  const wrapper = ({ children }: { children: ReactNode }) => (
    <StoresContext value={stores}>
      <MoralDeskContext value={desk as MoralDesk}>{children}</MoralDeskContext>
    </StoresContext>
  );
  const hook = renderHook(({ stem }) => useEvaluation(null, stem), {
    wrapper,
    initialProps: { stem: true },
  });
  const end = (place: number, summary: unknown) =>
    act(async () => running[place].end(summary as EvaluationSummary | null));
  return { ...hook, store, running, cancelEvaluation, end };
}

describe("the evaluation of all systems", () => {
  test("tells its progress and comes to its end", async () => {
    const { result, running, end } = page();
    expect(result.current).toMatchObject({ isRunning: true, share: 0, result: null });
    act(() => running[0].tell(0.5));
    expect(result.current.share).toBe(0.5);
    await end(0, "summary");
    expect(result.current).toMatchObject({ isRunning: false, result: "summary" });
  });

  test("calls an older one off, and shows its result until the newer one is there", async () => {
    const { result, rerender, running, cancelEvaluation, end } = page();
    await end(0, "with stems");
    rerender({ stem: false });
    expect(running[1].request.stem).toBe(false);
    rerender({ stem: true });
    expect(cancelEvaluation).toHaveBeenCalled();
    expect(running.length).toBe(2);
    await end(1, null);
    expect(running.length).toBe(3);
    expect(result.current).toMatchObject({ isRunning: true, result: "with stems" });
    act(() => running[1].tell(0.9));
    expect(result.current.share).toBe(0);
    await end(2, "with stems again");
    expect(result.current).toMatchObject({ isRunning: false, result: "with stems again" });
  });

  test("is stopped on request, and begun again on request", async () => {
    const { result, running, cancelEvaluation, end } = page();
    act(() => result.current.cancel());
    expect(cancelEvaluation).toHaveBeenCalledOnce();
    expect(result.current).toMatchObject({ isRunning: false, isCancelled: true });
    await end(0, null);
    expect(running.length).toBe(1);
    act(() => result.current.again());
    expect(result.current).toMatchObject({ isRunning: true, isCancelled: false });
    await end(1, "summary");
    expect(result.current.result).toBe("summary");
  });

  test("that came to nothing is asked again once the questions have changed, and keeps what it had", async () => {
    const { result, store, running, end } = page();
    await end(0, "first");
    act(() => store.setState({ stamp: 1 }));
    await end(1, null);
    expect(result.current).toMatchObject({ isRunning: false, result: "first" });
    act(() => store.setState({ stamp: 2 }));
    expect(running.length).toBe(3);
  });

  test("of other questions and answers is not shown, not even until theirs is there", async () => {
    const { result, store, running, end } = page();
    await end(0, "of the demonstration");
    expect(result.current.result).toBe("of the demonstration");
    act(() => store.setState({ stamp: 1, ...set("b") }));
    expect(result.current.result).toBeNull();
    await end(1, "of the file");
    expect(running.length).toBe(2);
    expect(result.current.result).toBe("of the file");
  });

  test("is called off with its tab", () => {
    const { unmount, cancelEvaluation } = page();
    unmount();
    expect(cancelEvaluation).toHaveBeenCalledOnce();
  });
});

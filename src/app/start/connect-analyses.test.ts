import { describe, expect, test, vi } from "vitest";
import type { Palette } from "../../core/rows/palette.ts";
import { handClock } from "../../core/testing/hand-clock.ts";
import type { Outcome } from "../../engine/contract.ts";
import type { AnalysisName, AnalysisRequest, AnalysisResult } from "../../moral/moral-analyses.ts";
import { createAnalysesStore, entryOf, isFresh } from "../../state/analyses-store.ts";
import { createSessionStore, type LoadedData } from "../../state/session-store.ts";
import { connectAnalyses } from "./connect-analyses.ts";

const palette = (target: number): Palette => ({ targets: [target], held: [false] });
const data = (stamp: number): LoadedData => ({ stamp, rows: 2, values: [], dropped: 0 });
const settle = () => new Promise((resolve) => setImmediate(resolve));
const FAILED = { ok: false, reason: "failed", detail: "invalid lambda: NaN" } as const;
const SUPERSEDED = { ok: false, reason: "superseded", detail: "" } as const;

/** What the engine was asked, and a way to reply. */
interface Question {
  readonly name: AnalysisName;
  readonly request: unknown;
  tell(share: number): void;
  reply(
    outcome: { readonly ok: true; readonly value: unknown } | typeof FAILED | typeof SUPERSEDED,
  ): void;
  reject(reason: Error): void;
}

function joined() {
  const clock = handClock();
  const session = createSessionStore();
  const store = createAnalysesStore(session);
  const asked: Question[] = [];
  const engine = {
    analyse: <N extends AnalysisName>(
      name: N,
      request: AnalysisRequest<N>,
      tell: (share: number) => void,
    ) =>
      new Promise<Outcome<AnalysisResult<N>>>((resolve, reject) =>
        asked.push({ name, request, tell, reply: (outcome) => resolve(outcome as never), reject }),
      ),
    cancel: vi.fn(),
    startAgain: vi.fn(),
  };
  const analyst = connectAnalyses(engine, session, store, clock);
  session.setState({ data: data(1), engine: "ready" });
  const ask = (...targets: number[]) =>
    store.getState().ask(
      "strength",
      targets.map((target) => ({ palette: palette(target) })),
    );
  const entry = () => entryOf(store.getState(), "strength");
  const reply = async (place: number, value: unknown) => {
    asked[place].reply({ ok: true, value });
    await settle();
  };
  return { clock, session, store, asked, engine, analyst, ask, entry, reply };
}

describe("an analysis that a panel wants", () => {
  test("is debounced, and comes with the request that it answers", async () => {
    const { clock, asked, ask, entry, reply } = joined();
    for (const target of [1, 2, 3]) {
      ask(target);
      clock.pass(249);
    }
    expect(asked).toEqual([]);
    expect(entry().status).toBe("idle");
    clock.pass(1);
    expect(asked.map(({ name, request }) => [name, request])).toEqual([
      ["strength", { palette: palette(3) }],
    ]);
    expect(entry().status).toBe("waiting");
    asked[0].tell(0.5);
    expect(entry().share).toBe(0.5);
    await reply(0, "scale");
    expect(entry()).toMatchObject({
      status: "ready",
      share: 1,
      answers: [{ request: { palette: palette(3) }, result: "scale" }],
    });
  });

  test("is not asked again where it is wanted again", async () => {
    const { clock, asked, ask, reply } = joined();
    ask(1);
    clock.pass(250);
    await reply(0, "scale");
    ask(1);
    clock.pass(250);
    expect(asked.length).toBe(1);
  });

  test("stays while the next is worked out, and is not taken for it", async () => {
    const { clock, asked, ask, entry, reply, engine } = joined();
    ask(1);
    clock.pass(250);
    await reply(0, "first");
    ask(2);
    clock.pass(250);
    ask(3);
    expect(engine.cancel).toHaveBeenCalledWith("strength");
    await reply(1, "of two, too late");
    expect(entry().answers[0]?.result).toBe("first");
    expect(isFresh(entry().answers[0], { palette: palette(3) })).toBe(false);
    clock.pass(250);
    await reply(2, "of three");
    expect(isFresh(entry().answers[0], { palette: palette(3) })).toBe(true);
    expect(asked.length).toBe(3);
  });

  test("is asked one after the other where there are several, and those that are there stay", async () => {
    const { clock, asked, ask, entry, reply } = joined();
    ask(1, 2);
    clock.pass(250);
    expect(asked.length).toBe(1);
    await reply(0, "one");
    expect(entry()).toMatchObject({ status: "waiting", share: 0.5 });
    expect(asked.length).toBe(2);
    await reply(1, "two");
    expect(entry().status).toBe("ready");
    ask(1, 3);
    clock.pass(250);
    expect(asked[2].request).toEqual({ palette: palette(3) });
    expect(entry().answers.map((answer) => answer?.result)).toEqual(["one", "two"]);
    await reply(2, "three");
    expect(entry().answers.map((answer) => answer?.result)).toEqual(["one", "three"]);
  });

  test("is worked out anew for another order of the values, and shown meanwhile", async () => {
    const { clock, store, asked, reply } = joined();
    const request = (...order: number[]) => ({ palette: palette(1), order });
    store.getState().ask("repairs", [request(0, 1)]);
    clock.pass(250);
    await reply(0, []);
    store.getState().ask("repairs", [request(1, 0)]);
    const { answers } = entryOf(store.getState(), "repairs");
    expect(isFresh(answers[0], request(1, 0))).toBe(true);
    expect(isFresh(answers[0], { ...request(1, 0), limit: { klBudget: 1 } })).toBe(false);
    clock.pass(250);
    expect(asked.length).toBe(2);
  });

  test("is called off and put away when its panel closes", async () => {
    const { clock, store, ask, entry, reply, engine } = joined();
    ask(1);
    clock.pass(250);
    store.getState().release("strength");
    expect(engine.cancel).toHaveBeenCalledWith("strength");
    await reply(0, "late");
    expect(entry()).toMatchObject({ requests: [], answers: [], status: "idle" });
  });

  test("is not computed while nothing is asked, and the last result stays", async () => {
    const { clock, asked, ask, entry, reply } = joined();
    ask(1);
    clock.pass(250);
    await reply(0, "scale");
    ask();
    clock.pass(250);
    expect(asked.length).toBe(1);
    expect(entry()).toMatchObject({ status: "idle", answers: [{ result: "scale" }] });
  });
});

describe("other data", () => {
  test("puts away what was worked out of the data before, and what is still on its way", async () => {
    const { clock, session, asked, ask, entry, reply } = joined();
    ask(1);
    clock.pass(250);
    await reply(0, "of the old data");
    ask(2);
    clock.pass(250);
    session.setState({ data: data(2) });
    expect(entry()).toMatchObject({ answers: [], requests: [], status: "idle" });
    await reply(1, "of the old data too");
    expect(entry().answers).toEqual([]);
    ask(2);
    clock.pass(250);
    expect(asked.length).toBe(3);
    await reply(2, "of the new data");
    expect(entry().answers[0]?.result).toBe("of the new data");
  });
});

describe("an analysis that does not come to its end", () => {
  test("says that it failed and why, until it is tried again", async () => {
    const { clock, store, asked, ask, entry, reply } = joined();
    ask(1);
    clock.pass(250);
    asked[0].reply(FAILED);
    await settle();
    expect(entry()).toMatchObject({ status: "failed", problem: "invalid lambda: NaN" });
    clock.pass(10_000);
    expect(asked.length).toBe(1);
    store.getState().again("strength");
    clock.pass(250);
    expect(entry()).toMatchObject({ status: "waiting", problem: null });
    await reply(1, "scale");
    expect(entry().status).toBe("ready");
  });

  test("fails where the call itself is rejected", async () => {
    const { clock, asked, ask, entry } = joined();
    ask(1);
    clock.pass(250);
    asked[0].reject(new Error("could not be cloned"));
    await settle();
    expect(entry()).toMatchObject({ status: "failed", problem: "could not be cloned" });
  });

  test("is stopped on request, and begun again on request", async () => {
    const { clock, store, asked, ask, entry, reply, engine } = joined();
    ask(1);
    clock.pass(250);
    store.getState().stop("strength");
    expect(engine.cancel).toHaveBeenCalledWith("strength");
    asked[0].reply(SUPERSEDED);
    await settle();
    expect(entry().status).toBe("stopped");
    store.getState().again("strength");
    clock.pass(250);
    await reply(1, "scale");
    expect(entry().status).toBe("ready");
  });

  test("because the worker died is asked again once there is another", async () => {
    const { clock, session, asked, ask, entry, reply } = joined();
    ask(1, 2);
    clock.pass(250);
    await reply(0, "one");
    session.setState({ engine: "restarting" });
    asked[1].reply(SUPERSEDED);
    await settle();
    clock.pass(1000);
    expect(asked.length).toBe(2);
    session.setState({ engine: "ready" });
    clock.pass(250);
    expect(asked.map(({ request }) => request)).toEqual(
      [1, 2, 2].map((target) => ({ palette: palette(target) })),
    );
    await reply(2, "two");
    expect(entry().answers.map((answer) => answer?.result)).toEqual(["one", "two"]);
  });

  test("because the engine gave up has failed; trying again starts the engine", () => {
    const { clock, session, store, asked, ask, entry, engine } = joined();
    ask(1);
    session.setState({ engine: "failed" });
    expect(entry().status).toBe("failed");
    clock.pass(1000);
    expect(asked).toEqual([]);
    store.getState().again("strength");
    expect(engine.startAgain).toHaveBeenCalledOnce();
  });
});

describe("the application itself", () => {
  test("gets the result, or null where there is none", async () => {
    const { asked, analyst } = joined();
    const request = { palette: palette(1), lambda: [1] };
    const replies = [0, 1, 2, 3].map(() => analyst.analyse("rowWeights", request));
    asked[0].reply({ ok: true, value: "weights" });
    asked[1].reply(FAILED);
    asked[2].reply(SUPERSEDED);
    asked[3].reject(new Error("no"));
    expect(await Promise.all(replies)).toEqual(["weights", null, null, null]);
  });
});

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { decodeLink, encodeLink, type LinkReading } from "../share/link/link.ts";
import { createDocumentStore } from "./document-store.ts";
import { syncLink } from "./link-sync.ts";
import { createSessionStore } from "./session-store.ts";

const initial = {
  version: 1,
  source: { kind: "file", name: "a.csv", fingerprint: "00" },
  values: { a: { participation: "target", target: 1, unit: "raw" } },
  order: ["a"],
  pair: null,
} as const;

const data = {
  stamp: 1,
  rows: 2,
  dropped: 0,
  values: [
    {
      id: "a",
      lowerIsBetter: false,
      mean: 0,
      sd: 1,
      min: -1,
      max: 1,
      curve: { levels: [0], shares: [0.5] },
      distinct: 100,
    },
  ],
};

function setUp() {
  const store = createDocumentStore(initial);
  const session = createSessionStore();
  session.setState({ data });
  const written: string[] = [];
  const read: LinkReading[] = [];
  let hash = "";
  let changed: () => void = () => undefined;
  const stop = syncLink(
    store,
    session,
    {
      readHash: () => hash,
      replaceHash: (next) => {
        hash = next;
        written.push(next);
      },
      onHashChange: (listener) => {
        changed = listener;
        return () => undefined;
      },
    },
    (reading) => read.push(reading),
  );
  const arrive = (next: string) => {
    hash = next;
    changed();
  };
  return { store, session, written, read, arrive, stop };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("writes at once, and the newest document once things are quiet", () => {
  const { store, written } = setUp();
  for (let k = 0; k < 20; k++) store.getState().setTarget("a", k);
  expect(written.length).toBe(1);
  vi.runAllTimers();
  expect(written.length).toBe(2);
  const link = decodeLink(written[1]);
  expect(link.ok && link.document.values.a.target).toBe(19);
});

test("writes nothing in the middle of a drag, and its end afterwards", () => {
  const { store, written } = setUp();
  const gesture = store.getState().beginGesture();
  store.getState().setTarget("a", 7);
  vi.advanceTimersByTime(2000);
  expect(written).toEqual([]);
  gesture.end();
  vi.runAllTimers();
  expect(written.length).toBe(1);
});

test("a link that arrives is read; one's own is not", () => {
  const { store, read, arrive, written } = setUp();
  store.getState().setTarget("a", 3);
  vi.runAllTimers();
  arrive(written[0]);
  expect(read).toEqual([]);
  arrive(
    `#${encodeLink({ ...initial, values: { a: { participation: "hold", target: 4, unit: "sd" } } })}`,
  );
  expect(read[0]).toMatchObject({
    ok: true,
    document: { values: { a: { participation: "hold" } } },
  });
  arrive("#p=1.broken!");
  expect(read[1]).toEqual({ ok: false, reason: "unreadable" });
});

test("what is looked at is in the link and no step of undo; without data nothing is written", () => {
  const { store, session, written } = setUp();
  session.setState({ panel: "trust" });
  vi.runAllTimers();
  session.setState({ others: "free" });
  vi.runAllTimers();
  session.setState({ isAnswering: true });
  vi.runAllTimers();
  expect(written.length).toBe(2);
  expect(decodeLink(written[1])).toMatchObject({ document: { panel: "trust", others: "free" } });
  expect(store.temporal.getState().pastStates).toEqual([]);
  session.setState({ data: null, panel: "mixes" });
  vi.runAllTimers();
  expect(written.length).toBe(2);
});

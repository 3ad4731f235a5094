import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { decodeLink, encodeLink, type LinkReading } from "../share/link.ts";
import { createDocumentStore } from "./document-store.ts";
import { syncLink } from "./link-sync.ts";

const initial = {
  version: 1,
  source: { kind: "file", name: "a.csv", fingerprint: "00" },
  values: { a: { participation: "target", target: 1, unit: "raw" } },
  order: ["a"],
  pair: null,
} as const;

function setUp() {
  const store = createDocumentStore(initial);
  const written: string[] = [];
  const read: LinkReading[] = [];
  let hash = "";
  let changed: () => void = () => undefined;
  const stop = syncLink(
    store,
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
  return { store, written, read, arrive, stop };
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
  store.getState().beginGesture();
  store.getState().setTarget("a", 7);
  vi.advanceTimersByTime(2000);
  expect(written).toEqual([]);
  store.getState().endGesture();
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
